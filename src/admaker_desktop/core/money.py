"""Money: a decimal amount in a currency; an unknown price is `None`, never 0."""

from __future__ import annotations

from decimal import Decimal

from pydantic import BaseModel, ConfigDict


class Money(BaseModel):
    """An amount in a currency (ISO 4217)."""

    model_config = ConfigDict(frozen=True)

    amount: Decimal
    currency: str = "EUR"

    def __add__(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")
        return Money(amount=self.amount + other.amount, currency=self.currency)


FREE = Money(amount=Decimal("0.00"))
