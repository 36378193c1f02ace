"""Rectangles of a frame: what is free for type, what is taken."""

from __future__ import annotations

from dataclasses import dataclass

from admaker_desktop.ad.deliverable import Format
from admaker_desktop.ad.scene import Box


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in whole pixels of the frame, ends exclusive; empty when an end lies before its start."""

    x0: int
    y0: int
    x1: int
    y1: int

    @classmethod
    def safe(cls, view: Format) -> Area:
        """Where a placement leaves type alone."""
        zone = view.safe_zone
        return cls(zone.left_px, zone.top_px, view.width_px - zone.right_px, view.height_px - zone.bottom_px)

    @classmethod
    def inside(cls, box: Box) -> Area:
        """The whole pixels within a box."""
        return cls(
            -int(-box.x_px // 1), -int(-box.y_px // 1), int(box.x_px + box.width_px), int(box.y_px + box.height_px)
        )

    @property
    def width(self) -> int:
        return max(0, self.x1 - self.x0)

    @property
    def height(self) -> int:
        return max(0, self.y1 - self.y0)

    @property
    def centre_x(self) -> float:
        return (self.x0 + self.x1) / 2

    def common(self, other: Area) -> Area:
        """What lies in both."""
        return Area(max(self.x0, other.x0), max(self.y0, other.y0), min(self.x1, other.x1), min(self.y1, other.y1))

    def above(self, y: int) -> Area:
        """What lies above a row."""
        return Area(self.x0, self.y0, self.x1, min(self.y1, y))

    def holds(self, other: Area) -> bool:
        """Whether another area lies within."""
        return self.x0 <= other.x0 and self.y0 <= other.y0 and other.x1 <= self.x1 and other.y1 <= self.y1

    def box(self) -> Box:
        return Box(x_px=self.x0, y_px=self.y0, width_px=self.width, height_px=self.height)
