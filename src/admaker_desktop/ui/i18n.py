"""The language of the window: English templates looked up in a catalogue at the last moment, switched at run time."""

from __future__ import annotations

import gettext
from importlib.resources import files

from qtpy.QtCore import QCoreApplication, QEvent, QLocale
from qtpy.QtWidgets import QApplication, QWidget

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.core.messages import Message, Param

LANGUAGES = {"en": "English", "fr": "Français"}
"""Code to its own name."""


class _State:
    language = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def tr(template: str, **params: Param) -> str:
    """The template in the window's language, filled; GUI thread. Templates are literals: `make check` reads them."""
    return Message(template, tuple(params.items())).text(_lookup)


def trn(one: str, many: str, count: int, **params: Param) -> str:
    """Like `tr` for a count, which both templates hold as {count}."""
    template = _State.catalogue.ngettext(one, many, count)
    return template.format(count=QLocale(_State.language).toString(count), **params)


def tr_text(template: str) -> str:
    """A text that is data here and a literal elsewhere: a node's title, help, unit or choice."""
    return _lookup(template)


def tr_message(message: Message) -> str:
    """A message from below the window in its language."""
    return message.text(_lookup)


def tr_error(error: AdMakerError) -> str:
    """A known failure as one line: what happened and what to do."""
    return error.sentence(_lookup)


def language() -> str:
    """The code of the language that is shown."""
    return _State.language


def locale() -> QLocale:
    """Numbers and dates of the language that is shown."""
    return QLocale(_State.language)


def set_language(code: str) -> None:
    """Show another language; every widget gets QEvent.LanguageChange. An unknown code is English."""
    _State.language = code if code in LANGUAGES else "en"
    _State.catalogue = _load(_State.language)
    QLocale.setDefault(QLocale(_State.language))
    for window in QApplication.topLevelWidgets():
        QCoreApplication.postEvent(window, QEvent(QEvent.Type.LanguageChange))


class Translated(QWidget):
    """A widget whose words are set by `retranslate`, called again at every switch of language.

    Call `retranslate` once at the end of `__init__`.
    """

    def retranslate(self) -> None:
        """Set every text, tooltip and accessible name."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _lookup(template: str) -> str:
    return _State.catalogue.gettext(template) if template else ""


def _load(code: str) -> gettext.NullTranslations:
    if code == "en":
        return gettext.NullTranslations()
    path = files("admaker_desktop") / "resources" / "locales" / f"{code}.mo"
    with path.open("rb") as source:
        return gettext.GNUTranslations(source)
