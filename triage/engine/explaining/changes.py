"""Single answers that, changed, would alter the outcome."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from triage.engine.deciding.answers import Answers, Given, chosen
from triage.engine.deciding.clusters import Cluster
from triage.engine.deciding.decision import Seen, decide
from triage.engine.deciding.diagram import diagram
from triage.engine.deciding.feeding import fields_behind, gates_of, is_open
from triage.engine.deciding.path import gates_hold
from triage.engine.deciding.states import Combination
from triage.engine.model import Field, Questionnaire


@dataclass(frozen=True)
class AnswerChange:
    """With `answer` in this field and all else as it is, the outcome would be this one.

    `distance` counts the steps between the two answers.
    """

    field: str
    signal: str
    given: Given
    answer: Given
    outcome: str
    distance: int


def changes(questionnaire: Questionnaire, seen: Seen) -> tuple[AnswerChange, ...]:
    """The nearest change of each answered field to each other outcome, nearest first.

    A change that would first lead to further questions is left out: nobody knows what it would
    come to. Answers that speak of safety are never among them, and where crisis help comes first
    (`offers_changes` is false) nothing is.
    """
    present = seen.decision.outcome
    if not present.offers_changes:
        return ()
    found: dict[tuple[str, str], AnswerChange] = {}
    for change in _all_changes(questionnaire, seen):
        key = (change.field, change.outcome)
        if change.outcome != present.id and (key not in found or change.distance < found[key].distance):
            found[key] = change
    return tuple(sorted(found.values(), key=lambda change: change.distance))


def _all_changes(questionnaire: Questionnaire, seen: Seen) -> Iterator[AnswerChange]:
    path = seen.path
    protected = _safety_fields(questionnaire)
    asked = {field.id for fields in path.fields.values() for field in fields}
    for cluster in diagram(questionnaire).clusters:
        unasked = [field for field in cluster.own_fields if gates_of(field) and field.id not in asked]
        # Other answers that come to the same combinations change nothing.
        outcomes = {seen.possible[cluster]: seen.decision.outcome.id}
        for field in cluster.own_fields:
            given = path.answers.get(field.id)
            if is_open(field, given) or field.id in protected or field.page.kind == "consent":
                continue
            present = cluster.move(field, given)
            for answer, distance in _other_answers(field, given):
                if cluster.move(field, answer) == present:
                    continue
                answers = {**path.answers, field.id: answer}
                if any(_is_asked(questionnaire, each, answers) for each in unasked):
                    continue
                changed = cluster.combinations(answers)
                if changed not in outcomes:
                    outcomes[changed] = decide(questionnaire, {**seen.possible, cluster: changed}).outcome.id
                signal = _changed(cluster, seen.possible[cluster], changed)
                yield AnswerChange(field.id, signal, given, answer, outcomes[changed], distance)


def _is_asked(questionnaire: Questionnaire, field: Field, answers: Answers) -> bool:
    return gates_hold(questionnaire, field.page.when, answers) and gates_hold(questionnaire, field.when, answers)


def _changed(cluster: Cluster, before: frozenset[Combination], after: frozenset[Combination]) -> str:
    """The first signal whose levels are others afterwards."""
    for place, signal in enumerate(cluster.signals):
        if {levels[place] for levels in before} != {levels[place] for levels in after}:
            return signal.id
    return cluster.signals[0].id


def _safety_fields(questionnaire: Questionnaire) -> frozenset[str]:
    safety = [signal.id for signal in questionnaire.signals if signal.side == "safety"]
    return frozenset(field.id for signal in safety for field in fields_behind(questionnaire, signal))


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
