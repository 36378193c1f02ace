"""Which editor a setting gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from admaker_desktop.core.messages import msg
from admaker_desktop.services.setting_choices import load_choices, vendor_choices
from admaker_desktop.ui.i18n import tr_text
from admaker_desktop.ui.inspector.editors.lists import EntriesEditor, FoundEditor, TogglesEditor
from admaker_desktop.ui.inspector.editors.pictures import PicturesEditor
from admaker_desktop.ui.inspector.editors.rows import RowsEditor
from admaker_desktop.ui.inspector.editors.simple import (
    ChoiceEditor,
    KnownEditor,
    NumberEditor,
    SliderEditor,
    SwitchEditor,
)
from admaker_desktop.ui.inspector.editors.texts import JsonEditor, LineEditor, TextEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from qtpy.QtWidgets import QWidget

    from admaker_desktop.engine.registry import NodeSpec
    from admaker_desktop.services.setting_choices import Choice
    from admaker_desktop.services.settings_forms import SettingField
    from admaker_desktop.ui.inspector.editors.base import Editor
    from admaker_desktop.ui.session import Session

_EMPTY_VOICE = msg("Automatic")


def make_editor(session: Session, spec: NodeSpec, field: SettingField, parent: QWidget) -> Editor:
    """The editor of a setting; lists of known values arrive when a worker has read them."""
    label = tr_text(field.label)
    if field.kind == "provider" and spec.uses is not None:
        return KnownEditor(vendor_choices(session.studio.vendors, spec.uses), label, parent=parent)
    if field.kind == "line" and field.source:
        return _filled(session, field, KnownEditor((), label, _EMPTY_VOICE, parent))
    if field.kind == "list" and field.source == "aspects":
        return _filled(session, field, TogglesEditor(label, parent))
    if field.kind == "list" and field.source:
        return _filled(session, field, FoundEditor(label, parent))
    if field.kind == "pictures":
        return PicturesEditor(session, label, parent)
    if field.kind == "rows":
        return RowsEditor(label, field.names, parent)
    return _simple(field, label, parent)


def _simple(field: SettingField, label: str, parent: QWidget) -> Editor:
    makers: dict[str, Callable[[], Editor]] = {
        "text": lambda: TextEditor(label, parent),
        "line": lambda: LineEditor(label, parent),
        "slider": lambda: SliderEditor(field, label, parent),
        "number": lambda: NumberEditor(field, label, parent),
        "switch": lambda: SwitchEditor(label, parent),
        "choice": lambda: ChoiceEditor(field, label, parent),
        "list": lambda: EntriesEditor(label, parent),
    }
    return makers.get(field.kind, lambda: JsonEditor(label, parent))()


def _filled(session: Session, field: SettingField, editor: KnownEditor | TogglesEditor | FoundEditor) -> Editor:
    """Reading the known values takes a file: not on this thread. An editor that is gone by then takes no answer."""

    def work() -> tuple[Choice, ...]:
        return load_choices(field.source)

    job = session.jobs.start(work, editor.set_choices)
    editor.destroyed.connect(job.drop)
    return editor
