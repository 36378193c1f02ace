"""A small ad with everything that the strip shows, and the strip that shows it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from admaker_desktop.core.ticks import ticks_from_s
from admaker_desktop.media.waves import save_wave
from admaker_desktop.project.content import ContentStore
from admaker_desktop.timeline.model import AudioClip, Sequence
from admaker_desktop.ui.jobs import Jobs
from admaker_desktop.ui.strip import TimelineStrip
from tests.media.compose.scenes import caption, make_view, product_scene, sequence, shot, title

VIEWS = (make_view(270, 480, name="tall"), make_view(480, 270, 25, name="wide"))


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> ContentStore:
    """One for all tests: nobody may change what is in it."""
    return ContentStore(tmp_path_factory.mktemp("strip") / "store")


def audio(store: ContentStore, role: str, name: str, start_s: float, seconds: float, level: float) -> AudioClip:
    samples = np.full((1 if role == "voice" else 2, round(seconds * 48_000)), level, np.float32)
    return AudioClip.model_validate(
        {
            "id": name,
            "start_ticks": ticks_from_s(start_s),
            "duration_ticks": ticks_from_s(seconds),
            "audio": save_wave(store, samples),
            "role": role,
            "ducked": role == "music",
        }
    )


@pytest.fixture(scope="session")
def film(store: ContentStore) -> Sequence:
    """12 s: two shots with a dissolve, an end card of three titles, two captions, two lines, three stems."""
    scenes = [tuple(product_scene(store, v.width_px, v.height_px, number) for v in VIEWS) for number in (1, 2, 3)]
    words = (("Good", 1.0, 1.4), ("light", 1.4, 2.0))
    end = {"start_ticks": ticks_from_s(9), "duration_ticks": ticks_from_s(3)}
    return sequence(
        VIEWS,
        12.0,
        (shot(1, 0, 5, scenes[0]), shot(2, 4.6, 4.4, scenes[1], 0.4), shot(3, 9, 3, scenes[2])),
        end_card_ticks=ticks_from_s(9),
        titles=(
            title(VIEWS, 0.5, 3, text="A headline that is far too long for its clip", id="headline"),
            title(VIEWS, 7.0, 5, role="legal", text="Terms apply", id="legal"),
            title(VIEWS, 9, 3, role="brand", text="Luma", id="brand", **end),
            title(VIEWS, 9, 3, role="offer", text="20% off", id="offer", **end),
            title(VIEWS[:1], 9, 3, role="cta", text="Order now", id="cta", **end),
        ),
        captions=(caption(VIEWS, 1.0, words), caption(VIEWS[:1], 5.0, (("Order", 5.0, 5.5), ("now", 5.5, 6.0)))),
        voice=(audio(store, "voice", "v1", 1.0, 1.0, 0.5), audio(store, "voice", "v2", 5.0, 1.5, 0.25)),
        music=tuple(audio(store, "music", name, 0.0, 12.0, 0.2) for name in ("pad", "bass", "fx")),
    )


@pytest.fixture
def strip(qtbot: QtBot, jobs: Jobs) -> Iterator[TimelineStrip]:
    """An empty strip on the screen."""
    made = TimelineStrip()
    qtbot.addWidget(made)
    made.resize(1200, 320)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_media()


@pytest.fixture
def shown(strip: TimelineStrip, film: Sequence, store: ContentStore, jobs: Jobs, qtbot: QtBot) -> TimelineStrip:
    """The strip with the ad, all its pictures and outlines there."""
    strip.set_sequence(film, "tall", store, jobs)
    qtbot.waitUntil(lambda: strip.area.is_complete, timeout=10_000)
    return strip
