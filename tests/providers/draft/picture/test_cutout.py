"""Photos from clients: good ones are cut out, odd ones are refused before they can hurt."""

from __future__ import annotations

import struct
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from admaker_desktop.core.errors import MediaError
from admaker_desktop.core.task import Task
from admaker_desktop.providers.draft.picture.cutout import KEPT_SIDE_PX, cut_out, read_photo, sniff_size


def written(folder: Path, ext: str, pixels: NDArray[np.generic]) -> Path:
    done, data = cv2.imencode(f".{ext}", pixels)
    assert done
    path = folder / f"photo.{ext}"
    path.write_bytes(data.tobytes())
    return path


def busy(height: int, width: int) -> NDArray[np.uint8]:
    """A ground of coloured noise: no plain border."""
    return np.random.default_rng(5).integers(0, 120, (height, width, 3), np.uint8)


@pytest.mark.parametrize("ext", ["png", "jpg", "webp"])
def test_the_size_is_read_from_the_header(ext: str, tmp_path: Path) -> None:
    path = written(tmp_path, ext, busy(37, 51))
    assert sniff_size(path.read_bytes()) == (51, 37)
    assert read_photo(path).shape == (37, 51, 4)


def test_lossless_and_extended_webp_headers_are_read() -> None:
    bits = (299) | (199 << 14)
    lossless = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0/" + struct.pack("<I", bits) + bytes(10)
    extended = b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0" + (299).to_bytes(3, "little") + (199).to_bytes(3, "little")
    assert sniff_size(lossless) == sniff_size(extended) == (300, 200)
    assert sniff_size(b"RIFF\0\0\0\0WEBPXXXX" + bytes(20)) is None
    assert sniff_size(b"\xff\xd8\xff") is None


def test_a_picture_bomb_is_refused_before_decoding(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 60_000, 60_000) + bytes(20))
    with pytest.raises(MediaError, match="60000x60000"):
        read_photo(path)


def test_damaged_missing_and_odd_files_are_refused(tmp_path: Path) -> None:
    good = written(tmp_path, "png", busy(20, 20)).read_bytes()
    damaged = tmp_path / "damaged.png"
    damaged.write_bytes(good[:40])
    with pytest.raises(MediaError):
        read_photo(damaged)
    with pytest.raises(MediaError, match="cannot be read"):
        read_photo(tmp_path / "gone.png")


def test_grey_deep_and_large_photos_become_eight_bit_colour(tmp_path: Path) -> None:
    grey = read_photo(written(tmp_path, "png", np.full((10, 12), 77, np.uint8)))
    assert grey.shape == (10, 12, 4)
    deep = read_photo(written(tmp_path, "png", np.full((10, 12, 3), 257 * 9, np.uint16)))
    assert int(deep[0, 0, 0]) == 9
    large = read_photo(written(tmp_path, "png", np.zeros((60, KEPT_SIDE_PX + 600, 3), np.uint8)))
    assert large.shape[1] == KEPT_SIDE_PX


def test_alpha_is_kept_and_trimmed() -> None:
    pixels = np.zeros((50, 60, 4), np.uint8)
    pixels[10:30, 20:50] = (9, 9, 9, 255)
    assert cut_out(pixels, Task()).shape == (20, 30, 4)


def test_a_plain_ground_is_flooded_and_holes_of_its_colour_stay_filled() -> None:
    pixels = np.full((120, 120, 4), 245, np.uint8)
    pixels[..., 3] = 255
    pixels[30:90, 40:80, :3] = (20, 60, 160)
    pixels[50:60, 55:65, :3] = 245  # a white label on the product
    out = cut_out(pixels, Task())
    assert abs(out.shape[0] - 60) <= 4
    assert int(out[out.shape[0] // 2 - 5, out.shape[1] // 2, 3]) > 240


def test_a_busy_ground_goes_to_grabcut_the_same_way_each_time() -> None:
    ground = busy(200, 160)
    pixels = np.dstack([ground, np.full((200, 160), 255, np.uint8)])
    cv2.rectangle(pixels, (50, 50), (110, 150), (250, 40, 30, 255), -1)
    first, second = cut_out(pixels, Task()), cut_out(pixels, Task())
    assert np.array_equal(first, second)
    assert abs(first.shape[0] - 101) <= 12
    assert abs(first.shape[1] - 61) <= 12


def test_an_empty_photo_says_so() -> None:
    with pytest.raises(MediaError, match="No product"):
        cut_out(np.zeros((30, 30, 4), np.uint8), Task())
