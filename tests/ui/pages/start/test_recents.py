"""Recent projects on the page: cards, search, keys, and files that are gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from qtpy.QtCore import Qt
from qtpy.QtWidgets import QFileDialog

from admaker_desktop.project.file import ProjectFile
from admaker_desktop.services.projects import Wishes, new_project
from admaker_desktop.services.studio import Studio
from admaker_desktop.ui.desk import Desk
from admaker_desktop.ui.pages.start.recents import RecentProjects


@pytest.fixture
def opened() -> list[Path]:
    """What the desk was asked to open."""
    return []


@pytest.fixture
def recents(
    desk: Desk, qtbot: QtBot, tmp_path: Path, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> Iterator[RecentProjects]:
    monkeypatch.setattr(desk, "open_project", opened.append)
    assert desk.studio is not None
    for name in ("Été chez Luma", "Gravel", "Winter"):
        path = tmp_path / f"{name}.admaker"
        ProjectFile.create(path, made_by="user").close()
        desk.studio.state.note_opened(str(path))
    made = RecentProjects(desk)
    made.resize(800, 600)
    with qtbot.waitSignal(made.shown, timeout=20_000):
        made.show()
    yield made
    made.close()


def names(recents: RecentProjects) -> list[str]:
    return [item.project.name for item in recents.items]


def test_the_newest_project_is_first_and_opens_with_enter(
    qtbot: QtBot, recents: RecentProjects, opened: list[Path]
) -> None:
    assert names(recents) == ["Winter", "Gravel", "Été chez Luma"]
    qtbot.keyClick(recents.items[1], Qt.Key.Key_Return)
    qtbot.mouseClick(recents.items[0], Qt.MouseButton.LeftButton)
    assert [path.stem for path in opened] == ["Gravel", "Winter"]


def test_arrows_walk_among_the_cards(qtbot: QtBot, recents: RecentProjects) -> None:
    recents.activateWindow()
    recents.items[0].setFocus()
    qtbot.keyClick(recents.items[0], Qt.Key.Key_Right)
    assert recents.items[1].hasFocus()
    qtbot.keyClick(recents.items[1], Qt.Key.Key_Down)
    assert recents.items[1].hasFocus()


def test_search_finds_without_accents_and_says_when_nothing_fits(recents: RecentProjects) -> None:
    recents.search.set_text("ete luma")
    assert names(recents) == ["Été chez Luma"]
    recents.search.set_text("nothing like it")
    assert names(recents) == []
    assert recents.empty.isVisible()
    recents.search.set_text("")
    assert len(names(recents)) == 3


def test_delete_takes_a_project_off_the_list_and_leaves_its_file(
    qtbot: QtBot, recents: RecentProjects, tmp_path: Path
) -> None:
    with qtbot.waitSignal(recents.shown):
        qtbot.keyClick(recents.items[0], Qt.Key.Key_Delete)
    assert names(recents) == ["Gravel", "Été chez Luma"]
    assert (tmp_path / "Winter.admaker").exists()


def test_a_file_that_is_gone_can_be_located_or_removed(
    qtbot: QtBot, recents: RecentProjects, opened: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "Winter.admaker").rename(tmp_path / "Moved.admaker")
    with qtbot.waitSignal(recents.shown):
        recents.refresh()
    item = recents.items[0]
    assert item.project.state == "missing"
    menu = recents.menu_of(item)
    locate, _folder, _line, remove = menu.actions()
    assert (locate.text(), remove.text()) == ("Locate the file…", "Remove from list")
    locate.trigger()
    dialog = recents.findChildren(QFileDialog)[-1]
    with qtbot.waitSignal(recents.shown):
        dialog.fileSelected.emit(str(tmp_path / "Moved.admaker"))
    dialog.close()
    menu.close()
    assert opened == [tmp_path / "Moved.admaker"]
    assert names(recents) == ["Gravel", "Été chez Luma"]


def test_the_list_view_is_remembered(qtbot: QtBot, recents: RecentProjects, desk: Desk) -> None:
    recents.list_button.click()
    assert len({item.x() for item in recents.items}) <= 1
    assert {item.height() for item in recents.items} == {56}
    again = RecentProjects(desk)
    assert again.list_button.isChecked()
    again.deleteLater()


def test_without_projects_the_page_says_what_will_be_here(qtbot: QtBot, desk: Desk) -> None:
    made = RecentProjects(desk)
    with qtbot.waitSignal(made.shown, timeout=20_000):
        made.show()
    assert made.empty.isVisible()
    assert not made.search.isVisible()
    made.close()


def test_cards_fill_the_width(recents: RecentProjects) -> None:
    recents.resize(760, 700)
    first_row = [item for item in recents.items if item.y() == recents.items[0].y()]
    assert len(first_row) == 3
    widths = [item.width() for item in first_row]
    assert max(widths) - min(widths) <= 1
    assert first_row[-1].geometry().right() in range(755, 760)


def test_a_project_that_is_open_is_listed_like_any_other(
    qtbot: QtBot, recents: RecentProjects, studio: Studio, tmp_path: Path
) -> None:
    project = new_project(studio, tmp_path / "Open.admaker", None, Wishes(), "first_ad")
    studio.state.note_opened(str(project.path))
    with qtbot.waitSignal(recents.shown):
        recents.refresh()
    project.close()
    assert recents.items[0].project.state == "draft"
