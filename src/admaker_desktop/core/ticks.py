"""Time: whole ticks of 1/705,600,000 s, exact for every frame rate from 23.976 to 60 and for 16...96 kHz."""

from __future__ import annotations

from fractions import Fraction

from pydantic import BaseModel, ConfigDict, PositiveInt

TICKS_PER_SECOND = 705_600_000


def ticks_from_s(seconds: float | Fraction) -> int:
    """Seconds as ticks, rounded to the nearest tick."""
    return round(Fraction(seconds).limit_denominator(TICKS_PER_SECOND) * TICKS_PER_SECOND)


def s_from_ticks(ticks: int) -> float:
    """Ticks as seconds."""
    return ticks / TICKS_PER_SECOND


class FrameRate(BaseModel):
    """Frames per second as an exact fraction: 30/1, 30000/1001."""

    model_config = ConfigDict(frozen=True)

    num: PositiveInt
    den: PositiveInt = 1

    @classmethod
    def from_fps(cls, fps: float) -> FrameRate:
        """The exact rate behind a rounded figure: 23.976 is 24000/1001."""
        for nominal in (24, 30, 60, 120):
            if abs(fps - nominal * 1000 / 1001) < 0.002:
                return cls(num=nominal * 1000, den=1001)
        exact = Fraction(fps).limit_denominator(1000)
        return cls(num=exact.numerator, den=exact.denominator)

    @property
    def fps(self) -> Fraction:
        return Fraction(self.num, self.den)

    @property
    def frame_ticks(self) -> int:
        """Length of one frame in ticks (exact for the rates that the field uses)."""
        return TICKS_PER_SECOND * self.den // self.num

    def frames_in(self, ticks: int) -> int:
        """The largest number of whole frames that fit into a length."""
        return ticks * self.num // (TICKS_PER_SECOND * self.den)

    def ticks_at(self, frame: int) -> int:
        """The tick at which a frame starts."""
        return frame * TICKS_PER_SECOND * self.den // self.num

    def nearest_frame(self, ticks: int) -> int:
        """The frame boundary nearest to a tick."""
        return round(Fraction(ticks * self.num, TICKS_PER_SECOND * self.den))

    def snap(self, ticks: int) -> int:
        """The tick of the nearest frame boundary."""
        return self.ticks_at(self.nearest_frame(ticks))
