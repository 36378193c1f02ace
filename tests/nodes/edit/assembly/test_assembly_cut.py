"""Shots, voices and music of an assembled ad."""

from __future__ import annotations

from dataclasses import replace

import pytest

from admaker_desktop.core.errors import NodeInputError
from admaker_desktop.core.ticks import FrameRate, ticks_from_s
from admaker_desktop.nodes.edit.assembly import assemble

FRAME = ticks_from_s(1) // 30


def test_shots_fill_the_ad_to_the_frame_and_cut_on_their_beats(make_parts, wish) -> None:
    parts = make_parts(wish)
    sequence = assemble(parts)
    assert sequence.duration_ticks == 450 * FRAME
    assert sequence.shots[0].start_ticks == 0
    assert sequence.shots[-1].end_ticks == sequence.duration_ticks
    for before, after in zip(sequence.shots, sequence.shots[1:], strict=False):
        assert before.end_ticks == after.start_ticks
    for clip, shot in zip(sequence.shots, parts.storyboard.shots, strict=True):
        assert abs(clip.start_ticks - shot.start_ticks) <= FRAME
        assert clip.start_ticks % FRAME == 0
    assert [clip.shot_id for clip in sequence.shots] == ["s1", "s2", "s3", "s4", "s5"]
    assert sequence.end_card_ticks == sequence.shots[-1].start_ticks


def test_a_broadcast_rate_gets_the_most_whole_frames_that_fit(make_parts, wish) -> None:
    rate = FrameRate(num=30_000, den=1001)
    sequence = assemble(replace(make_parts(wish), rate=rate))
    assert sequence.duration_ticks == rate.ticks_at(449)


def test_the_same_parts_give_the_same_sequence(make_parts, wish) -> None:
    assert assemble(make_parts(wish)) == assemble(make_parts(wish))


def test_a_shot_without_a_picture_is_refused_by_name(make_parts, wish) -> None:
    parts = make_parts(wish)
    with pytest.raises(NodeInputError, match="s3"):
        assemble(replace(parts, scenes=tuple(scene for scene in parts.scenes if scene.shot_id != "s3")))


def test_a_storyboard_without_shots_is_refused(make_parts, wish) -> None:
    parts = make_parts(wish)
    with pytest.raises(NodeInputError, match="no shots"):
        assemble(replace(parts, storyboard=parts.storyboard.model_copy(update={"shots": ()})))


@pytest.mark.parametrize("words_per_s", [1.6, 2.0, 2.4, 3.0, 4.5])
def test_lines_never_overlap_and_leave_the_end_free(make_parts, wish, words_per_s) -> None:
    sequence = assemble(make_parts(replace(wish, words_per_s=words_per_s)))
    for before, after in zip(sequence.voice, sequence.voice[1:], strict=False):
        assert before.end_ticks <= after.start_ticks
    assert sequence.voice[-1].end_ticks <= sequence.duration_ticks - ticks_from_s(0.15)


def test_a_line_with_room_starts_in_its_slot(make_parts, wish) -> None:
    parts = make_parts(replace(wish, words_per_s=4.5))
    for clip, line in zip(assemble(parts).voice, parts.lines, strict=True):
        assert abs(clip.start_ticks - line.start_ticks) <= FRAME


def test_a_line_that_runs_over_pushes_the_next_by_what_it_needs(make_parts, wish) -> None:
    sequence = assemble(make_parts(replace(wish, words_per_s=2.9)))
    first, second, *_ = sequence.voice
    gap = second.start_ticks - first.end_ticks
    assert ticks_from_s(0.12) <= gap < ticks_from_s(0.12) + 2 * FRAME


def test_when_even_early_starts_do_not_help_lines_are_cut_at_a_word_and_the_call_to_action_is_kept(
    make_parts, wish
) -> None:
    sequence = assemble(make_parts(replace(wish, words_per_s=1.6)))
    cut = [clip for clip in sequence.voice if clip.fade_out_ticks]
    assert cut
    assert all(clip.duration_ticks < clip.audio.frames * 14_700 for clip in cut)
    assert sequence.voice[-1].duration_ticks == sequence.voice[-1].audio.frames * 14_700
    said = [word.text for clip in sequence.captions for word in clip.words]
    assert "Commandez" in said


def test_silent_lines_leave_no_voice_and_no_captions(make_parts, wish) -> None:
    parts = make_parts(wish)
    silent = tuple(take.model_copy(update={"audio": None, "words": ()}) for take in parts.voices)
    sequence = assemble(replace(parts, voices=silent))
    assert sequence.voice == ()
    assert sequence.captions == ()


def test_music_stems_start_together_are_ducked_and_end_with_the_ad(make_parts, wish) -> None:
    sequence = assemble(make_parts(wish))
    assert [clip.id for clip in sequence.music] == ["music-pad", "music-drums"]
    assert all(clip.ducked and clip.start_ticks == 0 for clip in sequence.music)
    assert all(clip.end_ticks <= sequence.duration_ticks for clip in sequence.music)
    assert sequence.music[1].fade_out_ticks > 0


def test_provenance_names_every_maker_once(make_parts, wish) -> None:
    made_by = assemble(make_parts(wish)).provenance
    assert made_by == ("script: test writer", "picture: by hand", "voice: test voice", "music: test composer")
