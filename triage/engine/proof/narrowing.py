"""What criteria, held or denied, leave of all that can occur."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from triage.engine.deciding.clusters import Cluster, cluster_of
from triage.engine.deciding.combinations import Option
from triage.engine.deciding.diagram import need
from triage.engine.deciding.feeding import fields_behind
from triage.engine.model import Criterion, Questionnaire
from triage.engine.proof.space import Space

Fits = Callable[[frozenset[int]], bool]


@dataclass(frozen=True)
class Demand:
    """One thing that must be true (or, with `holds` false, not be true) of a signal, or of the decision.

    A criterion on a group demands something of several of its signals; `signal` is then one of them.
    """

    criterion: Criterion
    holds: bool
    signal: str | None = None


def demands_of(questionnaire: Questionnaire, criterion: Criterion) -> Iterator[tuple[Demand, ...]]:
    """The ways in which a criterion certainly holds, each a list of demands."""
    if criterion.kind not in ("level", "group"):
        yield (Demand(criterion, True, criterion.signal),)
        return
    wanted = need(questionnaire, criterion)
    for members in combinations(wanted.signals, wanted.least):
        yield tuple(Demand(criterion, True, signal) for signal in members)


def denials_of(questionnaire: Questionnaire, criterion: Criterion) -> Iterator[tuple[Demand, ...]]:
    """The ways in which a criterion does not certainly hold."""
    if criterion.kind not in ("level", "group"):
        yield (Demand(criterion, False, criterion.signal),)
        return
    wanted = need(questionnaire, criterion)
    for members in combinations(wanted.signals, len(wanted.signals) - wanted.least + 1):
        yield tuple(Demand(criterion, False, signal) for signal in members)


@dataclass
class Narrowed:
    """The options that are left, and what is demanded of the decision and of tags."""

    questionnaire: Questionnaire
    options: dict[Cluster, Sequence[Option]]
    decision: list[Demand] = field(default_factory=list)
    one_of: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    none_of: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def by(cls, space: Space, demands: Sequence[Demand]) -> Narrowed | None:
        """All that can occur where the demands are met; None where that is nothing."""
        narrowed = cls(space.questionnaire, dict(space.options))
        for demand in demands:
            narrowed._apply(demand)
        left = all(narrowed.options.values()) and narrowed._tags_agree()
        return narrowed if left else None

    def _apply(self, demand: Demand) -> None:
        criterion, signal = demand.criterion, demand.signal
        if signal is None:
            self.decision.append(demand)
        elif self.questionnaire.signal[signal].tags:
            self._apply_tags(signal, criterion, demand.holds)
        elif criterion.kind == "unanswered":
            levels = len(self.questionnaire.signal[signal].levels)
            self._keep(signal, lambda possible: (len(possible) == levels) == demand.holds)
        else:
            wanted = need(self.questionnaire, criterion)
            self._keep(signal, lambda possible: wanted.must_hold(signal, possible) == demand.holds)

    def _apply_tags(self, signal: str, criterion: Criterion, holds: bool) -> None:
        tags = frozenset(self.questionnaire.signal[signal].tags)
        if criterion.kind == "unanswered":
            given, named = not holds, tags
        else:
            given, named = bool(criterion.has) == holds, frozenset(criterion.has or criterion.lacks)
        if given:
            self.one_of.append((signal, named))
        else:
            self.none_of.setdefault(signal, set()).update(named)

    def _tags_agree(self) -> bool:
        """Whether some tags meet all that is demanded of them."""
        together: dict[str, frozenset[str]] = {}
        for signal, named in self.one_of:
            left = named - self.none_of.get(signal, set())
            if self._is_one_choice(signal):
                left = together[signal] = left & together.get(signal, left)
            if not left:
                return False
        return True

    def _is_one_choice(self, signal: str) -> bool:
        """Whether no two tags of the signal can be given together."""
        fields = fields_behind(self.questionnaire, signal)
        return len(fields) == 1 and not fields[0].several

    def _keep(self, signal: str, fits: Fits) -> None:
        cluster = cluster_of(self.questionnaire, signal)
        place = cluster.place(signal)
        kept = [o for o in self.options[cluster] if fits(frozenset(levels[place] for levels in o.combinations))]
        self.options[cluster] = kept

    def at_level(self, signal: str, level: str) -> Mapping[Cluster, Sequence[Option]]:
        """The options that leave the signal no other level."""
        only = frozenset({self.questionnaire.signal[signal].levels.index(level)})
        self._keep(signal, lambda possible: possible == only)
        return self.options

    def allows(self, outcome: str, *, settled: bool) -> bool:
        """Whether a decision meets what is demanded of it."""
        return all(
            (outcome in d.criterion.outcome if d.criterion.outcome else d.criterion.settled == settled) == d.holds
            for d in self.decision
        )
