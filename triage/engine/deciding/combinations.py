"""Following many combinations of possible levels through the rules at once.

A sweep goes through the diagram's layers and keeps, for each *set of nodes* that can be reached,
one cheapest way to it. Two combinations that reach the same set of nodes are the same to everything
below, so merging them loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from triage.engine.deciding.clusters import Cluster
from triage.engine.deciding.diagram import Diagram
from triage.engine.deciding.states import Combination, Filled

Nodes = frozenset[int]
E = TypeVar("E")


@dataclass(frozen=True)
class Option:
    """One thing that a cluster's questions can come to.

    `combinations` are those that stay possible, `answers` the fewest answers that lead there,
    `cost` how many they are (see `Table.cost` for what counts for more).
    """

    combinations: frozenset[Combination]
    answers: Filled
    cost: int


@dataclass(frozen=True)
class Way:
    """The cheapest way to a set of nodes."""

    answers: Filled
    cost: int

    def joined(self, option: Option) -> Way:
        """This way, going on with the option."""
        return Way(self.answers + option.answers, self.cost + option.cost)


START: Mapping[Nodes, Way] = {frozenset({0}): Way((), 0)}


def sweep(
    diagram: Diagram[Any],
    options: Mapping[Cluster, Sequence[Option]],
    start: Mapping[Nodes, Way] = START,
    layers: range | None = None,
    keep: Callable[[int, Nodes], bool] | None = None,
) -> dict[Nodes, Way]:
    """The sets of nodes below the given layers (all of them by default) and the cheapest way to each.

    With `keep`, only those are followed of which it is true (given the number of layers that are behind).
    """
    reached = dict(start)
    for layer in layers if layers is not None else range(len(diagram.clusters)):
        below: dict[Nodes, Way] = {}
        for nodes, found in reached.items():
            for option in options[diagram.clusters[layer]]:
                following = diagram.follow(layer, nodes, option.combinations)
                if following not in below and keep is not None and not keep(layer + 1, following):
                    continue
                if following not in below or found.cost + option.cost < below[following].cost:
                    below[following] = found.joined(option)
        reached = below
    return reached


def deciding(diagram: Diagram[E], nodes: Nodes) -> frozenset[E]:
    """What the nodes of the last layer come to."""
    return frozenset(diagram.deciding[node] for node in nodes)
