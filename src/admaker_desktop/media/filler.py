"""The floor of a placement's video bit rate, kept with H.264 filler: no encoding twice, no picture touched.

A simple picture at good quality needs less than some placements accept (reference/presets.md section 4). Rate control
cannot know, and x264's own `nal-hrd=cbr` would cap busy scenes at the floor: so GOPs below it are filled up afterwards.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import cast

import av
from av.video.stream import VideoStream

_START = b"\x00\x00\x00\x01\x0c"  # NAL unit type 12, filler data (ITU-T H.264 7.3.2.7)
_STOP = b"\x80"
_MARGIN = Fraction(1005, 1000)


class Filler:
    """Holds the packets of one GOP and hands them back padded where the stream so far is below its floor."""

    def __init__(self, floor_kbps: int, frame_seconds: Fraction) -> None:
        self._bytes_per_frame = Fraction(floor_kbps * 1000, 8) * frame_seconds * _MARGIN
        self._held: list[av.Packet[VideoStream]] = []
        self._frames = 0
        self._size = 0

    def padded(self, packet: av.Packet[VideoStream]) -> list[av.Packet[VideoStream]]:
        """Take the next packet in coding order; returns the GOP before it when this one begins a new one."""
        done = self.rest() if packet.is_keyframe else []
        self._held.append(packet)
        return done

    def rest(self) -> list[av.Packet[VideoStream]]:
        """The packets held, filled up evenly."""
        packets, self._held = self._held, []
        self._frames += len(packets)
        self._size += sum(packet.size for packet in packets)
        missing = math.ceil(self._frames * self._bytes_per_frame) - self._size
        if missing > 0 and packets:
            each = max(len(_START) + len(_STOP), -(-missing // len(packets)))
            filler = _START + b"\xff" * (each - len(_START) - len(_STOP)) + _STOP
            packets = [_longer(packet, filler) for packet in packets]
            self._size += each * len(packets)
        return packets


def _longer(packet: av.Packet[VideoStream], filler: bytes) -> av.Packet[VideoStream]:
    longer = cast("av.Packet[VideoStream]", av.Packet(bytes(packet) + filler))
    longer.stream, longer.time_base = packet.stream, packet.time_base
    longer.pts, longer.dts, longer.duration = packet.pts, packet.dts, packet.duration
    longer.is_keyframe = packet.is_keyframe
    return longer
