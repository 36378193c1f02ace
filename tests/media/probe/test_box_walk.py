"""The box walk reads what is written and never runs away."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from admaker_desktop.media.probe.boxes import MAX_BOXES, read_boxes
from admaker_desktop.media.probe.facts import BoxFacts
from tests.fakes.films import Film, write_film


def box(kind: bytes, body: bytes = b"") -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def read(tmp_path: Path, data: bytes) -> BoxFacts:
    path = tmp_path / "a.mp4"
    path.write_bytes(data)
    return read_boxes(path)


FTYP = box(b"ftyp", b"mp42\x00\x00\x00\x00isommp41")
MVHD = box(b"mvhd", bytes(12) + struct.pack(">II", 1000, 5000) + bytes(80))


def track(matrix: tuple[int, ...], edits: bytes = b"") -> bytes:
    tkhd = box(b"tkhd", bytes(40) + struct.pack(">9i", *matrix) + bytes(8))
    handler = box(b"hdlr", bytes(8) + b"vide" + bytes(13))
    mdhd = box(b"mdhd", b"\x01" + bytes(19) + struct.pack(">IQ", 30_000, 150_000) + bytes(4))
    return box(b"trak", tkhd + (box(b"edts", box(b"elst", edits)) if edits else b"") + box(b"mdia", mdhd + handler))


UPRIGHT = (65536, 0, 0, 0, 65536, 0, 0, 0, 1 << 30)
QUARTER = (0, 65536, 0, -65536, 0, 0, 0, 0, 1 << 30)


def test_brands_order_lengths_and_rotation(tmp_path: Path) -> None:
    facts = read(tmp_path, FTYP + box(b"moov", MVHD + track(QUARTER)) + box(b"mdat", bytes(50)))
    assert (facts.major_brand, facts.compatible_brands) == ("mp42", ("isom", "mp41"))
    assert facts.top_level == ("ftyp", "moov", "mdat")
    assert (facts.is_moov_first, facts.movie_s, facts.track_s, facts.rotation_deg) == (True, 5.0, (5.0,), 90)
    assert facts.problems == ()


@pytest.mark.parametrize(
    ("edits", "shifts"),
    [
        (struct.pack(">III", 0, 1, 5000) + struct.pack(">iI", 0, 65536), False),
        (struct.pack(">III", 0, 1, 5000) + struct.pack(">iI", 1024, 65536), True),
        (struct.pack(">III", 0, 1, 5000) + struct.pack(">iI", -1, 65536), True),
        (b"\x01\0\0\0" + struct.pack(">IQqI", 1, 5000, 0, 65536), False),
    ],
    ids=["trivial", "cut", "pause", "64 bit"],
)
def test_edit_lists_that_move_the_track_are_told_from_trivial_ones(tmp_path: Path, edits: bytes, shifts: bool) -> None:
    facts = read(tmp_path, FTYP + box(b"moov", MVHD + track(UPRIGHT, edits)))
    assert (facts.edit_lists, facts.has_shifting_edit) == (1, shifts)


def test_64_bit_sizes_and_a_last_box_without_size(tmp_path: Path) -> None:
    big = struct.pack(">I4sQ", 1, b"mdat", 16 + 20) + bytes(20)
    endless = struct.pack(">I4s", 0, b"mdat") + bytes(100)
    facts = read(tmp_path, FTYP + big + box(b"moov", MVHD) + endless)
    assert facts.top_level == ("ftyp", "mdat", "moov", "mdat")
    assert (facts.is_moov_first, facts.problems) == (False, ())


@pytest.mark.parametrize(
    ("tail", "problem"),
    [
        (struct.pack(">I4s", 3, b"free"), "claims 3 bytes"),
        (struct.pack(">I4s", 900, b"mdat") + bytes(10), "cut off"),
        (box(b"moov", box(b"mvhd", b"\0\0")), "too short"),
        (box(b"moov", box(b"tkhd", bytes(90))), "outside a track"),
        (box(b"free") * (MAX_BOXES + 5), "more than"),
        (b"", "no movie header"),
    ],
)
def test_damage_is_told_and_never_raises(tmp_path: Path, tail: bytes, problem: str) -> None:
    assert any(problem in said.text() for said in read(tmp_path, FTYP + tail).problems)


def test_boxes_within_boxes_end_somewhere(tmp_path: Path) -> None:
    nest = b""
    for _ in range(500):
        nest = box(b"moov", nest)
    assert read(tmp_path, FTYP + nest).top_level == ("ftyp", "moov")


def test_pixel_aspect_and_colour_come_from_the_sample_entry(tmp_path: Path) -> None:
    from fractions import Fraction

    facts = read_boxes(write_film(tmp_path / "b.mp4", Film(sar=Fraction(4, 3))))
    assert (facts.pasp, facts.colr, facts.rotation_deg) == ("4:3", "nclx 1/1/1 limited", 0)
