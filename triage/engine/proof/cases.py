"""Where a promise's condition holds, could hold or cannot hold, and the outcome there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from triage.engine.deciding.combinations import Nodes, Way, deciding, sweep
from triage.engine.deciding.diagram import Diagram, diagram_of
from triage.engine.model import Outcome, Promise
from triage.engine.proof.side_by_side import side_by_side
from triage.engine.proof.space import Space

How = Literal["certainly", "possibly", "in no way"]
"""How the condition stands over all completions of what is open."""

Truths = frozenset[bool]


@dataclass(frozen=True)
class Cases:
    """The rules and the condition of a promise (`when`, and not `unless`), followed together."""

    space: Space
    promise: Promise

    @cached_property
    def diagram(self) -> Diagram[tuple[int | None, bool]]:
        """The deciding rule, and whether the condition holds."""
        space, promise = self.space, self.promise
        unless = [promise.unless] if promise.unless else []
        first = diagram_of(space.questionnaire, [*unless, promise.when])
        holds = Diagram(first.clusters, first.steps, tuple(place == len(unless) for place in first.deciding))
        return side_by_side(space.order, space.diagram, holds)

    def ends(self, how: How) -> Iterator[tuple[Outcome, Way]]:
        """The outcome at every end where the condition stands so, and the cheapest way there."""
        stands, truths = _STANDS[how], self._truths

        def could_stand_so(layers: int, nodes: Nodes) -> bool:
            return stands(truths[layers][node] for node in nodes)

        for nodes, way in sweep(self.diagram, self.space.options, keep=could_stand_so).items():
            yield self.space.outcome_of(rule for rule, _ in deciding(self.diagram, nodes)), way

    @cached_property
    def _truths(self) -> tuple[tuple[Truths, ...], ...]:
        """For each node of each layer what the condition can still come to."""
        found = [tuple(frozenset({holds}) for _, holds in self.diagram.deciding)]
        for steps in reversed(self.diagram.steps):
            below = found[0]
            found.insert(0, tuple(frozenset().union(*(below[node] for node in nodes.values())) for nodes in steps))
        return tuple(found)


_STANDS: Mapping[How, Callable[[Iterable[Truths]], bool]] = {
    "certainly": lambda truths: all(True in each for each in truths),
    "possibly": lambda truths: any(True in each for each in truths),
    "in no way": lambda truths: all(False in each for each in truths),
}
