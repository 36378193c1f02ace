"""The brief box: read after a pause, kept through closing, filled from files, answered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from admaker_desktop.core.errors import BriefError
from admaker_desktop.ui.jobs import Jobs
from admaker_desktop.ui.pages.start.brief import BriefBox
from admaker_desktop.ui.pages.start.draft import BriefDraft, load_draft, save_draft

TEXT = "A film of 6 seconds in 1:1 for Maison Luma, the night perfume. Warm."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "draft.json"


@pytest.fixture
def box(qtbot: QtBot, jobs: Jobs, path: Path) -> Iterator[BriefBox]:
    made = BriefBox(jobs, path)
    qtbot.waitUntil(lambda: made.is_loaded)
    yield made
    made.release()
    made.deleteLater()


def type_text(qtbot: QtBot, box: BriefBox, text: str = TEXT) -> None:
    with qtbot.waitSignal(box.understood, timeout=20_000):
        box.set_text(text)


def test_the_text_is_read_after_a_pause_and_sets_what_would_be_made(qtbot: QtBot, box: BriefBox) -> None:
    assert (box.aspects, box.seconds, box.language) == (("9:16", "1:1", "16:9"), 15, "")
    type_text(qtbot, box)
    assert (box.aspects, box.seconds, box.language) == (("1:1",), 6, "en")


def test_only_the_last_of_several_texts_is_shown(qtbot: QtBot, box: BriefBox) -> None:
    box.set_text("Un film de 30 secondes pour le thé du soir de la Maison Luma, en français, chaud et doux.")
    box.read_now()
    box.set_text(TEXT)
    with qtbot.waitSignal(box.understood, timeout=20_000):
        box.read_now()
    assert box.understanding is not None
    assert box.understanding.brief.lengths[0].seconds == 6


def test_choices_count_more_than_the_brief_and_the_brief_s_own_is_no_choice(qtbot: QtBot, box: BriefBox) -> None:
    type_text(qtbot, box)
    box.set_aspects(("9:16",))
    box.set_seconds(30)
    assert (box.draft.aspects, box.draft.seconds) == (("9:16",), 30)
    box.set_aspects(("1:1",))
    box.set_seconds(6)
    assert (box.draft.aspects, box.draft.seconds) == (None, None)


def test_another_language_is_read_anew(qtbot: QtBot, box: BriefBox) -> None:
    type_text(qtbot, box)
    with qtbot.waitSignal(box.understood, timeout=20_000):
        box.set_language("fr")
    assert box.understanding is not None
    assert box.understanding.brief.language == "fr"


def test_an_answer_is_taken_over_and_can_be_taken_back(qtbot: QtBot, box: BriefBox) -> None:
    type_text(qtbot, box)
    with qtbot.waitSignal(box.understood, timeout=20_000):
        box.set_answer("lengths", "15 s")
    assert box.seconds == 15
    with qtbot.waitSignal(box.understood, timeout=20_000):
        box.set_answer("lengths", None)
    assert (box.seconds, box.draft.answers) == (6, {})


def test_what_was_typed_survives_closing(qtbot: QtBot, box: BriefBox, jobs: Jobs, path: Path) -> None:
    box.set_text(TEXT)
    qtbot.waitUntil(path.exists)
    again = BriefBox(jobs, path)
    with qtbot.waitSignal(again.understood, timeout=20_000):
        pass
    assert again.draft.text == TEXT
    again.deleteLater()


def test_closing_right_after_typing_loses_nothing(box: BriefBox, path: Path) -> None:
    box.set_text(TEXT)
    box.release()
    assert load_draft(path).text == TEXT


def test_a_used_brief_is_gone(qtbot: QtBot, box: BriefBox, path: Path) -> None:
    type_text(qtbot, box)
    box.clear()
    box.release()
    assert (load_draft(path), box.understanding) == (BriefDraft(), None)


def test_a_brief_file_brings_its_text_name_and_pictures(qtbot: QtBot, box: BriefBox, tmp_path: Path) -> None:
    for name in ("flacon.png", "logo.png"):
        (tmp_path / name).write_bytes(b"x")
    brief = tmp_path / "luma.md"
    brief.write_text(f"{TEXT}\n\n![photo](flacon.png)\n\n![logo](logo.png)\n", encoding="utf-8")
    with qtbot.waitSignal(box.understood, timeout=20_000):
        box.take_files([brief])
    assert box.draft.name == "luma.md"
    assert [Path(photo).name for photo in box.draft.photos] == ["flacon.png"]
    assert Path(box.draft.logo).name == "logo.png"


def test_pictures_join_the_photos_once_and_a_logo_is_known_by_its_name(box: BriefBox) -> None:
    photo, logo = Path("/a/flacon.jpg"), Path("/a/Logo Luma.png")
    box.take_files([photo, logo, photo])
    assert (box.draft.photos, box.draft.logo) == ((str(photo),), str(logo))
    box.use_as_logo(str(photo))
    assert (box.draft.photos, box.draft.logo) == ((str(logo),), str(photo))
    box.use_as_photo(str(photo))
    box.remove_picture(str(logo))
    assert (box.draft.photos, box.draft.logo) == ((str(photo),), "")


def test_a_file_that_is_no_brief_is_refused_with_a_reason(qtbot: QtBot, box: BriefBox, tmp_path: Path) -> None:
    pdf = tmp_path / "brief.pdf"
    pdf.write_bytes(b"%PDF-1.7\n")
    with qtbot.waitSignal(box.refused) as refusal:
        box.take_files([pdf])
    assert isinstance(refusal.args[0], BriefError)
    assert box.draft.text == ""


@pytest.mark.parametrize("content", ["", "[]", '{"text": "a"}', '{"text": 1, "name": [], "photos": 3}', "\xff"])
def test_a_kept_draft_that_cannot_be_understood_is_an_empty_one(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content, encoding="latin-1")
    assert load_draft(path) == BriefDraft()


def test_a_draft_comes_back_as_it_was(path: Path) -> None:
    draft = BriefDraft("é", "a.md", ("p.png",), "l.png", {"cta": "Go"}, ("9:16",), 6.0, "fr")
    save_draft(path, draft)
    assert load_draft(path) == draft
    kept = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(kept | {"seconds": 9000, "language": "xx"}), encoding="utf-8")
    assert (load_draft(path).seconds, load_draft(path).language) == (None, None)


def test_a_disk_that_refuses_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "draft.json"
    save_draft(path, BriefDraft("a"))
    assert load_draft(path) == BriefDraft()
