"""The melody: a motif that comes back, chord tones on the beats and steps of the scale between them."""

from __future__ import annotations

from collections.abc import Iterator

from numpy.random import Generator

from admaker_desktop.providers.draft.composing.form import STEPS_PER_BEAT, Form
from admaker_desktop.providers.draft.composing.notes import FORCE, Chord, Note
from admaker_desktop.providers.draft.composing.style import Style
from admaker_desktop.providers.draft.composing.theory import pitch

_CENTRE = 75  # E flat 5: above the chords, in the ear's best octave
_RANGE = 8


def write_melody(
    form: Form, style: Style, chords: tuple[Chord, ...], first_beat: int, dice: Generator
) -> Iterator[Note]:
    """Two bars of rhythm and contour, repeated over the chords from `first_beat` on, and the tag over the end card."""
    rhythms = [style.lead_steps[index] for index in dice.permutation(len(style.lead_steps))[:2]]
    contour = [int(step) for step in dice.choice((-2, -1, -1, 1, 1, 2), 8)]
    note = _CENTRE
    for bar, chord in enumerate(chords[:-1]):
        if chord.span.end <= first_beat or (form.pause and form.pause.beat <= chord.span.beat < form.pause.end):
            continue
        marks = [
            (step, mark)
            for step, mark in form.steps(rhythms[bar % 2], chord.span)
            if chord.span.beat + step / STEPS_PER_BEAT >= first_beat
        ]
        for count, (step, mark) in enumerate(marks):
            wish = contour[(count + 4 * (bar % 2)) % len(contour)]
            if abs(note - _CENTRE) > _RANGE:
                wish = -2 if note > _CENTRE else 2
            on_beat = step % STEPS_PER_BEAT == 0 or count == 0
            note = _next(note, wish, chord, style, on_beat)
            end = marks[count + 1][0] if count + 1 < len(marks) else chord.span.beats * STEPS_PER_BEAT
            length_s = max(end - step, 2) * form.beat_s / STEPS_PER_BEAT + 0.4
            start_s = form.at(chord.span.beat + step / STEPS_PER_BEAT) + dice.random() * 0.008
            yield Note(start_s, length_s, note, FORCE[mark] * (0.9 + 0.2 * dice.random()), 0.12)
    yield from _tag(form, style, chords[-1], dice)


def _next(note: int, wish: int, chord: Chord, style: Style, on_beat: bool) -> int:
    """The next note in the wished direction: of the chord on a beat, of the scale between beats."""
    allowed = chord.classes if on_beat else [pitch(chord.key, style.scale, degree) % 12 for degree in range(7)]
    way = 1 if wish > 0 else -1
    found = [note + way * step for step in range(1, 13) if (note + way * step) % 12 in allowed]
    return found[0] if on_beat else found[abs(wish) - 1]


def _tag(form: Form, style: Style, chord: Chord, dice: Generator) -> Iterator[Note]:
    """The signature: a few notes that the brand is left with."""
    tonic = 54 + (chord.key - 54) % 12  # an octave below the melody's centre: tags are written around degree 7
    for beats, degree in style.tags[dice.integers(len(style.tags))]:
        start_s = form.hit_s + beats * form.beat_s
        if start_s < form.total_s:
            yield Note(start_s, form.total_s - start_s, pitch(tonic, style.scale, degree), 1.0, 0.0)
