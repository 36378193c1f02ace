"""Instruments, drums and effects: in tune, clean, in time."""

from __future__ import annotations

import numpy as np
import pytest

from admaker_desktop.providers.draft.composing.effects import (
    Room,
    Tone,
    echo,
    fast_length,
    impulse,
    peak_gain,
    pump,
    shape,
)
from admaker_desktop.providers.draft.composing.notes import Note
from admaker_desktop.providers.draft.composing.percussion import DRUMS, boom, cymbal, sweep
from admaker_desktop.providers.draft.composing.sampler import Sampler
from admaker_desktop.providers.draft.composing.style import STYLES
from admaker_desktop.providers.draft.composing.tones import Ensemble, Mono, Pluck, frequency_hz


def dice() -> np.random.Generator:
    return np.random.default_rng(1)


def strongest_hz(wave: Mono) -> float:
    spectrum = np.abs(np.fft.rfft(wave * np.hanning(wave.size), 1 << 19))
    return float(spectrum.argmax() * 48_000 / (1 << 19))


def energy_share(wave: Mono, low_hz: float, high_hz: float) -> float:
    power = np.abs(np.fft.rfft(wave)) ** 2
    hertz = np.fft.rfftfreq(wave.size, 1 / 48_000)
    return float(power[(hertz >= low_hz) & (hertz < high_hz)].sum() / power.sum())


PLUCKS = {pluck for style in STYLES.values() for pluck in (style.arp, style.lead, style.bass)}


@pytest.mark.parametrize("pluck", sorted(PLUCKS, key=str))
def test_struck_notes_start_and_end_without_a_click(pluck: Pluck) -> None:
    wave = pluck.play(64, 1.0, 2)
    assert wave.dtype == np.float32
    assert np.abs(wave[[0, -1]]).max() < 1e-3
    assert 0.1 < np.abs(wave).max() < 1.6
    assert energy_share(wave, 18_000, 24_000) < 1e-5  # nothing folded back from above the highest partial


def test_a_string_is_in_tune() -> None:
    wave = Pluck(partials=1, rolloff=1.0, decay_s=2.0, damping=0.2).play(69, 2.0, 2)
    assert strongest_hz(wave) == pytest.approx(440.0, abs=0.3)
    assert frequency_hz(57) == pytest.approx(220.0)


def test_a_hard_stroke_is_brighter() -> None:
    pluck = STYLES["warm"].arp
    soft, hard = (energy_share(pluck.play(60, 0.5, layer), 2000, 12_000) for layer in (0, 2))
    assert hard > soft * 1.2


def test_an_ensemble_loops_without_a_seam_and_in_tune() -> None:
    ensemble = Ensemble(partials=6, rolloff=1.5, bandwidth_cents=10, attack_s=0.1, release_s=0.1)
    loop = ensemble.loop(69, 0)
    inside = np.abs(np.diff(loop)).max()
    assert abs(float(loop[0] - loop[-1])) <= inside
    assert strongest_hz(loop) == pytest.approx(440.0, abs=4)
    assert not np.allclose(loop, ensemble.loop(69, 1))


@pytest.mark.parametrize("name", DRUMS)
def test_drums_are_prompt_clean_and_without_dc(name: str) -> None:
    wave = DRUMS[name](dice())
    assert np.abs(wave).max() == pytest.approx(1.0)
    assert abs(float(wave[-1])) < 1e-3
    assert int(np.abs(wave).argmax()) < 48_000 * 0.05
    assert (wave == DRUMS[name](dice())).all()


def test_the_hit_is_low_and_at_once() -> None:
    wave = boom(1.0)
    assert energy_share(wave, 20, 140) > 0.9
    assert int((np.abs(wave) > 0.1).argmax()) < 48  # 1 ms


def test_a_cymbal_rings_and_darkens() -> None:
    left = cymbal(dice(), 2.0)[0]
    assert np.abs(left[:4800]).max() > 10 * np.abs(left[-4800:]).max()
    assert energy_share(left[:24_000], 6000, 20_000) > energy_share(left[48_000:], 6000, 20_000)


def test_a_sweep_glides_up_evenly() -> None:
    left = sweep(dice(), 2.0, 300, 6_000)[0]
    assert left.shape == (96_000,)
    assert energy_share(left[:9600], 100, 1200) > 0.85
    assert energy_share(left[-9600:], 2500, 14_000) > 0.85


def test_fast_lengths_are_even_and_have_small_factors() -> None:
    for least in (1, 7, 1000, 720_001, 844_800):
        size = fast_length(least)
        assert size >= least
        assert size % 2 == 0
        for factor in (2, 3, 5):
            while size % factor == 0:
                size //= factor
        assert size == 1


def test_the_room_rings_on_and_keeps_the_dry_sound() -> None:
    answer = impulse(Room(1.0, 0.5), dice())
    click = np.zeros((2, 48_000), np.float32)
    click[:, 1000] = 1
    wet = shape(click, Tone(room=0.5), answer)
    assert wet.shape == click.shape
    assert np.abs(wet[:, :1000]).max() < 1e-3
    assert 995 < int(np.abs(wet[0]).argmax()) < 1005
    assert np.abs(wet[:, 5000:20_000]).max() > 1e-3
    assert abs(np.corrcoef(wet[0, 5000:], wet[1, 5000:])[0, 1]) < 0.3


def test_the_low_cut_takes_dc_out() -> None:
    stem = np.full((2, 96_000), 0.5, np.float32)
    out = shape(stem, Tone(), impulse(Room(0.5, 0.5), dice()))
    assert np.abs(out[:, 24_000:]).max() < 0.01


def test_echoes_cross_sides() -> None:
    stem = np.zeros((2, 48_000), np.float32)
    stem[0, 0] = 1
    echo(stem, 0.1, 0.5)
    assert stem[1, 4800] == pytest.approx(0.5)
    assert stem[0, 9600] == pytest.approx(0.25)
    assert stem[0, 4800] == 0
    late = np.ones((2, 100), np.float32)
    echo(late, 0.1, 0.5)
    assert (late == 1).all()


def test_the_pump_dips_at_kicks_only() -> None:
    gain = pump(96_000, [0.5, 1.9], 3.0)
    assert gain[:24_000] == pytest.approx(1.0)
    assert gain.min() == pytest.approx(10 ** (-3 / 20), rel=1e-3)
    assert gain[48_000] == pytest.approx(1.0, abs=1e-3)
    assert np.abs(np.diff(gain)).max() < 0.01


def test_the_peak_gain_holds_its_ceiling_smoothly() -> None:
    total = (dice().standard_normal((2, 100_003)) * 0.3).astype(np.float32)
    total[:, 50_000] = 2.0
    gain = peak_gain(total, 0.8)
    assert np.abs(total * gain).max() <= 0.8001
    assert np.abs(np.diff(gain)).max() < 0.001


def test_notes_are_laid_to_the_sample_and_cut_at_the_end() -> None:
    stem = np.zeros((2, 48_000), np.float32)
    sampler = Sampler()
    for note in (Note(0.25, 0.2, 60, 1.0, 0.0), Note(0.9, 1.0, 64, 1.0, 0.5), Note(1.5, 1.0, 64, 1.0, 0.0)):
        sampler.strike(stem, STYLES["warm"].arp, note, 1.0)
        sampler.let_ring(stem, STYLES["warm"].arp, note, 1.0)
    assert not stem[:, :12_000].any()
    assert np.abs(stem[:, 12_001:12_100]).max() > 0
    assert np.abs(stem[1, 44_000:]).max() > np.abs(stem[0, 44_000:]).max()
