"""Two decision diagrams as one: what both come to, for the same levels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from triage.engine.deciding.clusters import Cluster
from triage.engine.deciding.diagram import Diagram
from triage.engine.deciding.states import Combination

A = TypeVar("A")
B = TypeVar("B")
Steps = tuple[Mapping[Combination, int], ...]


def side_by_side(order: Sequence[Cluster], first: Diagram[A], second: Diagram[B]) -> Diagram[tuple[A, B]]:
    """The diagram that follows both at once. `order` is that of the clusters, in which both have been built."""
    clusters = tuple(cluster for cluster in order if cluster in first.clusters or cluster in second.clusters)
    layer = {(0, 0): 0}
    steps: list[Steps] = []
    for cluster in clusters:
        below: dict[tuple[int, int], int] = {}
        one, other = _layer(first, cluster), _layer(second, cluster)
        combinations = list((one or other or ({},))[0])
        steps.append(
            tuple(
                {
                    levels: below.setdefault(
                        (one[a][levels] if one else a, other[b][levels] if other else b), len(below)
                    )
                    for levels in combinations
                }
                for a, b in layer
            )
        )
        layer = below
    return Diagram(clusters, tuple(steps), tuple((first.deciding[a], second.deciding[b]) for a, b in layer))


def _layer(diagram: Diagram[Any], cluster: Cluster) -> Steps | None:
    """The diagram's steps at this cluster, if it reads it."""
    return diagram.steps[diagram.clusters.index(cluster)] if cluster in diagram.clusters else None
