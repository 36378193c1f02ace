"""The score: what is played when."""

from __future__ import annotations

from itertools import pairwise

import pytest

from admaker_desktop.ad.brand import Mood
from admaker_desktop.ad.script import MusicPlan
from admaker_desktop.core.ticks import ticks_from_s
from admaker_desktop.providers.draft.composing.form import Form
from admaker_desktop.providers.draft.composing.score import Score, write_score
from admaker_desktop.providers.draft.composing.style import STEMS, STYLES
from admaker_desktop.providers.draft.composing.theory import movement

MOODS: tuple[Mood, ...] = ("calm", "warm", "bright", "bold", "precise", "tender")


def plan(mood: Mood, total_s: float = 15.0, hit_s: float = 12.5, bpm: float = 96.0) -> MusicPlan:
    return MusicPlan(total_ticks=ticks_from_s(total_s), end_card_ticks=ticks_from_s(hit_s), bpm=bpm, mood=mood, seed=1)


def score(mood: Mood, seed: int = 1, take: int = 0, total_s: float = 15.0, hit_s: float = 12.5) -> Score:
    return write_score(Form.of(plan(mood, total_s, hit_s)), STYLES[mood], seed, take)


@pytest.mark.parametrize("mood", MOODS)
def test_every_mood_has_all_that_it_names(mood: Mood) -> None:
    style = STYLES[mood]
    parts = {part for group in style.entries for part in group}
    assert parts == {"bass", "strings", "lead", *style.drums}
    assert set(style.levels) == set(STEMS)
    steps = (style.arp_steps, *style.bass_steps, *style.lead_steps, *(line.steps for line in style.drums.values()))
    assert {len(pattern) for pattern in steps} == {16}
    assert not style.roll or style.roll in {line.sound for line in style.drums.values()}


@pytest.mark.parametrize("mood", MOODS)
@pytest.mark.parametrize("seed", range(6))
def test_harmony_leads_to_the_tonic_on_the_hit(mood: Mood, seed: int) -> None:
    chords = score(mood, seed).chords
    assert chords[-1].degree == 0
    assert chords[-2].degree == STYLES[mood].approach
    assert all(before.degree != after.degree for before, after in pairwise(chords[-3:]))
    assert all(movement(before.voicing, after.voicing) <= 16 for before, after in pairwise(chords))


@pytest.mark.parametrize("mood", MOODS)
def test_the_piece_begins_with_pad_and_arpeggio_and_grows(mood: Mood) -> None:
    piece, form = score(mood), Form.of(plan(mood))
    intro_s = form.intro_beats * form.beat_s - 0.01
    assert min(note.start_s for note in piece.pad) == 0.0
    assert min(note.start_s for note in piece.arp) == 0.0
    others = (*piece.bass, *piece.lead, *piece.strings, *piece.strokes)
    assert min(event.start_s for event in others) >= intro_s
    assert {note.start_s for note in piece.pad if note.start_s >= 12.5} == {12.5}
    for part in (piece.pad, piece.bass, piece.lead, piece.arp, piece.strokes):
        assert any(event.start_s == 12.5 for event in part)


@pytest.mark.parametrize("mood", MOODS)
def test_melody_notes_on_the_beat_belong_to_the_chord_and_stay_in_reach(mood: Mood) -> None:
    for seed in range(8):
        piece, form = score(mood, seed), Form.of(plan(mood))
        for note in (note for note in piece.lead if note.start_s < 12.5):
            assert 60 <= note.midi <= 92
            beat = note.start_s / form.beat_s
            if beat % 1 < 0.02:
                chord = next(chord for chord in piece.chords if chord.span.beat <= beat + 0.01 < chord.span.end)
                assert note.midi % 12 in chord.classes


def test_a_held_voice_is_not_struck_again() -> None:
    for voice_notes in (sorted(score("calm").pad, key=lambda note: (note.pan, note.start_s)),):
        for before, after in pairwise(voice_notes):
            if before.pan == after.pan and after.start_s < 12.5:
                assert before.midi != after.midi
                assert before.start_s + before.length_s == pytest.approx(after.start_s)


def test_seed_and_take_change_the_music() -> None:
    assert score("warm", 1, 0) == score("warm", 1, 0)
    assert score("warm", 1, 0) != score("warm", 1, 1)
    assert len({str(score("warm", seed)) for seed in range(12)}) == 12
    assert score("warm", -5) == score("warm", -5)


def test_bass_and_drums_rest_in_the_pause_of_a_long_piece() -> None:
    piece = score("bright", total_s=60.0, hit_s=57.5)
    pause = Form.of(plan("bright", 60.0, 57.5)).pause
    assert pause is not None
    start_s, end_s = (beat * 60 / 96 for beat in (pause.beat, pause.end))
    for event in (*piece.bass, *piece.strokes, *piece.lead):
        assert not start_s <= event.start_s < end_s - 0.01


def test_a_long_end_card_is_carried_on_ever_softer() -> None:
    tail = [note for note in score("warm", total_s=20.0).arp if note.start_s > 13.5]
    assert len(tail) > 10
    assert tail[-1].start_s <= 20.0 - 1.8
    assert max(note.velocity for note in tail[-4:]) < max(note.velocity for note in tail[:4])


@pytest.mark.parametrize("hit_s", [0.0, 0.3, 0.9, 2.0, 6.0])
def test_very_short_pieces_still_have_a_hit(hit_s: float) -> None:
    piece = score("bold", total_s=6.0, hit_s=hit_s)
    assert any(stroke.start_s == hit_s for stroke in piece.strokes)
    assert all(event.start_s <= 6.05 for event in (*piece.pad, *piece.arp, *piece.bass, *piece.lead, *piece.strokes))
