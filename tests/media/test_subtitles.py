"""SRT files."""

from __future__ import annotations

import pysubs2

from admaker_desktop.ad.deliverable import Cue
from admaker_desktop.media.subtitles import srt_text


def test_cues_survive_a_reader() -> None:
    cues = (
        Cue(text="Dès 29,90 € par mois,", start_s=0.5, end_s=1.9),
        Cue(text="livré « chez vous » ?", start_s=2.0, end_s=3.25),
    )
    read = pysubs2.SSAFile.from_string(srt_text(cues), format_="srt")
    assert [(event.start, event.end) for event in read] == [(500, 1900), (2000, 3250)]
    assert read[0].plaintext.replace("\u00a0", " ") == "Dès 29,90 € par mois,"


def test_long_cues_get_lines_of_at_most_42_characters() -> None:
    long = "Chez nous la pâte lève pendant vingt-quatre heures et tout change"
    read = pysubs2.SSAFile.from_string(srt_text((Cue(text=long, start_s=0, end_s=3),)), format_="srt")
    lines = read[0].plaintext.split("\n")
    assert len(lines) == 2
    assert max(map(len, lines)) <= 42
    assert " ".join(lines) == long


def test_braces_are_not_taken_for_styling_and_no_cues_make_an_empty_file() -> None:
    assert "(an8) ok" in srt_text((Cue(text="{an8} ok", start_s=0, end_s=1),))
    assert srt_text(()).strip() == ""
