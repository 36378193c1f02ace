"""The one clock of a player: where in its source it is, told from the samples that the sound device has taken."""

from __future__ import annotations

from dataclasses import dataclass

SAMPLE_RATE_HZ = 48_000


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

    def heard(self, now_s: float, latency_samples: int) -> float:
        """Samples of the cue that are heard by now: interpolated inside the block, less what waits in the device."""
        inside = min(max(now_s - self.at_s, 0.0) * SAMPLE_RATE_HZ, self.block)
        return max(0.0, self.samples + inside - latency_samples)
