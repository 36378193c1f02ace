"""Preflight's rules as people call them."""

from __future__ import annotations

from admaker_desktop.core.messages import Message, msg
from admaker_desktop.ui.i18n import tr_message, tr_text

_RULES: dict[str, Message] = {
    "asset_type": msg("Kind of file"),
    "audio_bit_rate": msg("Bit rate of the sound"),
    "audio_codec": msg("Coding of the sound"),
    "audio_presence": msg("Sound"),
    "bit_rate_cap": msg("Highest bit rate"),
    "bit_rate_floor": msg("Lowest bit rate"),
    "black": msg("Black picture"),
    "channels": msg("Sound channels"),
    "clipping": msg("Clipped sound"),
    "closed_gop": msg("Closed groups of pictures"),
    "codec": msg("Coding of the picture"),
    "colour_tags": msg("Colour tags"),
    "constant_rate": msg("Constant frame rate"),
    "container": msg("Container"),
    "decodes": msg("Damage"),
    "duration": msg("Length"),
    "edit_list": msg("Edit lists"),
    "faststart": msg("Fast start"),
    "file_size": msg("File size"),
    "flashing": msg("Flashes"),
    "frame_rate": msg("Frame rate"),
    "frozen": msg("Frozen picture"),
    "header_length": msg("Length in the header"),
    "legal_hold": msg("Time to read the legal line"),
    "legal_x_height": msg("Size of the legal line"),
    "level": msg("Coding level"),
    "loudness": msg("Loudness"),
    "pix_fmt": msg("Pixel format"),
    "pixel_aspect": msg("Shape of the pixels"),
    "profile": msg("Coding profile"),
    "rotation": msg("Rotation mark"),
    "safe_zone": msg("Safe zone"),
    "sample_rate": msg("Sampling rate of the sound"),
    "scan": msg("Scanning"),
    "silence": msg("Silence"),
    "size_px": msg("Frame size"),
    "sync": msg("Picture and sound in step"),
    "track_lengths": msg("Length of the tracks"),
    "true_peak": msg("True peak"),
}


def rule_title(rule: str) -> str:
    """A rule's title in the window's language."""
    known = _RULES.get(rule)
    return tr_message(known) if known else tr_text(rule.replace("_", " ").capitalize())
