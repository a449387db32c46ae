"""The signals as bars, each with the line where it starts to count, and as words beside them."""

from __future__ import annotations

from triage.engine.explaining.evaluation import Evaluation, Reading
from triage.results.letter_format import Bar, Named

WIDTH = 120
"""How wide a whole bar is, in the units of its drawing."""


def bars(evaluation: Evaluation, side: str) -> tuple[Bar, ...]:
    """A bar for each signal of a side that has levels."""
    return tuple(
        _bar(reading)
        for reading in evaluation.signals.values()
        if reading.signal.side == side and reading.signal.levels
    )


def _bar(reading: Reading) -> Bar:
    signal = reading.signal
    steps = len(signal.levels) - 1
    places = [signal.levels.index(level) for level in reading.levels]
    line = signal.levels.index(signal.counts_from) if signal.counts_from is not None else None
    # The line stands just before the level that counts, so that a bar either crosses it or does not.
    return Bar(
        signal=Named(id=signal.id, name=signal.name),
        known=WIDTH * min(places) / steps,
        possible=WIDTH * max(places) / steps,
        line=WIDTH * (line - 0.5) / steps if line is not None else None,
        levels=reading.levels[:: max(1, len(reading.levels) - 1)],
        counts=line is not None and min(places) >= line,
        open=len(places) > 1,
    )
