"""What a node shows of what it has made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import admaker_desktop.nodes.catalog  # noqa: F401 - registers the node types
from admaker_desktop.ad.brand import BrandKit, TypePair
from admaker_desktop.ad.brief import Brief
from admaker_desktop.ad.concept import Concept, Concepts, Measure, ScoredConcept, Verdict
from admaker_desktop.ad.deliverable import AdFile, Finding, Measured, MusicTake, VoiceTake
from admaker_desktop.ad.script import MusicPlan, Script, ScriptLine
from admaker_desktop.ad.storyboard import Shot, Storyboard
from admaker_desktop.core.media import VideoRef
from admaker_desktop.core.ticks import ticks_from_s
from admaker_desktop.engine.registry import registry
from admaker_desktop.engine.steps import NodeResult
from admaker_desktop.media import text
from admaker_desktop.media.stills import save_png
from admaker_desktop.media.waves import save_wave
from admaker_desktop.project.content import ContentStore
from admaker_desktop.services.previews import (
    FilesPreview,
    FilmPreview,
    ScoresPreview,
    StripPreview,
    SwatchesPreview,
    TextPreview,
    WavePreview,
    bars,
    context_of,
    preview_of,
    with_pictures,
)
from tests.media.compose.scenes import bottle, make_view, product_scene, whole_ad
from tests.nodes.edit.assembly.conftest import PALETTE

PLAN = MusicPlan(total_ticks=10, end_card_ticks=5, bpm=90, mood="calm", seed=1)
BRIEF = Brief(
    language="en", brand="Luma", product="Lamp", subject="carton", sector="home", offer="20% off", message="Light."
)


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    return ContentStore(tmp_path / "store")


def result(node_type: str, *outputs: dict[str, Any]) -> NodeResult:
    """What a node of that type has made: one outputs value for each dictionary."""
    spec = registry.get(node_type)
    return NodeResult(spec, tuple(spec.cls.Outputs(**values) for values in outputs), len(outputs) > 1)


def concept(name: str) -> Concept:
    return Concept(id=name, angle="proof", title=f"Title {name}", idea="", hook="", headline="", visual_idea="")


def line(text: str, number: int = 1) -> ScriptLine:
    return ScriptLine(id=f"l{number}", role="hook", text=text, start_ticks=0, end_ticks=9, language="en")


def script() -> Script:
    lines = (line("First line."), line("", 2), line("Last line.", 3))
    return Script(
        language="en", total_ticks=10, headline="Headline", offer="", cta="", legal="", lines=lines, music=PLAN
    )


def shot(shot_id: str) -> Shot:
    return Shot(
        id=shot_id, kind="hero", start_ticks=0, end_ticks=9, subject="carton", description=f"What {shot_id} shows"
    )


def text_of(node: NodeResult, store: ContentStore) -> str:
    preview = preview_of(node, store)
    assert isinstance(preview, TextPreview)
    return preview.text


def test_texts_begin_with_what_people_look_for(store: ContentStore) -> None:
    concepts = Concepts(items=tuple(concept(name) for name in ("c1", "c2", "c3")))
    written = script()
    assert text_of(result("strategy.brief", {"brief": BRIEF}), store) == "Luma · Lamp\n20% off\nLight."
    assert text_of(result("strategy.concepts", {"concepts": concepts}), store) == "Title c1\nTitle c2\nTitle c3"
    made = result("strategy.script", {"script": written, "lines": written.lines, "music": PLAN})
    assert text_of(made, store) == "Headline\nFirst line.\nLast line."
    assert text_of(result("strategy.copy", {"text": "Buy now", "lines": ()}), store) == "Buy now"
    view = make_view(270, 480)
    assert text_of(result("edit.formats", {"formats": (view,), "sizes": ()}), store) == "9:16   270 × 480"


def test_nothing_written_is_nothing_shown(store: ContentStore) -> None:
    assert preview_of(result("strategy.copy", {"text": "", "lines": ()}), store) is None
    assert preview_of(result("visual.files", {"images": ()}), store) is None


def test_the_judge_shows_marks_of_ten_best_first_with_borrowed_titles(store: ContentStore) -> None:
    concepts = Concepts(items=tuple(concept(name) for name in ("c1", "c2", "c3")))
    measures = (Measure(name="m", score=1, weight=1, reason=""),)
    scores = tuple(
        ScoredConcept(concept_id=name, score=score, measures=measures)
        for name, score in (("c1", 0.5), ("c2", 0.86), ("c3", 0.7))
    )
    verdict = result("strategy.judge", {"verdict": Verdict(chosen=concept("c2"), reason="", scores=scores)})
    alone = preview_of(verdict, store)
    assert isinstance(alone, ScoresPreview)
    assert [row.label for row in alone.rows] == ["Title c2", "C3", "C1"]
    assert [row.is_chosen for row in alone.rows] == [True, False, False]
    assert alone.rows[0].score == pytest.approx(8.6)
    informed = preview_of(verdict, store, context_of([result("strategy.concepts", {"concepts": concepts})]))
    assert isinstance(informed, ScoresPreview)
    assert [row.label for row in informed.rows] == ["Title c2", "Title c3", "Title c1"]


def test_the_brand_shows_each_colour_and_family_once(store: ContentStore) -> None:
    pair = TypePair(display="Sora", display_weight=600, text="Sora", text_weight=400)
    kit = BrandKit(name="Luma", palette=PALETTE, type=pair, mood="calm", seed=1)
    preview = preview_of(result("strategy.brand", {"brand": kit}), store)
    assert isinstance(preview, SwatchesPreview)
    assert preview.families == ("Sora",)
    assert preview.colours[0] == PALETTE.accent
    assert len(set(preview.colours)) == len(preview.colours) == 6


def test_scenes_show_each_shot_once(store: ContentStore) -> None:
    scenes = [product_scene(store, *size, number) for number in (1, 2) for size in ((270, 480), (480, 270))]
    preview = preview_of(result("visual.image", *({"scene": scene} for scene in scenes)), store)
    assert isinstance(preview, StripPreview)
    assert preview.labels == ("S1", "S2")
    assert [picture.shape for picture in preview.pictures] == [(240, 300, 3)] * 2


def test_a_storyboard_is_text_until_every_shot_is_drawn(store: ContentStore) -> None:
    shots = (shot("s1"), shot("s2"))
    board = result("visual.storyboard", {"storyboard": Storyboard(shots=shots), "shots": shots})
    assert text_of(board, store) == "S1  What s1 shows\nS2  What s2 shows"
    drawn = [product_scene(store, 270, 480, number) for number in (1, 2)]
    half = context_of([result("visual.image", {"scene": drawn[0]})])
    assert isinstance(preview_of(board, store, half), TextPreview)
    whole = context_of([result("visual.image", *({"scene": scene} for scene in drawn))])
    preview = preview_of(board, store, whole)
    assert isinstance(preview, StripPreview)
    assert preview.labels == ("S1", "S2")


def test_pictures_are_counted_beyond_those_shown(store: ContentStore) -> None:
    ref = save_png(store, bottle(120, 120))
    preview = preview_of(result("visual.files", {"images": (ref,) * 8}), store)
    assert isinstance(preview, StripPreview)
    assert (len(preview.pictures), preview.count) == (6, 8)


def test_the_cut_shows_a_picture_its_length_and_where_things_are(store: ContentStore) -> None:
    text.start()
    cut = whole_ad(store, (make_view(),), 6.0, 3)
    preview = preview_of(result("edit.cut", {"sequence": cut, "views": (cut,)}), store)
    assert isinstance(preview, FilmPreview)
    assert preview.seconds == pytest.approx(6)
    assert preview.picture.shape[0] == 360
    assert [track.family for track in preview.tracks] == ["text", "image", "video", "music"]
    shots = preview.tracks[2].segments
    assert (shots[0][0], shots[-1][1], len(shots)) == (0, 1, 3)
    bare = cut.model_copy(update={"views": ()})
    assert preview_of(result("edit.cut", {"sequence": bare, "views": ()}), store) is None


def test_files_say_what_preflight_found(store: ContentStore) -> None:
    view, picture = make_view(), save_png(store, bottle(200, 200))
    measured = Measured(
        width_px=1, height_px=1, fps=30, frames=1, seconds=1, lufs=None, true_peak_dbtp=None, size_bytes=1
    )
    video = VideoRef(sha256="0" * 64, ext="mp4", size_bytes=1, width_px=1, height_px=1, frames=1, seconds=1)
    finding = Finding(rule="r", severity="warn", basis="house", measured="", limit="", source="", fix="")
    file = AdFile(format=view, video=video, captions_srt="", thumbnail=picture, measured=measured, findings=(), cues=())
    warned = file.model_copy(update={"findings": (finding,)})
    preview = preview_of(result("edit.export", {"file": file}, {"file": warned}), store)
    assert isinstance(preview, FilesPreview)
    assert preview.labels == ("9:16", "9:16")
    assert preview.verdicts == ("pass", "warn")


def test_voice_lines_follow_each_other_and_silence_shows_nothing(store: ContentStore) -> None:
    def take(level: float) -> VoiceTake:
        return VoiceTake(line_id="l", audio=save_wave(store, np.full((1, 24_000), level, np.float32)))

    made = [{"take": take(level), "line": line("Hello.")} for level in (0.2, 0.4)]
    preview = preview_of(result("sound.voice", *made), store)
    assert isinstance(preview, WavePreview)
    assert preview.seconds == pytest.approx(1)
    assert preview.peaks[0] == pytest.approx(0.5, abs=0.02)
    assert preview.peaks[-1] == 1
    assert 0 in preview.peaks, "the pause"
    silent = {"take": VoiceTake(line_id="l", audio=None), "line": line("")}
    assert preview_of(result("sound.voice", silent), store) is None


def test_music_is_the_sum_of_its_stems(store: ContentStore) -> None:
    first, second = np.zeros((2, 48_000), np.float32), np.zeros((2, 48_000), np.float32)
    first[:, :24_000], second[:, 24_000:] = 0.1, 0.4
    stems = (("pad", save_wave(store, first)), ("lead", save_wave(store, second)))
    take = MusicTake(stems=stems, bpm=90, hit_s=0.5, composer="test")
    preview = preview_of(result("sound.music", {"music": take}), store)
    assert isinstance(preview, WavePreview)
    assert preview.peaks[0] == pytest.approx(0.25, abs=0.02)
    assert preview.peaks[-1] == 1
    assert preview_of(result("sound.music", {"music": take.model_copy(update={"stems": ()})}), store) is None


def test_bars_keep_the_loudest_and_fit_short_sounds() -> None:
    assert bars([0.1, 0.4, 0.2, 0.2], 2) == (1, 0.5)
    assert bars([0.0, 0.0], 5) == (0, 0)
    assert bars([], 5) == ()


def test_converting_pictures_leaves_the_rest() -> None:
    strip = StripPreview(("a", "b"), ("A", "B"), 2)
    assert with_pictures(strip, str.upper) == StripPreview(("A", "B"), ("A", "B"), 2)
    assert with_pictures(FilmPreview("a", 2.0, ()), str.upper) == FilmPreview("A", 2.0, ())
    assert with_pictures(FilesPreview(("a",), ("A",), ("pass",), 1), str.upper).pictures == ("A",)
    assert with_pictures(TextPreview("a"), str.upper) == TextPreview("a")


def test_real_time_units(store: ContentStore) -> None:
    """A cut whose length is no whole number of frames keeps its exact length."""
    text.start()
    cut = whole_ad(store, (make_view(),), 6.0, 3).model_copy(update={"duration_ticks": ticks_from_s(5.5)})
    preview = preview_of(result("edit.cut", {"sequence": cut, "views": (cut,)}), store)
    assert isinstance(preview, FilmPreview)
    assert preview.seconds == 5.5
    assert max(end for track in preview.tracks for _, end in track.segments) == 1
