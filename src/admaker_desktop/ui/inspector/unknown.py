"""A node whose type this version does not have: its data, to be read only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qtpy.QtWidgets import QVBoxLayout

from admaker_desktop.engine.values import jsonable
from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.nodenames import find_node
from admaker_desktop.ui.theme.fonts import mono_font
from admaker_desktop.ui.widgets import Label, TextArea

if TYPE_CHECKING:
    from admaker_desktop.ui.session import Session


class UnknownPage(Translated):
    """Settings and wires are kept; nothing runs. GUI thread."""

    def __init__(self, session: Session, node_id: str) -> None:
        super().__init__()
        self._session, self._node_id = session, node_id
        self._text = Label("body", wraps=True)
        self._text.set_tone("t2")
        self._type, self._data = Label("mono", wraps=True), TextArea()
        self._data.setReadOnly(True)
        self._data.setFont(mono_font(12))
        self._data.setMinimumHeight(180)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self._text, self._type, self._data):
            column.addWidget(widget)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        told = tr("This version of AdMaker does not have this type of node. Its settings and wires are kept.")
        self._text.setText(told)
        self._data.setAccessibleName(tr("Data of the node"))
        self.refresh()

    def refresh(self) -> None:
        """Show the data as they are now."""
        record = find_node(self._session.workflow, self._node_id)
        if record is not None:
            self._type.setText(record.type)
            settings = {name: jsonable(value) for name, value in record.settings.items()}
            self._data.set_text(json.dumps(settings, ensure_ascii=False, indent=2))
