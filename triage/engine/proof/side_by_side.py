"""Two decision diagrams as one: what both come to, for the same levels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from triage.engine.deciding.diagram import Diagram

A = TypeVar("A")
B = TypeVar("B")


def side_by_side(order: Sequence[str], first: Diagram[A], second: Diagram[B]) -> Diagram[tuple[A, B]]:
    """The diagram that follows both at once. `order` is that of the signals, in which both have been built."""
    signals = tuple(signal for signal in order if signal in first.signals or signal in second.signals)
    layer = {(0, 0): 0}
    steps: list[tuple[tuple[int, ...], ...]] = []
    for signal in signals:
        below: dict[tuple[int, int], int] = {}
        one, other = _layer(first, signal), _layer(second, signal)
        width = len((one or other or ((),))[0])
        steps.append(
            tuple(
                tuple(
                    below.setdefault((one[a][level] if one else a, other[b][level] if other else b), len(below))
                    for level in range(width)
                )
                for a, b in layer
            )
        )
        layer = below
    return Diagram(signals, tuple(steps), tuple((first.deciding[a], second.deciding[b]) for a, b in layer))


def _layer(diagram: Diagram[Any], signal: str) -> tuple[tuple[int, ...], ...] | None:
    """The diagram's steps at this signal, if it reads it."""
    return diagram.steps[diagram.signals.index(signal)] if signal in diagram.signals else None
