"""From a client's e-mail to files that a platform accepts: decoded frame by frame and measured."""

from __future__ import annotations

import itertools
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from admaker_desktop.media.loudness import measure
from tests.e2e.conftest import MadeAd, call


def _run(ad: MadeAd, *arguments: object) -> dict[str, Any]:
    done = ad.command(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def test_what_was_asked_for_was_made(ad: MadeAd) -> None:
    assert ad.answer["ok"] is True
    assert (ad.answer["lang"], ad.answer["seconds"]) == ("fr", 6.0)
    assert sorted(file["view"] for file in ad.answer["files"]) == ["1:1", "9:16"]
    assert ad.answer["not_made"] == []
    assert ad.answer["cost"] == {"amount": "0.00", "currency": "EUR"}
    assert all(file["preflight"] in ("pass", "warn") for file in ad.answer["files"]), ad.answer["files"]


def test_every_frame_decodes_and_the_sound_lands(ad: MadeAd) -> None:
    for file in ad.answer["files"]:
        with av.open(file["path"]) as container:
            video, audio = container.streams.video[0], container.streams.audio[0]
            assert (video.codec_context.name, video.codec_context.profile) == ("h264", "High")
            assert (video.codec_context.pix_fmt, video.average_rate) == ("yuv420p", Fraction(30))
            assert (audio.codec_context.name, audio.codec_context.sample_rate) == ("aac", 48_000)
            assert "DRAFT" in container.metadata["comment"]
            frames = sum(1 for _ in container.decode(video))
        with av.open(file["path"]) as container:
            sound = np.concatenate([frame.to_ndarray() for frame in container.decode(audio=0)], axis=1)
        assert frames == file["frames"] == 180
        assert sound.shape[1] in range(288_000, 289_025)  # the last AAC packet may run past the end, the track does not
        loudness = measure(sound)
        assert loudness.integrated_lufs == pytest.approx(-14, abs=0.5)
        assert loudness.true_peak_dbtp <= -1.0


def test_the_picture_lives_to_the_end(ad: MadeAd) -> None:
    for file in ad.answer["files"]:
        with av.open(file["path"]) as container:
            small = [
                frame.reformat(108, 108, "gray").to_ndarray().astype(int)
                for index, frame in enumerate(container.decode(video=0))
                if index % 10 == 0
            ]
        assert all(picture.std() > 4 for picture in small), "a flat frame"
        assert sum(np.abs(a - b).mean() > 0.1 for a, b in itertools.pairwise(small)) >= len(small) * 0.7


def test_formats_are_composed_not_cropped(ad: MadeAd) -> None:
    shown = _run(ad, "show", ad.answer["project"])
    clips = {clip["id"]: clip for track in shown["timeline"]["tracks"] for clip in track["clips"]}
    headline = next(clip for clip in clips.values() if clip.get("role") == "headline")
    views = {layout["view"]: layout for layout in headline["layouts"]}
    assert views["ig_feed_video_1x1"]["size_px"] != views["master_universal_9x16"]["size_px"] or (
        views["ig_feed_video_1x1"]["lines"] != views["master_universal_9x16"]["lines"]
    )


def test_beside_each_file_lie_captions_and_a_thumbnail(ad: MadeAd) -> None:
    for captions, thumbnail in zip(ad.answer["captions"], ad.answer["thumbnails"], strict=True):
        text = Path(captions).read_text(encoding="utf-8")
        assert text.startswith("1\n00:00:00,")
        assert ad.answer["cues"][0]["text"].split()[0] in text
        assert Path(thumbnail).stat().st_size > 10_000
    assert not list(ad.folder.rglob("*.part"))


def test_cues_start_within_a_frame_of_their_word(ad: MadeAd) -> None:
    shown = _run(ad, "show", ad.answer["project"])
    takes = {
        output["take"]["line_id"]: output["take"]
        for node in shown["nodes"]
        if node["type"] == "sound.voice"
        for output in node["outputs"]
    }
    voice = next(track["clips"] for track in shown["timeline"]["tracks"] if track["kind"] == "voice")
    starts = []
    for clip in voice:
        take = next(take for take in takes.values() if take["audio"] == clip["audio"])
        starts += [clip["start_s"] + word["start_s"] for word in take["words"]]
    for cue in ad.answer["cues"]:
        assert min(abs(cue["start_s"] - start) for start in starts) <= 1 / 30 + 1e-6


def test_the_clients_words_were_understood(ad: MadeAd) -> None:
    brief = _run(ad, "show", ad.answer["project"])["brief"]
    assert brief["brand"] == "Brume"
    assert "29,90" in brief["offer"]
    assert brief["legal"] == ["Offre limitée à une gourde."]
    assert "#0e5a6b" in [colour.lower() for colour in brief["colours"]]
    assert any("écologique" in term for term in brief["banned_terms"])


def test_a_second_demo_runs_nothing(ad: MadeAd) -> None:
    again = _run(ad, "demo", "--brief", ad.brief, "--out", ad.folder)
    assert (again["steps"]["run"], again["project"]) == (0, ad.answer["project"])
    assert [file["sha256"] for file in again["files"]] == [file["sha256"] for file in ad.answer["files"]]
    elsewhere = _run(ad, "demo", "--brief", ad.brief, "--out", ad.folder.parent / "elsewhere")
    assert elsewhere["steps"]["run"] == 0
    assert all(Path(file["path"]).is_file() for file in elsewhere["files"])


def test_a_new_call_to_action_runs_its_dependants_only(ad: MadeAd) -> None:
    project = ad.folder.parent / "cta" / "mail.admaker"
    first = _run(ad, "demo", "--brief", ad.brief, "--out", project.parent, "--formats", "1:1")
    assert first["project"] == str(project)
    _run(ad, "set", project, "cta", "text", "Réservez votre Brume")
    ran = _run(ad, "run", project)
    assert set(ran["ran"]) == {"cta", "voice_cta", "cut", "export"}
    assert any("Réservez" in cue["text"] for cue in ran["cues"])
    again = _run(ad, "demo", "--brief", ad.brief, "--out", project.parent, "--formats", "1:1")
    assert again["project"].endswith("mail 2.admaker"), "a project that the user has edited is not the demo's any more"
    assert _run(ad, "run", project)["steps"]["run"] == 0


def test_an_export_for_another_placement_draws_what_is_new(ad: MadeAd) -> None:
    done = _run(ad, "export", ad.answer["project"], "--preset", "ig_feed_video_4x5", "--out", ad.folder / "more")
    (file,) = done["files"]
    assert (file["preset"], file["width_px"], file["height_px"]) == ("ig_feed_video_4x5", 1080, 1350)
    assert set(done["ran"]) == {"formats", "image", "animate", "cut", "export"}
    assert file["preflight"] == "pass"
    html5 = ad.command("export", ad.answer["project"], "--preset", "display_html5_300x250", "--out", ad.folder)
    assert (html5.returncode, html5.stderr.count("\n")) == (1, 1)
    tv = ad.command("export", ad.answer["project"], "--preset", "amazon_stv_prime_15", "--out", ad.folder)
    assert tv.returncode == 1
    assert "15 s" in tv.stderr


def test_preflight_reads_the_file_as_the_world_does(ad: MadeAd) -> None:
    by_view = {file["view"]: file["path"] for file in ad.answer["files"]}
    assert _run(ad, "preflight", by_view["9:16"], "--preset", "master_universal_9x16")["ok"] is True
    refused = ad.command("preflight", by_view["9:16"], "--preset", "yt_infeed_16x9", "--json")
    assert refused.returncode == 1
    assert "size_px" in {finding["rule"] for finding in json.loads(refused.stdout)["findings"]}


def test_the_project_is_whole(ad: MadeAd) -> None:
    checked = _run(ad, "verify", ad.answer["project"])
    assert checked["files"] > 10


def test_a_run_goes_on_after_a_kill(ad: MadeAd, tmp_path: Path) -> None:
    """kill -9 in the middle: the next run finishes without redoing finished steps."""
    import os
    import signal
    import subprocess
    import sys

    home = tmp_path / "home"
    command = [sys.executable, "-m", "admaker_desktop", "new", str(tmp_path / "k"), "--brief", str(ad.brief)]
    env = os.environ | {"ADMAKER_HOME": str(home)}
    subprocess.run(command, check=True, env=env, capture_output=True)
    run = [sys.executable, "-m", "admaker_desktop", "run", str(tmp_path / "k"), "--node", "music", "--json"]
    finished = []
    with subprocess.Popen(run, stdout=subprocess.PIPE, text=True, env=env) as process:
        assert process.stdout is not None
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "node_finished":
                finished.append(event["node"])
            if len(finished) == 4:
                process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
                break
    done = call(home, "run", tmp_path / "k", "--node", "music", "--json")
    events = [json.loads(line) for line in done.stdout.strip().splitlines()]
    redone = {event["node"] for event in events if event["event"] == "node_finished"}
    assert done.returncode == 0, done.stderr
    assert not redone & set(finished)
    assert events[-1]["steps"]["failed"] == 0
