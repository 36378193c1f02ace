"""What the user has put into the brief box and not used yet: a small file that survives closing and crashes."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class BriefDraft:
    """Text, pictures, answers and choices of the brief box. None: as the brief says."""

    text: str = ""
    name: str = ""
    """Name of the file that the text came in."""
    photos: tuple[str, ...] = ()
    logo: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    aspects: tuple[str, ...] | None = None
    seconds: float | None = None
    language: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that an ad could be made of."""
        return not any(char.isalnum() for char in self.text)


def load_draft(path: Path) -> BriefDraft:
    """The kept draft; an empty one when there is none or the file cannot be understood. Any thread."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return BriefDraft(
            text=str(kept["text"]),
            name=str(kept["name"]),
            photos=tuple(map(str, kept["photos"])),
            logo=str(kept["logo"]),
            answers={str(name): str(text) for name, text in kept["answers"].items()},
            aspects=None if kept["aspects"] is None else tuple(map(str, kept["aspects"])),
            seconds=_number(kept["seconds"]),
            language=kept["language"] if kept["language"] in ("en", "fr") else None,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return BriefDraft()


def save_draft(path: Path, draft: BriefDraft) -> None:
    """Keep the draft, whole or not at all; a disk that refuses loses it at closing, no more. Any thread."""
    temp = path.with_name(f"{path.name}.part")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        temp.write_text(json.dumps(asdict(draft), ensure_ascii=False), encoding="utf-8")
        os.replace(temp, path)


def _number(value: Any) -> float | None:
    return float(value) if value is not None and 0 < float(value) <= 180 else None
