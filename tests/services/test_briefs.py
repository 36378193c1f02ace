"""Brief files: encodings, refusals, linked pictures."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from admaker_desktop.core.errors import BriefError
from admaker_desktop.services.briefs import MAX_BRIEF_BYTES, read_brief_file, sample_brief

WORDS = "Marque : Éclat d'été, 39 € l’unité — à goûter\nTon : doux\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(WORDS.encode(encoding))
    assert read_brief_file(path).text == WORDS


def test_big_endian_utf16_with_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(b"\xfe\xff" + WORDS.encode("utf-16-be"))
    assert read_brief_file(path).text == WORDS


def test_letters_of_macs_are_composed(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_bytes("Cafe\u0301".encode())
    assert read_brief_file(path).text == "Café"


@pytest.mark.parametrize("name", ["brief.md", "brief.markdown", "brief.TXT", "brief", "brief.eml"])
def test_any_name_is_taken_when_the_content_is_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(WORDS, encoding="utf-8")
    assert read_brief_file(tmp_path / name).name == name


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.md", b"", "is empty"),
        ("blank.md", b" \n\t\r\n ", "holds no words"),
        ("picture.md", b"\x89PNG\r\n\x1a\n" + bytes(40), "a PNG picture"),
        ("photo.md", b"\xff\xd8\xff\xe0" + bytes(40), "a JPEG picture"),
        ("brief.pdf", b"%PDF-1.7\n", "a PDF"),
        ("brief.docx", b"PK\x03\x04" + bytes(40), "a Word document"),
        ("brief.txt", b"{\\rtf1 Hello}", "a rich text document"),
        ("nul.md", b"Brand: A\x00B and some more words", "binary data"),
        ("noise.txt", bytes(range(1, 32)) * 40 + b"\x81\x8d", "no text that can be read"),
        ("odd.txt", b"\xff\xfeA\x00B", "no text that can be read"),
        ("data.json", b'{"brand": "A"}', "no .md or .txt brief"),
    ],
)
def test_what_is_no_brief_is_refused_in_one_line(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BriefError) as refusal:
        read_brief_file(path)
    assert says in refusal.value.message.text()
    assert refusal.value.hint
    assert "\n" not in refusal.value.sentence()


def test_missing_brief_and_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="There is no brief"):
        read_brief_file(tmp_path / "none.md")
    with pytest.raises(BriefError, match="is a folder"):
        read_brief_file(tmp_path)


def test_impossible_path_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match=r"There is no brief|cannot be read"):
        read_brief_file(tmp_path / ("x" * 5000))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="rights do not bind this user")
def test_unreadable_brief_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_text(WORDS, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(BriefError, match="cannot be read"):
        read_brief_file(path)


def test_huge_brief_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    with path.open("wb") as file:
        file.truncate(20 * MAX_BRIEF_BYTES)
    started = time.perf_counter()
    with pytest.raises(BriefError, match="too large"):
        read_brief_file(path)
    assert time.perf_counter() - started < 0.5


def test_linked_local_pictures_are_found_and_remote_ones_left(tmp_path: Path) -> None:
    folder = tmp_path / "client"
    (folder / "img").mkdir(parents=True)
    for name in ("img/my jar.png", "logo.svg", "logo.png"):
        (folder / name).write_bytes(b"x")
    (tmp_path / "secret.png").write_bytes(b"x")
    brief = folder / "brief.md"
    brief.write_text(
        "Brand: A\n![jar](img/my%20jar.png 'the jar') ![jar](<img/my jar.png>)\n[our logo](logo.png)\n"
        "![far](https://cdn.example/far.png) ![gone](gone.png) ![out](../secret.png) ![share](//host/x.png)\n[site](https://a.example)\n",
        encoding="utf-8",
    )
    file = read_brief_file(brief)
    assert file.photos == (folder.resolve() / "img" / "my jar.png",)
    assert file.logo == folder.resolve() / "logo.png"
    assert set(file.skipped) == {"https://cdn.example/far.png", "gone.png", "../secret.png", "//host/x.png"}
    assert file.folder == folder.resolve()


def test_sample_brief_is_a_text_without_pictures() -> None:
    file = sample_brief()
    assert "Aldermere" in file.text
    assert (file.photos, file.logo) == ((), None)
