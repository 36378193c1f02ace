"""Theme, contrast and motion: what the commands switch, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Callable

from admaker_desktop.ui.actions import Actions
from admaker_desktop.ui.preferences import Preferences
from admaker_desktop.ui.theme import theme


def wire_look(actions: Actions, preferences: Preferences) -> None:
    """Show what was remembered, and from now on follow the commands. GUI thread."""
    for name, switch, default in (
        ("dark", _set_dark, True),
        ("contrast", theme.set_high_contrast, False),
        ("calm", _set_calm, False),
    ):
        on = preferences.flag(name, default=default)
        actions[name].setChecked(on)
        switch(on)
        actions[name].toggled.connect(_remembering(switch, preferences, name))


def _remembering(switch: Callable[[bool], None], preferences: Preferences, name: str) -> Callable[[bool], None]:
    def toggled(on: bool) -> None:
        switch(on)
        preferences.set_flag(name, on)

    return toggled


def _set_dark(on: bool) -> None:
    theme.set_mode("dark" if on else "light")


def _set_calm(on: bool) -> None:
    theme.reduced_motion = on
