"""All that can occur, in merged form (see the package's docstring)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from triage.engine.deciding.combinations import Nodes, Option, Way, deciding, sweep
from triage.engine.deciding.cone import cone
from triage.engine.deciding.decision import decide_among
from triage.engine.deciding.diagram import Diagram, need
from triage.engine.model import Criterion, Outcome, Questionnaire
from triage.engine.model.conditions import Condition
from triage.engine.proof.tables import Pair, Table

Options = Mapping[str, Sequence[Option]]


@dataclass(frozen=True)
class Space:
    """The diagram of the rules and, for each signal, every set of levels that it can come to."""

    questionnaire: Questionnaire
    diagram: Diagram

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The walker of the cone of each signal that has levels, those that no rule reads included."""
        signals = self.questionnaire.signals
        return {signal.id: Table(cone(self.questionnaire, signal.id)) for signal in signals if signal.levels}

    @cached_property
    def options(self) -> Options:
        """Everything that each signal's questions can come to."""
        return {signal: table.options() for signal, table in self.tables.items()}

    @cached_property
    def everything(self) -> Mapping[Nodes, Way]:
        """Every end that some set of answers comes to."""
        return sweep(self.diagram, self.options)

    def outcome(self, nodes: Nodes) -> Outcome:
        """The outcome at an end."""
        if nodes not in self._outcomes:
            self._outcomes[nodes] = decide_among(self.questionnaire, deciding(self.diagram, nodes)).outcome
        return self._outcomes[nodes]

    @cached_property
    def _outcomes(self) -> dict[Nodes, Outcome]:
        return {}

    def ends(self, options: Options) -> Iterator[tuple[Outcome, Way]]:
        """The outcome at every end that these options lead to, and the cheapest way there.

        Where options of signals that no rule reads are restricted, the way has an answer to each.
        """
        extra = Way((), 0)
        for signal, held in options.items():
            if signal not in self.diagram.signals:
                if not held:
                    return
                extra = extra.joined(min(held, key=lambda option: option.cost))
        for nodes, found in sweep(self.diagram, options).items():
            yield self.outcome(nodes), Way(found.answers + extra.answers, found.cost + extra.cost)

    def where(self, condition: Condition) -> Iterator[Options]:
        """The options under which a condition could hold, one restriction for each way of holding."""
        for criteria in condition:
            yield from self._restricted(dict(self.options), criteria)

    def _restricted(self, options: dict[str, Sequence[Option]], criteria: tuple[Criterion, ...]) -> Iterator[Options]:
        if not criteria:
            yield options
            return
        wanted = need(self.questionnaire, criteria[0])
        for members in combinations(wanted.signals, wanted.least):
            narrowed = dict(options)
            for signal in members:
                narrowed[signal] = [option for option in options[signal] if wanted.could_hold(option.levels)]
            yield from self._restricted(narrowed, criteria[1:])

    def compare(self, signal: str, pairs: Sequence[Pair]) -> Iterator[tuple[Outcome, Outcome, Pair, Way]]:
        """The outcomes of every two ways of answering that differ by one of the pairs, in all contexts.

        With them comes the cheapest such pair and context.
        """
        layer = self.diagram.signals.index(signal)
        sides: dict[tuple[Nodes, Nodes], tuple[Pair, Way]] = {}
        for nodes, found in sweep(self.diagram, self.options, layers=range(layer)).items():
            for pair in pairs:
                ends = self.diagram.follow(layer, nodes, pair.left), self.diagram.follow(layer, nodes, pair.right)
                _keep(sides, ends, pair, found)
        for below in range(layer + 1, len(self.diagram.signals)):
            following: dict[tuple[Nodes, Nodes], tuple[Pair, Way]] = {}
            distinct = {nodes for ends in sides for nodes in ends}
            for option in self.options[self.diagram.signals[below]]:
                after = {nodes: self.diagram.follow(below, nodes, option.levels) for nodes in distinct}
                for (left, right), (pair, found) in sides.items():
                    _keep(following, (after[left], after[right]), pair, found.joined(option))
            sides = following
        for (left, right), (pair, found) in sides.items():
            yield self.outcome(left), self.outcome(right), pair, found


def cost(pair: Pair, context: Way) -> int:
    """What both ways of answering cost together: the context counts twice."""
    return pair.cost + 2 * context.cost


def _keep(
    kept: dict[tuple[Nodes, Nodes], tuple[Pair, Way]], ends: tuple[Nodes, Nodes], pair: Pair, context: Way
) -> None:
    if ends not in kept or cost(pair, context) < cost(*kept[ends]):
        kept[ends] = (pair, context)
