"""The export sheet: choosing, working, results, refusals."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QPoint, Qt
from qtpy.QtGui import QDesktopServices
from qtpy.QtWidgets import QLabel
from shiboken6 import isValid

from admaker_desktop.ad.deliverable import AdFile, Cue, Finding, Format, Measured, SafeZone
from admaker_desktop.core.errors import StorageError
from admaker_desktop.core.media import ImageRef, VideoRef
from admaker_desktop.core.messages import msg
from admaker_desktop.engine.events import StepFinished, StepProgress, StepStarted
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.runner import RunReport
from admaker_desktop.services import ads
from admaker_desktop.services.summary import DeliveredFile, RunSummary
from admaker_desktop.ui.desk import Desk
from admaker_desktop.ui.export import ExportDialog
from admaker_desktop.ui.session import Session
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import Button

Exporter = Callable[[tuple[str, ...], Path, ads.Watch], RunSummary]


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot, home: Path) -> Iterator[ExportDialog]:
    desk.preferences.set_text("last_folder", str(home))
    with qtbot.waitSignal(desk.session_changed, timeout=20_000):
        desk.open_demo()
    assert desk.session is not None
    made = ExportDialog(desk, desk.session)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.choose.list.placements.rowCount() == 100, timeout=10_000)
    yield made
    if isValid(made):
        made.shutdown()


@pytest.fixture
def exporter(monkeypatch: pytest.MonkeyPatch) -> list[Exporter]:
    """What stands in for the real export, which takes a minute; the last one of the list is used."""
    used: list[Exporter] = []

    def export_workflow(
        _studio: Any, _project: Any, _workflow: Any, presets: tuple[str, ...], folder: Path, watch: ads.Watch
    ) -> RunSummary:
        return used[-1](presets, folder, watch)

    monkeypatch.setattr(ads, "export_workflow", export_workflow)
    return used


def _file(preset: str, folder: Path, findings: tuple[Finding, ...] = ()) -> DeliveredFile:
    zone = SafeZone(top_px=0, bottom_px=0, left_px=0, right_px=0)
    frame = Format(id=preset, aspect="9:16", width_px=1080, height_px=1920, fps=30, safe_zone=zone)
    measured = Measured(
        width_px=1080,
        height_px=1920,
        fps=30,
        frames=450,
        seconds=15.0,
        lufs=-14.1,
        true_peak_dbtp=-1.4,
        size_bytes=18_900_000,
    )
    made = AdFile.model_construct(
        format=frame,
        video=VideoRef.model_construct(),
        captions_srt="",
        thumbnail=ImageRef.model_construct(),
        measured=measured,
        findings=findings,
        cues=(Cue(text="Hello", start_s=0, end_s=1),),
    )
    stem = folder / f"Luma_{preset}"
    return DeliveredFile(stem.with_suffix(".mp4"), stem.with_suffix(".srt"), stem.with_suffix(".png"), made)


def _summary(files: tuple[DeliveredFile, ...], **failed: Any) -> RunSummary:
    report = replace(RunReport("run", state="done"), failed=failed)
    return RunSummary(Path("Demo.admaker"), "en", 15.0, report, files)


def _texts(widget: Any) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def _click(button: Button, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_briefs_formats_are_ticked_and_stand_first(dialog: ExportDialog) -> None:
    chosen = [one.id for one in dialog.choose.list.placements.chosen()]
    assert len(chosen) == 3
    model = dialog.choose.list.placements
    assert [model.placement_at(model.index(row)).id for row in range(3)] == chosen  # type: ignore[union-attr]
    assert dialog.choose.export.text() == "Export 3 files"
    assert dialog.choose.export.isEnabled()


def test_the_search_goes_over_all_hundred(dialog: ExportDialog) -> None:
    model = dialog.choose.list.placements
    dialog.choose.search.set_text("tiktok 9:16")
    assert model.rowCount() > 0
    assert all("TikTok" in str(model.index(row).data()) for row in range(model.rowCount()))
    dialog.choose.search.set_text("no such placement")
    assert model.rowCount() == 0
    assert "No placement holds these words" in _texts(dialog.choose.detail)
    dialog.choose.search.set_text("")
    assert model.rowCount() == 100


def test_a_click_and_space_tick_and_a_chip_unticks(dialog: ExportDialog, qtbot: QtBot) -> None:
    rows, model = dialog.choose.list, dialog.choose.list.placements
    dialog.choose.search.set_text("instagram reels")
    place = rows.visualRect(model.index(0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(model.chosen()) == 4
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert len(model.chosen()) == 3
    dialog.choose.scopes.chosen.emit("chosen")
    first = model.chosen()[0]
    model.toggle(first.id)
    assert first.id not in [one.id for one in model.chosen()]
    assert dialog.choose.export.text() == "Export 2 files"


def test_a_placement_that_cannot_be_made_says_why_and_takes_no_tick(dialog: ExportDialog, qtbot: QtBot) -> None:
    rows, model = dialog.choose.list, dialog.choose.list.placements
    dialog.choose.search.set_text("html5")
    before = model.chosen()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(model.index(0)).center())
    assert model.chosen() == before
    assert "HTML5 banners have no maker yet" in _texts(dialog.choose.detail)
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsUserCheckable


def test_the_detail_shows_source_and_date_of_the_figures(dialog: ExportDialog) -> None:
    dialog.choose.search.set_text("ig_feed_video_4x5")
    told = _texts(dialog.choose.detail)
    assert "updated 2025-08-22" in told
    assert "sproutsocial.com" in [button.text() for button in dialog.choose.detail.findChildren(Button)]
    assert "1080 × 1350 · 4:5" in told


def test_nothing_ticked_or_no_folder_disables_export_and_says_why(dialog: ExportDialog) -> None:
    model = dialog.choose.list.placements
    dialog.choose.folder.setText("  ")
    assert not dialog.choose.export.isEnabled()
    assert dialog.choose.export.toolTip() == "Choose a folder first."
    for one in model.chosen():
        model.toggle(one.id)
    assert dialog.choose.export.toolTip() == "Tick a placement first."


def test_files_are_made_and_shown_with_figures_and_findings(
    dialog: ExportDialog, exporter: list[Exporter], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = Finding(
        rule="safe_zone",
        severity="block",
        basis="platform",
        measured=msg("lower edge at {px} px", px=1428),
        limit=msg("1382 px or less"),
        source=msg("TikTok Ads Manager"),
        fix=msg("Move the price up by 46 px."),
    )

    def export(presets: tuple[str, ...], folder: Path, watch: ads.Watch) -> RunSummary:
        for item, _ in enumerate(presets):
            place = ("run", "export", item, len(presets), "edit.export")
            watch.sink.post(StepStarted(*place, lane=Lane.EXPORT))
            watch.sink.post(StepProgress(*place, fraction=0.5, message=msg("Encoding")))
            watch.sink.post(StepFinished(*place, seconds=0.1))
        watch.token.sleep(0.25)
        return _summary(tuple(_file(preset, folder, (finding,) if n else ()) for n, preset in enumerate(presets)))

    exporter.append(export)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog.choose.folder.setText(str(tmp_path / "out"))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.page == "work"
    qtbot.waitUntil(lambda: "done" in _texts(dialog.progress), timeout=5000)
    qtbot.waitUntil(lambda: dialog.page == "result", timeout=5000)
    told = _texts(dialog.results)
    for text in ("2 of 3 files break a rule", "1080 × 1920 · 15.00 s · 30 fps · 18.9 MB · -14.1 LUFS · -1.4 dBTP"):
        assert text in told
    for text in ("Blocks", "Safe zone", "lower edge at 1428 px", "1382 px or less", "TikTok Ads Manager", "46 px"):
        assert text in told
    _click(dialog.results.folder, qtbot)
    assert opened == [str(tmp_path / "out")]
    theme.set_mode("light")
    dialog.grab()
    _click(dialog.results.again, qtbot)
    assert dialog.page == "choose"


def test_cancel_stops_the_work_and_goes_back(dialog: ExportDialog, exporter: list[Exporter], qtbot: QtBot) -> None:
    def export(presets: tuple[str, ...], folder: Path, watch: ads.Watch) -> RunSummary:
        watch.token.sleep(30)
        return _summary(())

    exporter.append(export)
    _click(dialog.choose.export, qtbot)
    qtbot.waitUntil(dialog.progress.isVisible)
    _click(dialog.progress.cancel, qtbot)
    qtbot.waitUntil(lambda: dialog.page == "choose", timeout=5000)
    assert not dialog.work.is_running
    assert not dialog.choose.trouble.isVisible()


def test_closing_while_it_works_stops_first(dialog: ExportDialog, exporter: list[Exporter], qtbot: QtBot) -> None:
    started = threading.Event()

    def export(presets: tuple[str, ...], folder: Path, watch: ads.Watch) -> RunSummary:
        started.set()
        watch.token.sleep(30)
        return _summary(())

    exporter.append(export)
    _click(dialog.choose.export, qtbot)
    qtbot.waitUntil(started.is_set)
    with qtbot.waitSignal(dialog.finished, timeout=5000):
        dialog.close()
    assert "export" not in [thread.name for thread in threading.enumerate()]


def test_a_folder_that_takes_no_file_is_a_sentence_with_another_folder_as_way_out(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a file").write_text("no folder", encoding="utf-8")
    dialog.choose.folder.setText(str(tmp_path / "a file"))
    _click(dialog.choose.export, qtbot)
    qtbot.waitUntil(dialog.choose.trouble.isVisible, timeout=8000)
    assert "is a file, not a folder" in _texts(dialog.choose.trouble)
    buttons = [button.text() for button in dialog.choose.trouble.findChildren(Button)]
    assert buttons == ["Choose another folder", "Try again"]


def test_a_full_disk_is_told_and_can_be_tried_again(
    dialog: ExportDialog, exporter: list[Exporter], qtbot: QtBot, tmp_path: Path
) -> None:
    tries: list[int] = []

    def export(presets: tuple[str, ...], folder: Path, watch: ads.Watch) -> RunSummary:
        tries.append(1)
        if len(tries) == 1:
            raise StorageError("Writing failed: the disk is full.", hint="Free some space.")
        return _summary(tuple(_file(preset, folder) for preset in presets), upper=msg("The word is bad."))

    exporter.append(export)
    _click(dialog.choose.export, qtbot)
    qtbot.waitUntil(dialog.choose.trouble.isVisible, timeout=5000)
    _click(dialog.choose.trouble.findChildren(Button)[1], qtbot)
    qtbot.waitUntil(lambda: dialog.page == "result", timeout=5000)
    assert "The word is bad." in _texts(dialog.results)


def test_a_bug_is_a_sentence_too(dialog: ExportDialog, exporter: list[Exporter], qtbot: QtBot) -> None:
    def export(presets: tuple[str, ...], folder: Path, watch: ads.Watch) -> RunSummary:
        raise ZeroDivisionError

    exporter.append(export)
    _click(dialog.choose.export, qtbot)
    qtbot.waitUntil(dialog.choose.trouble.isVisible, timeout=5000)
    assert "Something went wrong" in _texts(dialog.choose.trouble)


def test_while_a_run_is_going_nothing_is_exported(
    dialog: ExportDialog, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.session is not None
    monkeypatch.setattr(Session, "is_running", property(lambda _session: True))
    desk.session.run_changed.emit()
    assert not dialog.choose.export.isEnabled()
    assert "A run is going" in _texts(dialog.choose.trouble)
    monkeypatch.setattr(Session, "is_running", property(lambda _session: False))
    desk.session.run_changed.emit()
    assert dialog.choose.export.isEnabled()
    assert not dialog.choose.trouble.isVisible()


def test_the_folder_is_remembered(
    dialog: ExportDialog, desk: Desk, exporter: list[Exporter], qtbot: QtBot, tmp_path: Path
) -> None:
    def export(presets: tuple[str, ...], folder: Path, watch: ads.Watch) -> RunSummary:
        return _summary(tuple(_file(preset, folder) for preset in presets))

    exporter.append(export)
    dialog.choose.folder.setText(str(tmp_path / "out"))
    _click(dialog.choose.export, qtbot)
    qtbot.waitUntil(lambda: dialog.page == "result", timeout=5000)
    assert desk.preferences.text("export_folder") == str(tmp_path / "out")


def test_closing_the_project_closes_the_sheet(dialog: ExportDialog, desk: Desk, qtbot: QtBot) -> None:
    closed: list[bool] = []
    with qtbot.waitSignal(dialog.finished, timeout=5000):
        desk.close_project(lambda: closed.append(True))
    qtbot.waitUntil(lambda: bool(closed), timeout=5000)


def test_browse_opens_a_dialog_that_is_not_waited_for(dialog: ExportDialog, qtbot: QtBot) -> None:
    _click(dialog.choose.browse, qtbot)
    dialog.grab()
    assert dialog.childAt(QPoint(5, 5)) is not None
