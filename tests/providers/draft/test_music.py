"""The draft composer as a provider: measured like a listener would."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from admaker_desktop.ad.brand import Mood
from admaker_desktop.ad.deliverable import MusicTake
from admaker_desktop.ad.script import MusicPlan
from admaker_desktop.capabilities.music import MusicProvider, MusicRequest
from admaker_desktop.core.errors import Cancelled
from admaker_desktop.core.task import CancelToken, Task
from admaker_desktop.core.ticks import ticks_from_s
from admaker_desktop.media.loudness import integrated_lufs, measure
from admaker_desktop.media.waves import Samples, load_wave
from admaker_desktop.project.content import ContentStore
from admaker_desktop.providers.draft.music import DraftMusic

MOODS: tuple[Mood, ...] = ("calm", "warm", "bright", "bold", "precise", "tender")
HIT_S = 6.0
TOTAL_S = 9.0


def plan(mood: Mood, total_s: float = TOTAL_S, hit_s: float = HIT_S, seed: int = 4) -> MusicPlan:
    return MusicPlan(
        total_ticks=ticks_from_s(total_s), end_card_ticks=ticks_from_s(hit_s), bpm=100.0, mood=mood, seed=seed
    )


def compose(store: ContentStore, of: MusicPlan, take: int = 0) -> MusicTake:
    return DraftMusic().compose(MusicRequest(of, take), store, Task())


@pytest.fixture(scope="module", params=MOODS)
def stems(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Samples]:
    """The stems of one piece of each mood."""
    store = ContentStore(tmp_path_factory.mktemp(request.param))
    return {name: load_wave(store, ref) for name, ref in compose(store, plan(request.param)).stems}


@pytest.fixture(scope="module")
def total(stems: dict[str, Samples]) -> Samples:
    return np.sum(list(stems.values()), axis=0)


def test_five_stems_of_exact_length_all_sound(stems: dict[str, Samples]) -> None:
    assert list(stems) == ["pad", "bass", "drums", "lead", "fx"]
    for stem in stems.values():
        assert stem.shape == (2, 432_000)
        assert integrated_lufs(stem) is not None


def test_the_sum_is_loud_enough_and_has_headroom(total: Samples) -> None:
    heard = measure(total)
    assert heard.integrated_lufs == pytest.approx(-16.0, abs=0.7)
    assert heard.true_peak_dbtp <= -1.0


def test_the_hit_is_on_the_end_card_within_a_millisecond(total: Samples) -> None:
    hit = round(HIT_S * 48_000)
    around = np.abs(total[:, hit - 480 : hit + 1440]).max(axis=0)
    before = around[: 480 - 48].max()
    onset = int((around > before + 0.25 * (around.max() - before)).argmax()) - 480
    assert abs(onset) <= 48
    assert around.max() > 3 * before


def test_it_builds_up_and_dies_away(total: Samples) -> None:
    intro, build, end = (total[:, round(a * 48_000) : round(b * 48_000)] for a, b in ((0, 1.2), (1.2, 6), (6, 9)))
    intro_lufs, build_lufs, end_lufs = (integrated_lufs(part) or -99.0 for part in (intro, build, end))
    assert intro_lufs < build_lufs - 2
    assert end_lufs > build_lufs - 3
    late = np.sqrt(np.mean(total[:, -24_000:-16_000] ** 2))
    assert late < 0.25 * np.sqrt(np.mean(total[:, 288_000:312_000] ** 2))
    assert np.abs(total[:, -48:]).max() < 1e-4


def test_it_never_falls_silent(total: Samples) -> None:
    body = total[:, 7200:-48_000]
    windows = body[:, : body.shape[1] // 2400 * 2400].reshape(2, -1, 2400)
    assert 20 * np.log10(np.sqrt((windows**2).mean(axis=(0, 2))).min()) > -45


def test_it_has_no_dc_survives_mono_and_has_width(total: Samples) -> None:
    assert np.abs(total.mean(axis=1)).max() < 1e-4
    mono_db = 20 * np.log10(np.sqrt((total.mean(axis=0) ** 2).mean()) / np.sqrt((total**2).mean()))
    assert mono_db > -2.0
    assert 0.3 < np.corrcoef(total)[0, 1] < 0.95


def test_there_is_presence_and_bass(total: Samples) -> None:
    power = np.abs(np.fft.rfft(total.mean(axis=0))) ** 2
    hertz = np.fft.rfftfreq(total.shape[1], 1 / 48_000)

    def share_db(low: float, high: float) -> float:
        return float(10 * np.log10(power[(hertz >= low) & (hertz < high)].sum() / power.sum()))

    assert share_db(2000, 6000) > -18
    assert share_db(20, 120) > -10


def test_the_same_plan_gives_the_same_bytes_and_a_new_take_others(tmp_path: Path) -> None:
    store = ContentStore(tmp_path)
    first, again, other = (compose(store, plan("warm", 3.0, 1.0), take) for take in (0, 0, 1))
    assert first == again
    assert first.stems != other.stems
    assert first.hit_s == 1.0
    assert first.composer == "draft composer 1"


@pytest.mark.parametrize(("total_s", "hit_s"), [(6.0, 4.0), (6.006, 3.13), (4.0, 0.2), (4.0, 4.0), (2.0, 0.0)])
def test_any_length_and_end_card_can_be_played(tmp_path: Path, total_s: float, hit_s: float) -> None:
    take = compose(ContentStore(tmp_path), plan("precise", total_s, hit_s, seed=-9))
    assert {ref.frames for _, ref in take.stems} == {round(total_s * 48_000)}


def test_a_stop_is_heard(tmp_path: Path) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        DraftMusic().compose(MusicRequest(plan("calm")), ContentStore(tmp_path), Task(token))


def test_it_is_a_music_provider_with_a_name_for_the_cache() -> None:
    provider: MusicProvider = DraftMusic()
    assert provider.fingerprint() == "draft composer 1"
