"""The options that several commands share, and how their values are read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from admaker_desktop.core.errors import UsageError
from admaker_desktop.delivery.presets import default_presets
from admaker_desktop.services.projects import Wishes

MIN_SECONDS = 5.0
MAX_SECONDS = 90.0

Project = Annotated[str, typer.Argument(help="The project file (Name.admaker).")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON on stdout.")]
Brief = Annotated[Path | None, typer.Option("--brief", help="The client's brief, .md or .txt.")]
Formats = Annotated[str, typer.Option("--formats", help="Ratios, as 9:16,1:1,16:9; default: the brief's.")]
Seconds = Annotated[float | None, typer.Option("--seconds", help="Length of the spot; default: the brief's.")]
Lang = Annotated[str, typer.Option("--lang", help="Language of the ad, en or fr; default: the brief's.")]
Photos = Annotated[list[Path] | None, typer.Option("--photo", help="A product photo; may be given several times.")]
Logo = Annotated[Path | None, typer.Option("--logo", help="The brand's logo, best as PNG with alpha.")]


def read_wishes(formats: str, seconds: float | None, lang: str, photos: list[Path] | None, logo: Path | None) -> Wishes:
    """The options as wishes; raises UsageError for a value that nothing can be made of."""
    aspects = tuple(part.strip() for part in formats.split(",") if part.strip())
    if formats.strip() and not aspects:
        raise UsageError(
            "--formats {formats} names no format.", formats=repr(formats), hint="Write it like 9:16,1:1,16:9."
        )
    default_presets(aspects)
    if seconds is not None and not MIN_SECONDS <= seconds <= MAX_SECONDS:
        raise UsageError(
            "--seconds {seconds} is out of range.",
            seconds=f"{seconds:g}",
            least=f"{MIN_SECONDS:g}",
            most=f"{MAX_SECONDS:g}",
            hint="Choose {least} to {most}.",
        )
    if lang and lang not in ("en", "fr"):
        raise UsageError(
            "--lang {lang} is not a language that ads are made in.", lang=repr(lang), hint="Choose en or fr."
        )
    return Wishes(aspects=aspects, seconds=seconds, language=lang or "auto", photos=tuple(photos or ()), logo=logo)
