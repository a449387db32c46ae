"""Why an outcome was decided: answers that alone, whatever else had been said, give it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from triage.engine.deciding.answers import Answers
from triage.engine.deciding.clusters import Cluster, cluster_of
from triage.engine.deciding.decision import Seen
from triage.engine.deciding.diagram import Possible, criterion_signals, diagram, rule_signals
from triage.engine.deciding.feeding import behind, fields_behind, is_open
from triage.engine.deciding.states import Combination
from triage.engine.model import Questionnaire


@dataclass(frozen=True)
class Reason:
    """A signal that the outcome stands on. `certain` is false where a skipped question leaves its level open.

    `level` is the level that counts: the known one, or the highest possible.
    """

    signal: str
    level: str
    certain: bool
    answers: Answers
    open: tuple[str, ...]


def reasons(questionnaire: Questionnaire, seen: Seen) -> tuple[Reason, ...]:
    """A sufficient reason: the signals whose levels alone, whatever the others were, let nothing else come out.

    It is minimal: none of them can be left out. With them come those whose silence keeps the outcome possible. The
    deciding rule's own come first, then known ones, each in the questionnaire's order. (A sufficient reason, or prime
    implicant, of a decision: Darwiche and Hirth, ECAI 2020, arXiv:2002.09284.)
    """
    own = {
        name
        for criteria in seen.decision.rule.when
        for criterion in criteria
        for name in criterion_signals(questionnaire, criterion)
    }
    kept = {*_sufficient(questionnaire, seen, own), *_leaving_open(questionnaire, seen)}
    # Where nothing else can come out whatever is said, the rule says what it stands on.
    shown = kept or set(seen.decision.rule.because)
    certain = {name: len(seen.levels[name]) == 1 for name in shown}
    order = [signal.id for signal in questionnaire.signals]
    return tuple(
        Reason(
            name,
            questionnaire.signal[name].levels[max(seen.levels[name])],
            certain[name],
            *answers_behind(questionnaire, seen, name),
        )
        for name in sorted(shown, key=lambda name: (name not in own, not certain[name], order.index(name)))
    )


def _sufficient(questionnaire: Questionnaire, seen: Seen, own: Collection[str]) -> tuple[str, ...]:
    """Signals are let go one after the other while nothing new can come out, the deciding rule's own ones last."""
    read = rule_signals(questionnaire)
    possible, kept = dict(seen.possible), list(read)
    allowed = _outcomes(questionnaire, possible)
    for name in sorted(read, key=lambda name: name in own):
        cluster = cluster_of(questionnaire, name)
        free = {**possible, cluster: freed(cluster, name, possible[cluster])}
        if _outcomes(questionnaire, free) <= allowed:
            possible = free
            kept.remove(name)
    return tuple(kept)


def _leaving_open(questionnaire: Questionnaire, seen: Seen) -> Iterator[str]:
    """The signals left open of which some level would rule the outcome out: on their silence it stands."""
    for name in rule_signals(questionnaire):
        if len(seen.levels[name]) > 1:
            cluster = cluster_of(questionnaire, name)
            place = cluster.place(name)
            for level in seen.levels[name]:
                known = frozenset(each for each in seen.possible[cluster] if each[place] == level)
                if seen.decision.outcome.id not in _outcomes(questionnaire, {**seen.possible, cluster: known}):
                    yield name
                    break


def freed(cluster: Cluster, signal_id: str, combinations: Iterable[Combination]) -> frozenset[Combination]:
    """The combinations, with any level of the signal."""
    place = cluster.place(signal_id)
    levels = range(len(cluster.signals[place].levels))
    return frozenset((*each[:place], level, *each[place + 1 :]) for each in combinations for level in levels)


def _outcomes(questionnaire: Questionnaire, possible: Possible) -> set[str]:
    """What can come out. No rule at all counts as something else."""
    places = diagram(questionnaire).rules(possible)
    return {"" if place is None else questionnaire.rules[place].outcome for place in places}


def answers_behind(questionnaire: Questionnaire, seen: Seen, signal_id: str) -> tuple[Answers, tuple[str, ...]]:
    """The given answers that the signal was read from, and the fields left open that could matter.

    Where its questions were not asked at all, these are the answers because of which they were not.
    """
    given = seen.path.answers
    fields = fields_behind(questionnaire, signal_id)
    answers = {f.id: given[f.id] for f in fields if not is_open(f, given.get(f.id))}
    if not questionnaire.signal[signal_id].levels:
        asked = {field.id for each in seen.path.fields.values() for field in each}
        asked |= {field.id for page in seen.path.withheld for field in questionnaire.fields_of(page)}
        return answers, tuple(f.id for f in fields if f.id not in answers and f.id in asked)
    met = seen.walks[cluster_of(questionnaire, signal_id)].open
    left_open = tuple(field.id for field in fields if field.id in met)
    if not answers and not left_open:
        answers = {f.id: given[f.id] for f in behind(questionnaire, signal_id) if f.id in given}
    return answers, left_open
