"""The one clock of a player: where in its source it is, told from the samples that the sound device has taken."""

from __future__ import annotations

from dataclasses import dataclass

SAMPLE_RATE_HZ = 48_000
_FOLLOW = 0.1
"""How much of a block's lateness the clock takes over."""
_LOST_S = 0.15
"""A device this far off has stopped in between: the clock begins anew."""


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A stretch of playing that begins at a place: every start, jump, speed or loop is a new one."""

    origin_s: float
    length_s: float
    rate: float = 1.0
    """1 plays, -1 plays backwards, 2 at double speed; only 1 is heard."""
    loops: bool = False

    def position(self, samples: float) -> float:
        """Seconds of the source after this many samples: wrapped when it loops, else held at either end."""
        at = self.origin_s + self.rate * samples / SAMPLE_RATE_HZ
        if self.loops and self.length_s > 0:
            return at % self.length_s
        return min(max(at, 0.0), self.length_s)

    def has_ended(self, samples: float) -> bool:
        """Whether the end that it plays towards is reached."""
        at = self.origin_s + self.rate * samples / SAMPLE_RATE_HZ
        return not self.loops and (at >= self.length_s if self.rate > 0 else at <= 0)


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """What the device took last: `samples` before this block, how many in it, and when (perf_counter seconds)."""

    cue: Cue
    samples: int
    block: int
    at_s: float

    def then(self, block: int, now_s: float) -> Mark:
        """The mark of the next block. Devices ask late and catch up: the clock follows them slowly, not in jumps."""
        due_s = self.at_s + self.block / SAMPLE_RATE_HZ
        is_steady = self.samples > 0 and abs(now_s - due_s) < _LOST_S
        at_s = due_s + (now_s - due_s) * _FOLLOW if is_steady else now_s
        return Mark(self.cue, self.samples + self.block, block, at_s)

    def heard(self, now_s: float, latency_samples: int) -> float:
        """Samples of the cue that are heard by now: less what waits in the device, never more than it has taken."""
        played = self.samples + (now_s - self.at_s) * SAMPLE_RATE_HZ - latency_samples
        return min(max(played, 0.0), self.samples + self.block)
