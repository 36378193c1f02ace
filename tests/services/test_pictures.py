"""Pictures from disk."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from admaker_desktop.media.stills import save_png
from admaker_desktop.project.content import ContentStore
from admaker_desktop.services.pictures import import_pictures


def test_pictures_are_kept_and_the_others_told(tmp_path: Path) -> None:
    store = ContentStore(tmp_path / "store")
    picture = store.path(save_png(store, np.full((4, 6, 3), 90, np.uint8)))
    text = tmp_path / "notes.png"
    text.write_text("no picture", encoding="utf-8")
    imported = import_pictures(store, [picture, text, tmp_path / "gone.png"])
    assert [(ref.width_px, ref.height_px) for ref in imported.pictures] == [(6, 4)]
    assert [str(error).split(" ")[0] for error in imported.refused] == ["notes.png", "There"]


def test_a_folder_is_refused_with_a_sentence(tmp_path: Path) -> None:
    store = ContentStore(tmp_path / "store")
    imported = import_pictures(store, [tmp_path])
    assert not imported.pictures
    assert str(imported.refused[0]).startswith("Reading")
