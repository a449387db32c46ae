"""An evaluation as plain data and as text, for auditors at the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from triage.engine.deciding.answers import Given, chosen
from triage.engine.explaining.changes import AnswerChange
from triage.engine.explaining.evaluation import Evaluation, Reading
from triage.engine.model import Questionnaire


def as_plain_data(evaluation: Evaluation) -> dict[str, Any]:
    """Everything the evaluation says, in ids, ready for JSON."""
    return {
        "questionnaire": evaluation.questionnaire.id,
        "version": evaluation.questionnaire.version,
        "outcome": evaluation.outcome.id,
        "rule": evaluation.rule.id,
        "certain": evaluation.certain,
        "settled": evaluation.settled,
        "possible": [outcome.id for outcome in evaluation.possible],
        "settling": list(evaluation.settling),
        "complete": evaluation.complete,
        "path": [page.id for page in evaluation.path.pages],
        "next": evaluation.path.next.id if evaluation.path.next else None,
        "withheld": [page.id for page in evaluation.path.withheld],
        "signals": {name: _reading(reading) for name, reading in evaluation.signals.items()},
        "totals": [
            {"scale": t.scale, "total": t.total, "band": t.band, "answered": t.answered, "items": t.items}
            for t in evaluation.totals
        ],
        "reasons": [
            {
                "signal": r.signal,
                "level": r.level,
                "certain": r.certain,
                "answers": dict(r.answers),
                "open": list(r.open),
            }
            for r in evaluation.reasons
        ],
        "changes": {
            "single": [_change(change) for change in evaluation.changes.single],
            "together": [_change(change) for change in evaluation.changes.together],
            "outcome_together": evaluation.changes.outcome,
            "only_clinical": evaluation.changes.only_clinical,
        },
        "open": {
            "outcomes": list(evaluation.open_outcomes.outcomes),
            "signals": list(evaluation.open_outcomes.signals),
            "silent": list(evaluation.open_outcomes.silent),
            "settled_by": [
                {"outcome": settlement.outcome, "answers": dict(settlement.answers)}
                for settlement in evaluation.open_outcomes.settlements
            ],
        },
        "advice": [piece.id for piece in evaluation.advice],
        "minutes": dict(evaluation.minutes),
        "numbers": dict(evaluation.numbers),
    }


def _reading(reading: Reading) -> dict[str, Any]:
    known = {"tags": list(reading.tags)} if reading.signal.tags else {"levels": list(reading.levels)}
    return {**known, "answers": dict(reading.answers), "open": list(reading.open)}


def as_text(evaluation: Evaluation) -> str:
    """The evaluation in words, a line for each thing."""
    return "\n".join(_lines(evaluation))


def _lines(evaluation: Evaluation) -> Iterator[str]:
    questionnaire = evaluation.questionnaire
    yield f"{questionnaire.title} ({questionnaire.id}, version {questionnaire.version})"
    yield f"Outcome: {evaluation.texts.name} ({evaluation.outcome.id}), by rule {evaluation.rule.id}"
    yield f"  {evaluation.rule.sentence}"
    if evaluation.path.next is not None:
        yield f"Not finished: the next page is “{evaluation.path.next.text}” ({evaluation.path.next.id})"
    yield "Because:"
    for reason in evaluation.reasons:
        yield f"  {questionnaire.signal[reason.signal].name}: {reason.level}" + ("" if reason.certain else ", possibly")
        for field, given in reason.answers.items():
            yield f"    {questionnaire.field[field].text} {told(questionnaire, field, given)}"
        for field in reason.open:
            yield f"    {questionnaire.field[field].text} (no answer)"
    yield "Signals:"
    for reading in evaluation.signals.values():
        yield f"  {reading.signal.name}: {', '.join(reading.tags or reading.levels) or 'not given'}"
    for total in evaluation.totals:
        points = "open" if total.total is None else f"{total.total} ({total.band})"
        yield f"  {questionnaire.scale[total.scale].name}: {points}, {total.answered} of {total.items} items answered"
    if not evaluation.settled:
        pages = ", ".join(evaluation.settling)
        yield f"Not settled between {', '.join(outcome.name for outcome in evaluation.possible)}; answer first: {pages}"
    if evaluation.changes.single:
        yield "It would change with one other answer:"
    yield from _changes(questionnaire, evaluation.changes.single)
    if evaluation.changes.together:
        yield "It would change with these other answers together:"
    yield from _changes(questionnaire, evaluation.changes.together)
    if evaluation.changes.only_clinical:
        yield "Only other answers on how the person is would change it."
    if len(evaluation.open_outcomes.outcomes) > 1:
        names = [questionnaire.outcome[outcome].name for outcome in evaluation.open_outcomes.outcomes]
        yield f"Left open by skipped questions: {', '.join(names)}"
    for settlement in evaluation.open_outcomes.settlements:
        answers = "; ".join(f"{field} = {told(questionnaire, field, given)}" for field, given in settlement.answers)
        yield f"  {questionnaire.outcome[settlement.outcome].name}, if {answers}"
    yield "Advice:"
    for piece in evaluation.advice:
        yield f"  [{piece.section}] {piece.title}"


def all_changes_as_plain_data(changes: Iterable[AnswerChange]) -> list[dict[str, Any]]:
    """Every single change, in ids, ready for JSON."""
    return [{**_change(change), "kind": change.kind} for change in changes]


def all_changes_as_text(questionnaire: Questionnaire, changes: Iterable[AnswerChange]) -> str:
    """Every single change in words, a line for each."""
    return "\n".join(("Every other answer that by itself would change it:", *_changes(questionnaire, changes)))


def _change(change: AnswerChange) -> dict[str, Any]:
    return {"question": change.field, "from": change.given, "to": change.answer, "outcome": change.outcome}


def _changes(questionnaire: Questionnaire, changes: Iterable[AnswerChange]) -> Iterator[str]:
    for change in changes:
        answer = told(questionnaire, change.field, change.answer)
        yield f"  {questionnaire.field[change.field].text} {answer}: {questionnaire.outcome[change.outcome].name}"


def told(questionnaire: Questionnaire, field_id: str, given: Given) -> str:
    """An answer in the words that the person saw."""
    field = questionnaire.field[field_id]
    return " + ".join(questionnaire.choice(field, choice).text for choice in chosen(given))
