"""Captions: when they come, what they hold."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from admaker_desktop.ad.deliverable import Word
from admaker_desktop.core.ticks import ticks_from_s
from admaker_desktop.media.text.breaking import is_weak
from admaker_desktop.nodes.edit.assembly import assemble, cues

FRAME = ticks_from_s(1) // 30
RATES = [2.4, 3.0, 4.5, 6.0]


@pytest.mark.parametrize("words_per_s", RATES)
def test_a_caption_starts_within_a_frame_of_its_first_word(make_parts, wish, words_per_s) -> None:
    parts = make_parts(replace(wish, words_per_s=words_per_s))
    sequence = assemble(parts)
    marks = []
    for clip, take in zip(sequence.voice, parts.voices, strict=True):
        marks += [clip.start_ticks + ticks_from_s(word.start_s) for word in take.words]
    for clip in sequence.captions:
        assert min(abs(clip.start_ticks - mark) for mark in marks) <= FRAME
        assert abs(clip.start_ticks - clip.words[0].start_ticks) <= FRAME
        assert clip.start_ticks % FRAME == 0


@pytest.mark.parametrize("words_per_s", RATES)
def test_captions_follow_one_another_with_a_gap_of_two_frames_or_none(make_parts, wish, words_per_s) -> None:
    captions = assemble(make_parts(replace(wish, words_per_s=words_per_s))).captions
    for before, after in itertools.pairwise(captions):
        gap = after.start_ticks - before.end_ticks
        assert gap == 0 or gap >= 2 * FRAME
    for clip in captions:
        assert clip.words[-1].end_ticks <= clip.end_ticks <= clip.words[-1].end_ticks + ticks_from_s(0.5)
        assert clip.duration_ticks >= ticks_from_s(0.5)


def test_captions_say_every_word_in_order(make_parts, wish) -> None:
    sequence = assemble(make_parts(wish))
    said = " ".join(words for _, words in wish.said)
    assert " ".join(clip.text for clip in sequence.captions).replace("\u00a0", " ") == said


def test_captions_are_short_and_do_not_end_on_an_article(make_parts, wish) -> None:
    for clip in assemble(make_parts(wish)).captions:
        assert 1 <= len(clip.words) <= 7
        assert not is_weak(clip.words[-1].text)
        for layout in clip.layouts:
            assert len(layout.lines) <= 2
            limit = 42 if layout.view == "yt_infeed_16x9" else 26
            assert all(len(line) <= limit for line in layout.lines)
            assert sum(len(line.split(" ")) for line in layout.lines) == len(clip.words)


def test_a_price_stays_one_word(make_parts, wish) -> None:
    words = [word.text for clip in assemble(make_parts(wish)).captions for word in clip.words]
    assert "29,90\u00a0€" in words
    assert "goût\u00a0?" in words


def test_a_quotation_mark_goes_with_its_word(make_parts, wish) -> None:
    parts = make_parts(replace(wish, said=(("hook", "Un pain « vivant » chaque jour."),)))
    words = [word.text for clip in assemble(parts).captions for word in clip.words]
    assert words == ["Un", "pain", "«\u00a0vivant\u00a0»", "chaque", "jour."]


def test_a_voice_without_marks_gets_them_by_its_letters(make_parts, wish) -> None:
    parts = make_parts(wish)
    bare = assemble(replace(parts, voices=tuple(take.model_copy(update={"words": ()}) for take in parts.voices)))
    assert bare.captions[0].text.startswith("Vous aussi,")


def test_marks_that_run_backwards_are_put_in_order(make_parts, wish) -> None:
    parts = make_parts(replace(wish, said=(("hook", "un deux trois"),)))
    words = (
        Word(text="un", start_s=0.4, end_s=0.9),
        Word(text="deux", start_s=0.3, end_s=0.8),
        Word(text="", start_s=1, end_s=1),
    )
    take = parts.voices[0].model_copy(update={"words": words})
    marked = [word for clip in assemble(replace(parts, voices=(take,))).captions for word in clip.words]
    assert [word.text for word in marked] == ["un", "deux"]
    assert marked[0].end_ticks <= marked[1].start_ticks <= marked[1].end_ticks


def test_cues_are_the_captions_in_seconds(make_parts, wish) -> None:
    sequence = assemble(make_parts(wish))
    listed = cues(sequence)
    assert [cue.text for cue in listed] == [clip.text for clip in sequence.captions]
    assert all(cue.start_s < cue.end_s <= 15.0 for cue in listed)
