"""All that can occur, in merged form (see the package's docstring)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from triage.engine.deciding.clusters import Cluster, clusters
from triage.engine.deciding.combinations import Nodes, Option, Way, deciding, sweep
from triage.engine.deciding.decision import decide_among
from triage.engine.deciding.diagram import Diagram, diagram, diagram_of
from triage.engine.model import Outcome, Questionnaire, Rule
from triage.engine.proof.tables import Pair, Table

Options = Mapping[Cluster, Sequence[Option]]


@dataclass(frozen=True)
class Space:
    """The diagram of the rules and, for each cluster, every set of combinations that its questions can come to.

    The questions alone make the `tables` and the `options`, so other rules over the same questions share them:
    the `questionnaire` stays that of the questions, while it is `deciding_by` the rules of an edited copy.
    """

    questionnaire: Questionnaire
    deciding_by: Questionnaire
    diagram: Diagram[int | None]
    tables: Mapping[Cluster, Table]
    options: Options

    def with_rules(self, rules: tuple[Rule, ...]) -> Space:
        """The same questions under other rules."""
        edited = self.questionnaire.model_copy(update={"rules": rules})
        when = [rule.when for rule in rules]
        return replace(self, deciding_by=edited, diagram=diagram_of(self.questionnaire, when))

    @cached_property
    def settled(self) -> Space:
        """Only what leaves no cluster a choice of levels: every question that bears on one is answered."""
        options = {cluster: [o for o in each if len(o.combinations) == 1] for cluster, each in self.options.items()}
        return replace(self, options=options)

    @cached_property
    def order(self) -> tuple[Cluster, ...]:
        """The order of clusters in every diagram."""
        return tuple(self.tables)

    @cached_property
    def everything(self) -> Mapping[Nodes, Way]:
        """Every end that some set of answers comes to."""
        return sweep(self.diagram, self.options)

    def outcome(self, nodes: Nodes) -> Outcome:
        """The outcome at an end."""
        return self.outcome_of(deciding(self.diagram, nodes))

    def outcome_of(self, rules: Iterable[int | None]) -> Outcome:
        """The outcome where these rules (by their places) are possible. Raises `NoRule` where none may hold."""
        possible = frozenset(rules)
        if possible not in self._outcomes:
            self._outcomes[possible] = decide_among(self.deciding_by, possible).outcome
        return self._outcomes[possible]

    @cached_property
    def _outcomes(self) -> dict[frozenset[int | None], Outcome]:
        return {}

    def ends(self, options: Options) -> Iterator[tuple[Outcome, Way]]:
        """The outcome at every end that these options lead to, and the cheapest way there.

        Where options of clusters that no rule reads are restricted, the way has an answer to each.
        """
        extra = Way((), 0)
        for cluster, held in options.items():
            if cluster not in self.diagram.clusters:
                if not held:
                    return
                extra = extra.joined(min(held, key=lambda option: option.cost))
        for nodes, found in sweep(self.diagram, options).items():
            yield self.outcome(nodes), Way(found.answers + extra.answers, found.cost + extra.cost)

    def compare(self, cluster: Cluster, pairs: Sequence[Pair]) -> Iterator[tuple[Outcome, Outcome, Pair, Way]]:
        """The outcomes of every two ways of answering that differ by one of the pairs, in all contexts.

        With them comes the cheapest such pair and context.
        """
        layer = self.diagram.clusters.index(cluster)
        sides: dict[tuple[Nodes, Nodes], tuple[Pair, Way]] = {}
        for nodes, found in sweep(self.diagram, self.options, layers=range(layer)).items():
            for pair in pairs:
                ends = self.diagram.follow(layer, nodes, pair.left), self.diagram.follow(layer, nodes, pair.right)
                _keep(sides, ends, pair, found)
        for below in range(layer + 1, len(self.diagram.clusters)):
            following: dict[tuple[Nodes, Nodes], tuple[Pair, Way]] = {}
            distinct = {nodes for ends in sides for nodes in ends}
            for option in self.options[self.diagram.clusters[below]]:
                after = {nodes: self.diagram.follow(below, nodes, option.combinations) for nodes in distinct}
                for (left, right), (pair, found) in sides.items():
                    _keep(following, (after[left], after[right]), pair, found.joined(option))
            sides = following
        for (left, right), (pair, found) in sides.items():
            yield self.outcome(left), self.outcome(right), pair, found


def space_of(questionnaire: Questionnaire) -> Space:
    """Walk all questions and build the diagram of the rules."""
    tables = {cluster: Table(cluster) for cluster in clusters(questionnaire)}
    options = {cluster: table.options() for cluster, table in tables.items()}
    return Space(questionnaire, questionnaire, diagram(questionnaire), tables, options)


def cost(pair: Pair, context: Way) -> int:
    """What both ways of answering cost together: the context counts twice."""
    return pair.cost + 2 * context.cost


def _keep(
    kept: dict[tuple[Nodes, Nodes], tuple[Pair, Way]], ends: tuple[Nodes, Nodes], pair: Pair, context: Way
) -> None:
    if ends not in kept or cost(pair, context) < cost(*kept[ends]):
        kept[ends] = (pair, context)
