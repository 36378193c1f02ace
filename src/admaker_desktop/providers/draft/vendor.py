"""The draft service: writes, draws, moves, speaks and composes on this machine, offline and free."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from admaker_desktop.capabilities.common import VendorInfo

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from admaker_desktop.providers.draft.image import DraftImage
    from admaker_desktop.providers.draft.motion import DraftMotion
    from admaker_desktop.providers.draft.music import DraftMusic
    from admaker_desktop.providers.draft.text import DraftWriter
    from admaker_desktop.providers.draft.voice import DraftVoice

_INFO = VendorInfo(
    id="draft",
    title="Draft (this computer, offline)",
    is_draft=True,
    lanes={"text": "cpu", "image": "gpu", "motion": "cpu", "voice": "network", "music": "cpu"},
)


class DraftVendor:
    """Each maker is imported at first use: a shader compiler or a voice model costs nobody who does not need it."""

    info = _INFO

    @cached_property
    def text(self) -> DraftWriter:
        """The draft writer."""
        from admaker_desktop.providers.draft.text import DraftWriter

        return DraftWriter()

    @cached_property
    def image(self) -> DraftImage:
        """The draft pictures."""
        from admaker_desktop.providers.draft.image import DraftImage

        return DraftImage(label_painter=_paint_label)

    @cached_property
    def motion(self) -> DraftMotion:
        """The draft moves."""
        from admaker_desktop.providers.draft.motion import DraftMotion

        return DraftMotion()

    @cached_property
    def voice(self) -> DraftVoice:
        """The draft voice."""
        from admaker_desktop.providers.draft.voice import DraftVoice

        return DraftVoice()

    @cached_property
    def music(self) -> DraftMusic:
        """The draft music."""
        from admaker_desktop.providers.draft.music import DraftMusic

        return DraftMusic()

    def close(self) -> None:
        """End the voice's child process, if it was started."""
        voice = self.__dict__.get("voice")
        if voice is not None:
            voice.close()


def _paint_label(
    lines: tuple[tuple[str, str, int, float, str], ...], width_px: int, height_px: int, background: str
) -> NDArray[np.uint8]:
    """A pack's label in the brand's own type: (height, width, 4) uint8 RGBA, straight alpha."""
    from admaker_desktop.media.text import LabelLine, label

    return label(tuple(LabelLine(*line) for line in lines), width_px, height_px, background)


def create() -> DraftVendor:
    """The service."""
    return DraftVendor()
