"""Single answers that, changed, would alter the outcome."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from triage.engine.deciding.answers import Given, chosen
from triage.engine.deciding.cone import cone
from triage.engine.deciding.decision import Seen, decide
from triage.engine.deciding.diagram import rule_signals
from triage.engine.deciding.feeding import fields_behind
from triage.engine.deciding.path import gates_hold
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
    asked = {page.id for page in path.pages}
    for signal in rule_signals(questionnaire):
        if questionnaire.signal[signal].side == "safety":
            continue
        walked = cone(questionnaire, signal)
        unasked = [page for page in walked.pages if page.when and page.id not in asked]
        # Other answers that come to the same levels change nothing.
        outcomes = {seen.levels[signal]: seen.decision.outcome.id}
        for page in walked.pages:
            for field in walked.fields[page.id]:
                given = path.answers.get(field.id)
                if given is None or field.id in protected or field.unanswered.intersection(chosen(given)):
                    continue
                present = walked.move(field, given)
                for answer, distance in _other_answers(field, given):
                    if walked.move(field, answer) == present:
                        continue
                    answers = {**path.answers, field.id: answer}
                    if any(gates_hold(questionnaire, page, answers) for page in unasked):
                        continue
                    changed = walked.levels(answers)
                    if changed not in outcomes:
                        outcomes[changed] = decide(questionnaire, {**seen.levels, signal: changed}).outcome.id
                    yield AnswerChange(field.id, signal, given, answer, outcomes[changed], distance)


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
