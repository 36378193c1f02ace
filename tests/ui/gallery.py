"""Every widget in every state on one sheet: `python tests/ui/gallery.py out.png [light] [contrast] [fr]`."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("QT_API", "pyside6")

from qtpy.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from admaker_desktop.ui.i18n import tr
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import (
    Badge,
    Banner,
    Button,
    Card,
    CheckBox,
    Chip,
    Combo,
    Divider,
    EmptyState,
    FlowLayout,
    IconButton,
    KeyCap,
    Label,
    NumberField,
    Panel,
    ProgressBar,
    SearchField,
    Segmented,
    SliderField,
    Spinner,
    Switch,
    Tabs,
    TextArea,
    TextField,
    show_toast,
)

KINDS = ("normal", "primary", "ghost", "fix", "danger")
TONES = ("neutral", "acc", "ok", "warn", "err", "info")


def button(text: str, icon: str = "", kind: str = "normal", size: str = "normal") -> Button:
    """A button with its words."""
    made = Button(icon, kind, size)  # type: ignore[arg-type]
    made.setText(text)
    return made


def row(*widgets: QWidget, gap: int = 8) -> QWidget:
    """Widgets side by side."""
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(gap)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return made


def buttons() -> list[QWidget]:
    """Kinds, sizes, disabled, busy."""
    kinds = [button(kind.capitalize(), "play", kind) for kind in KINDS]
    off = [button(kind.capitalize(), "play", kind) for kind in KINDS]
    for made in off:
        made.setEnabled(False)
    busy = [button("Make the first draft", "sparkles", "primary"), button("Reading", "search"), button("No icon")]
    for made in busy:
        made.set_busy(True)
    draft = button("Draft · free")
    draft.set_icon("wand-sparkles", "ok")
    draft.set_trailing_icon("chevron-down")
    keys = button("Open project...", "folder-open", size="small")
    keys.set_keys("Ctrl O")
    sizes = [button("Small", size="small"), button("Normal"), button("Large", "package-check", "primary", "large")]
    down = [button(kind.capitalize(), "play", kind) for kind in KINDS]
    for made in down:
        made.setDown(True)
    return [row(*kinds), row(*down), row(*off), row(*busy), row(draft, keys, *sizes)]


def icon_buttons() -> QWidget:
    """Plain, framed, checked, off, busy, large."""
    made = [IconButton(name) for name in ("undo-2", "redo-2", "history", "settings", "mouse-pointer-2", "bell")]
    made[3].set_framed(True)
    made[4].setCheckable(True)
    made[4].setChecked(True)
    made[5].setEnabled(False)
    busy, large = IconButton("refresh-cw"), IconButton("play", 40)
    busy.set_busy(True)
    return row(*made, busy, large, KeyCap("Ctrl K"), Badge("warn"), gap=4)


def chips() -> list[QWidget]:
    """Every tone, with and without an icon, clickable, cut."""
    tones = []
    for tone, icon in zip(TONES, ("languages", "pin", "check", "clock", "octagon-x", "loader"), strict=True):
        chip = Chip(icon, tone)  # type: ignore[arg-type]
        chip.setText(tone.capitalize())
        tones.append(chip)
    fact = Chip("clock")
    fact.setText("15 s + 6 s")
    fact.set_editable(True)
    bare = Chip(tone="warn")
    bare.setText("Draft media")
    cut = Chip("monitor")
    cut.setText("Instagram, TikTok, YouTube, Facebook")
    cut.setFixedWidth(120)
    badges = []
    for tone, text in (("warn", "2"), ("err", "12"), ("acc", "3"), ("ok", "7")):
        badge = Badge(tone)  # type: ignore[arg-type]
        badge.setText(text)
        badges.append(badge)
    for tone, icon in (("ok", "check"), ("info", "loader"), ("warn", "clock"), ("err", "triangle-alert")):
        badge = Badge(tone)  # type: ignore[arg-type]
        badge.set_icon(icon)
        badges.append(badge)
    return [row(*tones), row(fact, bare, cut, *badges)]


def labels() -> list[QWidget]:
    """Every role of text."""
    made = []
    for role in ("title", "panel", "section", "body", "secondary", "label", "hint", "mono"):
        label = Label(role)  # type: ignore[arg-type]
        label.setText(f"{role.capitalize()}: what are we making, 0123456789 ≈ €38.42 → été")
        made.append(label)
    cut = Label("body", elides=True)
    cut.setText("Inès answered the review: yes to 1, changes to 2 and 3, and a question about the legal line")
    cut.setFixedWidth(260)
    return [*made, cut]


def choices() -> list[QWidget]:
    """Segments, tabs, switches, boxes."""
    length, view, tabs = Segmented(), Segmented(), Tabs()
    length.set_choices([("6", "6 s"), ("15", "15 s"), ("30", "30 s")])
    length.set_value("15")
    view.set_choices([("strip", "Strip"), ("side", "Side by side"), ("wipe", "Wipe", "layers")])
    tabs.set_choices([("nodes", "Nodes"), ("library", "Library"), ("assistant", "Assistant")])
    on, off, gone = Switch(), Switch(), Switch()
    on.setChecked(True)
    on.setText("Draft first, then final")
    gone.setEnabled(False)
    boxes = []
    for text, is_on in (("9:16", True), ("1:1", True), ("4:5", False), ("16:9", False)):
        box = CheckBox()
        box.setText(text)
        box.setChecked(is_on)
        boxes.append(box)
    boxes[3].setEnabled(False)
    return [row(length, view), tabs, row(on, off, gone, *boxes)]


def fields() -> list[QWidget]:
    """Every field, at rest, wrong, off."""
    plain, wrong, off = TextField(), TextField(), TextField()
    plain.setPlaceholderText("maisonluma.example/nuit-claire")
    wrong.setText("not an address")
    wrong.set_error(True)
    off.setText("Disabled")
    off.setEnabled(False)
    combo, empty = Combo(), Combo()
    combo.set_choices([("s", "Seedance 2.0", "€0.076/s"), ("k", "Kling v3", "€0.084/s"), ("d", "Draft", "free")])
    empty.setEnabled(False)
    search = SearchField()
    search.set_placeholder("Search nodes")
    search.set_keys("Tab")
    slider, number = SliderField(1, 12, 0.5, 1), NumberField(0, 99999)
    slider.set_value(5)
    slider.set_unit("s")
    number.set_value(48213)
    area = TextArea()
    area.set_text("Bonjour Camille,\nOn lance Nuit Claire le 2 décembre. On voudrait un film de 15 secondes.")
    area.setFixedHeight(90)
    return [row(plain, wrong, off), row(combo, empty), search, slider, number, area]


def running() -> list[QWidget]:
    """Bars and rings."""
    bars = []
    for fraction, tone in ((0.64, "info"), (0.9, "ok"), (0.2, "acc"), (None, "info")):
        bar = ProgressBar()
        bar.set_tone(tone)
        bar.set_fraction(fraction)
        bars.append(bar)
    return [*bars, row(Spinner(), Spinner(24, token="acc"))]


def cards() -> QWidget:
    """Plain, selected, dashed, with a coloured border."""
    made = []
    for name in ("Plain", "Selected", "Dashed", "Ok border"):
        card = Card()
        card.set_clickable(True)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 14, 12)
        label, hint = Label("section"), Label("secondary")
        label.setText(name)
        hint.setText("Café Noisette")
        column.addWidget(label)
        column.addWidget(hint)
        made.append(card)
    made[1].set_selected(True)
    made[2].set_dashed(True)
    made[3].set_border("ok")
    return row(*made)


def flowing() -> QWidget:
    """Chips on as many lines as they need."""
    made = QWidget()
    flow = FlowLayout(made, gap=6)
    for text in ("French brief", "15 s + 6 s", "Instagram · TikTok · YouTube", "Cap €60.00", "3 questions: price"):
        chip = Chip("clock", "warn" if "questions" in text else "neutral")
        chip.setText(text)
        flow.addWidget(chip)
    return made


def gallery() -> QWidget:
    """The sheet."""
    window = QWidget()
    window.setWindowTitle("Gallery")
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Banner("warn", "Offline: drafts, the editor and exports still work.", [("go", "Retry", "normal")]))
    column.addWidget(
        Banner("err", "Kling balance is empty. Nothing was billed.", [("fix", "Use Seedance €0.38", "fix")])
    )
    grid = QGridLayout()
    grid.setContentsMargins(20, 16, 20, 60)
    grid.setHorizontalSpacing(28)
    left, right = Panel(fill="bg"), Panel(edges="left")
    for panel, parts in (
        (left, [*labels(), Divider(), *buttons(), icon_buttons(), *chips(), flowing()]),
        (right, [*choices(), *fields(), *running(), cards()]),
    ):
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(14, 12, 14, 12)
        inner.setSpacing(10)
        for part in parts:
            inner.addWidget(part)
        inner.addStretch(1)
    right.layout().addWidget(
        EmptyState("film", "No takes yet", "Takes of a node stand here side by side, so that you can pick one.",
                   [("run", "Run to here", "primary"), ("help", "How takes work", "normal")]))  # fmt: skip
    grid.addWidget(left, 0, 0)
    grid.addWidget(right, 0, 1)
    column.addLayout(grid)
    window.resize(1440, 960)
    return window


def main() -> None:
    """Draw the sheet into a file."""
    app = QApplication(sys.argv[:1])
    theme.set_mode("light" if "light" in sys.argv else "dark")
    theme.set_high_contrast("contrast" in sys.argv)
    theme.apply(app)
    window = gallery()
    window.show()
    show_toast(window, "Node deleted.", tr("Undo"), lambda: None)
    app.processEvents()
    window.grab().save(sys.argv[1])


if __name__ == "__main__":
    main()
