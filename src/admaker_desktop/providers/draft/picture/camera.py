"""The draft studio's camera: a long lens that looks down at the subject, and its projection."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""(n, 3) float64 in world units: x right, y up, z to the viewer."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Looks at `target` from `distance`, from `pitch_deg` above; never from the side: subjects turn instead."""

    target: tuple[float, float, float]
    pitch_deg: float
    distance: float = 9.0

    @property
    def eye(self) -> tuple[float, float, float]:
        pitch = radians(self.pitch_deg)
        x, y, z = self.target
        return (x, y + self.distance * sin(pitch), z + self.distance * cos(pitch))

    @property
    def up(self) -> tuple[float, float, float]:
        pitch = radians(self.pitch_deg)
        return (0.0, cos(pitch), -sin(pitch))

    @property
    def forward(self) -> tuple[float, float, float]:
        pitch = radians(self.pitch_deg)
        return (0.0, -sin(pitch), -cos(pitch))

    def project(self, points: Points) -> NDArray[np.float64]:
        """(n, 2) on the picture plane at distance 1: x right, y up."""
        relative = points - np.array(self.eye)
        depth = relative @ np.array(self.forward)
        return np.stack([relative[:, 0] / depth, relative @ np.array(self.up) / depth], axis=1)


def turn(yaw_deg: float, lean_deg: float, roll_deg: float) -> NDArray[np.float64]:
    """The rotation from object to world: roll in the picture plane, lean back, then yaw about the upright."""
    y, x, z = radians(yaw_deg), radians(lean_deg), radians(roll_deg)
    yaw = np.array([[cos(y), 0, sin(y)], [0, 1, 0], [-sin(y), 0, cos(y)]])
    lean = np.array([[1, 0, 0], [0, cos(x), sin(x)], [0, -sin(x), cos(x)]])
    roll = np.array([[cos(z), -sin(z), 0], [sin(z), cos(z), 0], [0, 0, 1]])
    return np.asarray(yaw @ lean @ roll)


def corners(low: tuple[float, float, float], high: tuple[float, float, float]) -> Points:
    """The eight corners of a box."""
    a = np.array([low, high])
    return np.array([[a[i, 0], a[j, 1], a[k, 2]] for i in (0, 1) for j in (0, 1) for k in (0, 1)])
