"""Answers that, changed, would alter the outcome: every one for auditors, and those that may be offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

from triage.engine.deciding.answers import Answers, Given, chosen
from triage.engine.deciding.clusters import Cluster, cluster_of
from triage.engine.deciding.decision import Seen, decide
from triage.engine.deciding.diagram import diagram
from triage.engine.deciding.feeding import gates_of, is_open
from triage.engine.deciding.path import gates_hold
from triage.engine.deciding.states import Combination
from triage.engine.model import Field, Outcome, Questionnaire, Signal

MOST_TOGETHER = 3
"""How many answers a set of changes has at most."""


@dataclass(frozen=True)
class AnswerChange:
    """With `answer` in this field and all else as it is, the outcome would be this one.

    `distance` counts the steps between the two answers. What it changes is `practical` (the readiness for coaching,
    money), `clinical` (how somebody is), or `apart` (safety, harm by others, care that somebody has).
    """

    field: str
    signal: str
    given: Given
    answer: Given
    outcome: str
    distance: int
    kind: Literal["practical", "clinical", "apart"]


@dataclass(frozen=True)
class Changes:
    """What may be offered: `single` changes, nearest first; or, where there is no practical one, the smallest set of
    practical changes that `together` alter the outcome (to `outcome`); or nothing but that (`only_clinical`)."""

    single: tuple[AnswerChange, ...] = ()
    together: tuple[AnswerChange, ...] = ()
    outcome: str = ""
    only_clinical: bool = False


def changes(questionnaire: Questionnaire, seen: Seen) -> Changes:
    """The changes that may be offered to a person.

    Practical answers in every direction; clinical ones only towards more care, and never an instrument's item: nobody
    is told which answer to play down. What is apart is never offered, and where crisis help comes first
    (`offers_changes` is false) nothing is.
    """
    present = seen.decision.outcome
    if not present.offers_changes:
        return Changes()
    fields = [field for fields in seen.path.fields.values() for field in fields if field.page.instrument is None]
    found = list(_changes(questionnaire, seen, fields))
    offered = [change for change in found if _may_be_offered(questionnaire, present, change)]
    if any(change.kind == "practical" for change in offered):
        return Changes(single=_nearest(offered))
    together, outcome = _together(questionnaire, seen, found)
    return Changes(_nearest(offered), together, outcome, only_clinical=not together)


def all_changes(questionnaire: Questionnaire, seen: Seen) -> tuple[AnswerChange, ...]:
    """The nearest change of each answered field to each other outcome, nearest first, in every direction.

    For auditors. A change that would first lead to further questions is left out: nobody knows what it would come to.
    """
    present = seen.decision.outcome.id
    fields = [field for fields in seen.path.fields.values() for field in fields]
    return _nearest(change for change in _changes(questionnaire, seen, fields) if change.outcome != present)


def _may_be_offered(questionnaire: Questionnaire, present: Outcome, change: AnswerChange) -> bool:
    if change.outcome == present.id or change.kind == "apart":
        return False
    return change.kind == "practical" or questionnaire.outcome[change.outcome].care > present.care


def _nearest(found: Iterable[AnswerChange]) -> tuple[AnswerChange, ...]:
    """The nearest change of each field to each outcome, nearest first."""
    kept: dict[tuple[str, str], AnswerChange] = {}
    for change in found:
        key = (change.field, change.outcome)
        if key not in kept or change.distance < kept[key].distance:
            kept[key] = change
    return tuple(sorted(kept.values(), key=lambda change: change.distance))


def _changes(questionnaire: Questionnaire, seen: Seen, fields: Iterable[Field]) -> Iterator[AnswerChange]:
    """Every other answer to one of the fields that comes to other levels, with its outcome, be it the present one."""
    path = seen.path
    asked = {field.id for fields in path.fields.values() for field in fields}
    # Other answers that come to the same combinations change nothing.
    outcomes: dict[tuple[tuple[Cluster, frozenset[Combination]], ...], str] = {}
    for field in fields:
        given = path.answers.get(field.id)
        clusters = [cluster for cluster in diagram(questionnaire).clusters if cluster.hangs_on((field.id,))]
        if is_open(field, given) or field.page.kind == "consent" or not clusters:
            continue
        own = (each for cluster in clusters for each in cluster.own_fields)
        unasked = [each for each in own if gates_of(each) and each.id not in asked]
        for answer, distance in _other_answers(field, given):
            if all(cluster.move(field, answer) == cluster.move(field, given) for cluster in clusters):
                continue
            answers = {**path.answers, field.id: answer}
            if any(_is_asked(questionnaire, each, answers) for each in unasked):
                continue
            changed = {cluster: cluster.combinations(answers) for cluster in clusters}
            signals = [
                signal for cluster in clusters for signal in _altered(cluster, seen.possible[cluster], changed[cluster])
            ]
            if not signals:
                continue
            key = tuple(changed.items())
            if key not in outcomes:
                outcomes[key] = decide(questionnaire, {**seen.possible, **changed}).outcome.id
            yield AnswerChange(field.id, signals[0].id, given, answer, outcomes[key], distance, _kind(signals))


def _together(
    questionnaire: Questionnaire, seen: Seen, found: Iterable[AnswerChange]
) -> tuple[tuple[AnswerChange, ...], str]:
    """The smallest set of practical changes that alter the outcome, with the outcome; nothing if there is none.

    One question that bears on several clusters is left out of it.
    """
    ways: dict[Cluster, dict[frozenset[Combination], AnswerChange]] = {}
    for change in found:
        if change.kind == "practical" and _bears_on_one(questionnaire, change):
            cluster = cluster_of(questionnaire, change.signal)
            changed = cluster.combinations({**seen.path.answers, change.field: change.answer})
            known = ways.setdefault(cluster, {}).get(changed)
            if known is None or change.distance < known.distance:
                ways[cluster][changed] = change
    for size in range(2, MOST_TOGETHER + 1):
        sets: list[tuple[int, tuple[AnswerChange, ...], str]] = []
        for clusters in combinations(ways, size):
            sets += _altering(questionnaire, seen, [(cluster, ways[cluster]) for cluster in clusters])
        if sets:
            _, together, outcome = min(sets, key=lambda each: each[0])
            return together, outcome
    return (), ""


def _bears_on_one(questionnaire: Questionnaire, change: AnswerChange) -> bool:
    return sum(cluster.hangs_on((change.field,)) for cluster in diagram(questionnaire).clusters) == 1


def _altering(
    questionnaire: Questionnaire, seen: Seen, ways: Sequence[tuple[Cluster, dict[frozenset[Combination], AnswerChange]]]
) -> Iterator[tuple[int, tuple[AnswerChange, ...], str]]:
    """The sets with one change of each of these clusters that alter the outcome, with the steps that they take."""
    for chosen_ways in product(*(each.items() for _, each in ways)):
        changed = {cluster: levels for (cluster, _), (levels, _) in zip(ways, chosen_ways, strict=True)}
        outcome = decide(questionnaire, {**seen.possible, **changed}).outcome.id
        if outcome != seen.decision.outcome.id:
            together = tuple(change for _, change in chosen_ways)
            yield sum(change.distance for change in together), together, outcome


def _kind(signals: Sequence[Signal]) -> Literal["practical", "clinical", "apart"]:
    sides = {signal.side for signal in signals}
    if sides & {"safety", "context"}:
        return "apart"
    return "clinical" if "clinical" in sides else "practical"


def _is_asked(questionnaire: Questionnaire, field: Field, answers: Answers) -> bool:
    return gates_hold(questionnaire, field.page.when, answers) and gates_hold(questionnaire, field.when, answers)


def _altered(cluster: Cluster, before: frozenset[Combination], after: frozenset[Combination]) -> Sequence[Signal]:
    """The signals whose levels are others afterwards; all of them where only their combination is another."""
    if before == after:
        return ()
    altered = [
        signal
        for place, signal in enumerate(cluster.signals)
        if {levels[place] for levels in before} != {levels[place] for levels in after}
    ]
    return altered or cluster.signals


def _other_answers(field: Field, given: Given) -> Iterator[tuple[Given, int]]:
    """Other answers one change away, with the steps between."""
    if not field.several:
        place = field.choices.index(str(given))
        yield from (
            (c, abs(i - place)) for i, c in enumerate(field.choices) if c != given and c not in field.unanswered
        )
        return
    ticked = [choice for choice in chosen(given) if choice not in field.exclusive | field.unanswered]
    for choice in field.choices:
        if choice in field.unanswered or chosen(given) == (choice,):
            continue
        if choice in field.exclusive:
            yield (choice,), 1
        else:
            toggled = tuple(c for c in field.choices if (c in ticked) != (c == choice))
            if len(toggled) <= (field.page.most or len(toggled)):
                yield toggled, 1
