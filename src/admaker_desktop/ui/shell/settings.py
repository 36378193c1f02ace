"""The settings that there are: appearance, language, motion. More come with keys and local models."""

from __future__ import annotations

from collections.abc import Callable

from qtpy.QtWidgets import QHBoxLayout, QWidget

from admaker_desktop.ui.actions import Actions
from admaker_desktop.ui.i18n import LANGUAGES, language, tr
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import Label, Popover, Segmented, Switch


class SettingsPopover(Popover):
    """Opens at the gear. Built anew each time, so it is always in the language of the moment. GUI thread."""

    def __init__(self, actions: Actions, choose_language: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(420)
        title = Label("panel")
        title.setText(tr("Settings"))
        self.body.addWidget(title)
        look = Segmented()
        look.set_choices([("dark", tr("Dark theme"), "moon"), ("light", tr("Light theme"), "sun")])
        look.set_value("dark" if theme.is_dark else "light")
        look.chosen.connect(lambda key: actions["dark"].setChecked(key == "dark"))
        self._add(tr("Appearance"), look)
        speech = Segmented()
        speech.set_choices(list(LANGUAGES.items()))
        speech.set_value(language())
        speech.chosen.connect(choose_language)
        speech.chosen.connect(self.close)
        self._add(tr("Language"), speech)
        for name, words in (("contrast", tr("High contrast")), ("calm", tr("Reduced motion"))):
            switch = Switch()
            switch.setAccessibleName(words)
            switch.setChecked(actions[name].isChecked())
            switch.toggled.connect(actions[name].setChecked)
            self._add(words, switch)

    def _add(self, words: str, editor: QWidget) -> None:
        row = QHBoxLayout()
        label = Label("body")
        label.setText(words)
        row.addWidget(label)
        row.addStretch(1)
        row.addWidget(editor)
        self.body.addLayout(row)
