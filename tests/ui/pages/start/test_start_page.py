"""The Start page with a real desk: type, correct, make, drop, open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import QMimeData, QPointF, Qt, QUrl
from qtpy.QtGui import QDragEnterEvent, QDropEvent, QImage
from qtpy.QtWidgets import QApplication, QFileDialog, QWidget

from admaker_desktop.core.errors import StorageError
from admaker_desktop.ui import i18n
from admaker_desktop.ui.desk import Desk
from admaker_desktop.ui.pages.start import StartPage
from admaker_desktop.ui.pages.start.page import project_name
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import TextField

TEXT = "A film of 6 seconds in 1:1 for Maison Luma, the night perfume. Warm."


@pytest.fixture(autouse=True)
def still() -> Iterator[None]:
    """No film plays while other things are tested."""
    theme.reduced_motion = True
    yield
    theme.reduced_motion = False


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[StartPage]:
    made = StartPage(desk)
    made.resize(1280, 654)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.box.is_loaded)
    yield made
    made.release()
    made.close()


def type_brief(qtbot: QtBot, page: StartPage, text: str = TEXT) -> None:
    with qtbot.waitSignal(page.box.understood, timeout=20_000):
        qtbot.keyClicks(page.brief.text, text)


def edit(page: StartPage, field: str, text: str) -> None:
    page.brief.chips.open_editor(field)
    editor = page.brief.chips.editor
    assert editor is not None
    editor.set_text(text)
    editor.save()


def drop(page: StartPage, mime: QMimeData) -> None:
    point, action = QPointF(300, 300), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(point.toPoint(), action, mime, buttons, keys))
    QApplication.sendEvent(page, QDropEvent(point, action, mime, buttons, keys))


def test_an_empty_page_says_why_nothing_can_be_made_and_offers_the_demo(page: StartPage) -> None:
    assert not page.brief.make_button.isEnabled()
    assert "brief" in page.brief.make_button.toolTip()
    assert not page.brief.chips.isVisible()


def test_what_was_understood_appears_as_chips_and_sets_the_choices(qtbot: QtBot, page: StartPage) -> None:
    type_brief(qtbot, page)
    chips = page.brief.chips
    texts = {field: chips.chip(field).text() for field in ("lengths", "formats", "languages", "cta")}  # type: ignore[union-attr]
    assert texts["lengths"] == "6 s"
    assert texts["formats"] == "1:1"
    assert texts["languages"] == "English ad"
    assert texts["cta"].startswith("Call to action: ")
    assert texts["cta"].endswith("· default")
    assert page.brief.options.length.value == "6"
    assert [a for a in ("9:16", "1:1", "16:9") if page.brief.options.format_box(a).isChecked()] == ["1:1"]
    assert page.brief.make_button.isEnabled()


def test_a_question_is_answered_in_its_chip_and_reset_again(qtbot: QtBot, page: StartPage) -> None:
    type_brief(qtbot, page)
    with qtbot.waitSignal(page.box.understood, timeout=20_000):
        edit(page, "cta", "Order your flacon")
    chip = page.brief.chips.chip("cta")
    assert chip is not None
    assert chip.text() == "Call to action: Order your flacon"
    page.brief.chips.open_editor("cta")
    assert page.brief.chips.editor is not None
    with qtbot.waitSignal(page.box.understood, timeout=20_000):
        page.brief.chips.editor.reset()
    chip = page.brief.chips.chip("cta")
    assert chip is not None
    assert chip.text().endswith("· default")


def test_an_answer_that_cannot_be_read_stays_open_with_the_reason(qtbot: QtBot, page: StartPage) -> None:
    type_brief(qtbot, page)
    edit(page, "lengths", "rather long")
    editor = page.brief.chips.editor
    assert editor is not None
    assert editor.isVisible()
    assert page.box.draft.answers == {}
    editor.set_text("15 s")
    assert isinstance(editor.field, TextField)
    with qtbot.waitSignal(page.box.understood, timeout=20_000):
        qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert page.box.draft.answers == {"lengths": "15 s"}


def test_pointing_at_a_chip_shows_the_client_s_words(qtbot: QtBot, page: StartPage) -> None:
    type_brief(qtbot, page)
    page.brief.chips.pointed.emit("Maison Luma")
    assert [s.cursor.selectedText() for s in page.brief.text.extraSelections()] == ["Maison Luma"]
    page.brief.chips.pointed.emit("")
    assert page.brief.text.extraSelections() == []


def test_a_brief_dropped_anywhere_is_taken_and_can_be_undone(qtbot: QtBot, page: StartPage, tmp_path: Path) -> None:
    page.brief.text.setPlainText("Notes of mine")
    brief = tmp_path / "luma.md"
    brief.write_text(TEXT, encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(brief))])
    with qtbot.waitSignal(page.box.understood, timeout=20_000):
        drop(page, mime)
    assert page.brief.text.text() == TEXT
    page.brief.text.undo()
    assert page.brief.text.text() == "Notes of mine"


def test_words_that_are_dropped_or_pasted_join_the_text(page: StartPage) -> None:
    mime = QMimeData()
    mime.setText("An ad for Luma")
    drop(page, mime)
    page.brief.text.insertFromMimeData(mime)
    assert page.brief.text.text() == "An ad for LumaAn ad for Luma"


def test_pasted_pictures_become_thumbnails_that_can_be_removed(qtbot: QtBot, page: StartPage, tmp_path: Path) -> None:
    mime = QMimeData()
    paths = [tmp_path / "flacon.png", tmp_path / "logo.png"]
    for path in paths:
        QImage(64, 48, QImage.Format.Format_RGB32).save(str(path))
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert page.brief.text.canInsertFromMimeData(mime)
    page.brief.text.insertFromMimeData(mime)
    tile = page.brief.photos_tile
    assert len(tile.thumbnails) == 2
    assert tile.line.text() == "1 photo, 1 logo"
    qtbot.keyClick(tile.thumbnails[0], Qt.Key.Key_Delete)
    assert (page.box.draft.photos, page.box.draft.logo) == ((), str(paths[1]))
    menu = tile.thumbnails[0].menu()
    assert [action.text() for action in menu.actions()] == ["Use as a photo", "Remove"]
    menu.close()


def test_a_file_that_is_no_brief_is_explained_and_the_note_can_be_closed(
    qtbot: QtBot, page: StartPage, tmp_path: Path
) -> None:
    pdf = tmp_path / "brief.pdf"
    pdf.write_bytes(b"%PDF-1.7\n")
    with qtbot.waitSignal(page.box.refused):
        page.box.take_files([pdf])
    assert page.brief.refusal.isVisible()
    assert "PDF" in page.brief.refusal.accessibleName()
    page.brief.refusal.close_button.click()
    assert not page.brief.refusal.isVisible()


def test_the_first_draft_is_made_from_text_choices_and_answers(qtbot: QtBot, page: StartPage, desk: Desk) -> None:
    type_brief(qtbot, page)
    with qtbot.waitSignal(page.box.understood, timeout=20_000):
        edit(page, "cta", "Order your flacon")
    page.brief.options.length.chosen.emit("15")
    started = []
    page.draft_asked.connect(lambda: started.append(True))
    with qtbot.waitSignal(desk.session_changed, timeout=20_000):
        page.brief.make_button.click()
        assert page.brief.make_button.is_busy
    session = desk.session
    assert session is not None
    brief = session.workflow.node("brief").settings
    assert brief["text"] == TEXT
    assert brief["answers"] == {"cta": "Order your flacon"}
    assert session.workflow.node("script").settings["seconds"] == 15
    assert session.is_running
    assert page.box.draft.is_empty
    assert started == [True]
    session.cancel_run()
    qtbot.waitUntil(lambda: not session.is_running, timeout=20_000)


def test_a_project_that_cannot_be_made_leaves_the_brief_where_it_is(
    qtbot: QtBot, page: StartPage, desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    desk.preferences.set_text("last_folder", "")
    desk.projects_folder = lambda: tmp_path / "file" / "AdMaker"  # type: ignore[method-assign]
    type_brief(qtbot, page)
    with qtbot.waitSignal(desk.failed, timeout=20_000) as failure:
        page.make_draft()
    assert isinstance(failure.args[0], StorageError)
    assert page.box.draft.text == TEXT
    assert not page.brief.make_button.is_busy


@pytest.mark.parametrize(
    ("brand", "product", "name"),
    [
        ("Biscuiterie Kerlann", "coffrets de la Biscuiterie Kerlann", "Biscuiterie Kerlann"),
        ("Strider", "Loop", "Strider Loop"),
        ("Kumo", "kumo", "Kumo"),
    ],
)
def test_a_project_is_named_after_brand_and_product_without_saying_either_twice(
    brand: str, product: str, name: str
) -> None:
    assert project_name(brand, product) == name


def test_without_any_format_nothing_can_be_made(qtbot: QtBot, page: StartPage) -> None:
    type_brief(qtbot, page)
    page.brief.options.format_box("1:1").click()
    assert not page.brief.make_button.isEnabled()
    assert "format" in page.brief.make_button.toolTip()


def test_the_demo_opens_with_one_click(qtbot: QtBot, page: StartPage, desk: Desk) -> None:
    with qtbot.waitSignal(desk.session_changed, timeout=20_000):
        page.demo.open_button.click()
    assert desk.session is not None
    assert "Aldermere" in str(desk.session.workflow.node("brief").settings["text"])


def test_file_dialogs_do_not_block_and_hand_their_files_over(qtbot: QtBot, page: StartPage, tmp_path: Path) -> None:
    picture = tmp_path / "flacon.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(picture))
    for choose in (page.brief.choose_brief, page.brief.choose_pictures):
        choose()
        dialog = page.findChildren(QFileDialog)[-1]
        dialog.filesSelected.emit([str(picture)])
        dialog.close()
    assert page.box.draft.photos == (str(picture),)


@pytest.mark.parametrize("size", [(1280, 654), (1600, 894)])
def test_nothing_is_wider_than_the_page_in_a_language_forty_percent_longer(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(i18n, "_lookup", lambda text: text and f"{text} {'ab ' * max(1, len(text) // 8)}".rstrip())
    page = StartPage(desk)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    type_brief(qtbot, page)
    assert [name_of(w) for w in page.findChildren(QWidget) if w.isVisible() and overflows(w, page)] == []
    page.release()
    page.close()


def overflows(widget: QWidget, page: QWidget) -> bool:
    right = widget.mapTo(page, widget.rect().topRight()).x()
    return right > page.width() or widget.width() + 1 < min(widget.minimumSizeHint().width(), 10_000)


def name_of(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()} {widget.geometry()}"


def test_the_page_speaks_another_language_at_once(qtbot: QtBot, page: StartPage, qapp: QApplication) -> None:
    type_brief(qtbot, page)
    i18n.set_language("fr")
    qapp.processEvents()
    assert page.brief.options.length.buttons()[0].text() == "6 s"
    i18n.set_language("en")


def test_every_control_has_a_name_for_screen_readers(qtbot: QtBot, page: StartPage) -> None:
    type_brief(qtbot, page)
    focusable = [w for w in page.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [name_of(w) for w in focusable if not (w.accessibleName() or getattr(w, "text", str)())]
    assert [name for name in nameless if not name.startswith(("Scroll", "QScroll"))] == []


def test_tab_reads_the_page_from_the_brief_to_the_demo(qtbot: QtBot, page: StartPage) -> None:
    type_brief(qtbot, page)
    page.activateWindow()
    page.focus_brief()
    seen: list[QWidget | None] = []
    for _ in range(60):
        seen.append(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    stops = [page.brief.text, page.brief.brief_tile.button, page.brief.chips.chip("lengths"), page.brief.make_button]
    stops += [page.demo.play_button, page.demo.open_button]
    places = [seen.index(stop) for stop in stops]
    assert places == sorted(places)


def test_a_client_s_words_are_never_read_as_rich_text(qtbot: QtBot, page: StartPage) -> None:
    type_brief(qtbot, page)
    with qtbot.waitSignal(page.box.understood, timeout=20_000):
        edit(page, "cta", "<b>Order</b> now")
    chip = page.brief.chips.chip("cta")
    assert chip is not None
    assert "<b>" not in chip.toolTip()
    assert "&lt;b&gt;" in chip.toolTip()
