"""What changed between two results, signal by signal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from triage.results.snapshot import SignalKept, Snapshot

Move = Literal["same", "up", "down", "open"]


@dataclass(frozen=True)
class SignalMoved:
    """A signal's possible levels before and after; none where nothing was answered, or it was not there yet.

    `move` is "open" where something was left out or cannot be compared.
    """

    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    move: Move


@dataclass(frozen=True)
class ScreenMoved:
    """A published screen's totals (points) before and after, None where there is none."""

    name: str
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Comparison:
    """Two results, the earlier one first."""

    before: Snapshot
    after: Snapshot
    clinical: tuple[SignalMoved, ...]
    execution: tuple[SignalMoved, ...]
    screens: tuple[ScreenMoved, ...]

    @property
    def changed(self) -> int:
        """How many signals are not what they were."""
        return sum(each.move != "same" for each in (*self.clinical, *self.execution))


def compare(one: Snapshot, other: Snapshot) -> Comparison:
    """Put the two side by side, whichever is the earlier one. Of the same day, `one` counts as the earlier."""
    before, after = (one, other) if one.issued <= other.issued else (other, one)
    return Comparison(
        before,
        after,
        _side(before, after, "safety", "clinical"),
        _side(before, after, "execution"),
        _screens(before, after),
    )


def _side(before: Snapshot, after: Snapshot, *sides: str) -> tuple[SignalMoved, ...]:
    then = {signal.id: signal for signal in before.signals}
    return tuple(_moved(then.get(now.id), now) for now in after.signals if now.side in sides and now.scale)


def _moved(then: SignalKept | None, now: SignalKept) -> SignalMoved:
    return SignalMoved(now.name, _told(then), _told(now), _move(then, now))


def _told(signal: SignalKept | None) -> tuple[str, ...]:
    return () if signal is None or signal.silent else signal.levels


def _move(then: SignalKept | None, now: SignalKept) -> Move:
    before, after = _told(then), _told(now)
    if then is None or then.scale != now.scale or len(before) != 1 or len(after) != 1:
        return "open"
    steps = now.scale.index(after[0]) - now.scale.index(before[0])
    if steps == 0:
        return "same"
    return "up" if steps > 0 else "down"


def _screens(before: Snapshot, after: Snapshot) -> tuple[ScreenMoved, ...]:
    then = {screen.id: screen for screen in before.screens}
    now = {screen.id: screen for screen in after.screens}
    names = {screen.id: screen.name for screen in (*before.screens, *after.screens)}
    return tuple(
        ScreenMoved(name, then[key].total if key in then else None, now[key].total if key in now else None)
        for key, name in names.items()
    )
