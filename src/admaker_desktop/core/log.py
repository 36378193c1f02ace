"""The app's loggers: one name below `admaker`, silent until a composition root attaches a handler."""

from __future__ import annotations

import logging

_ROOT = "admaker"


def get_logger(room: str) -> logging.Logger:
    """The logger of a room of the house: `engine`, `media`, `providers.draft`."""
    return logging.getLogger(f"{_ROOT}.{room}")
