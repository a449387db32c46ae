"""What must hold of a questionnaire beyond the shape of each of its entries."""

from __future__ import annotations

from collections.abc import Iterator

from triage.engine.checking.decisions import check_decisions
from triage.engine.checking.instruments import check_instruments
from triage.engine.checking.plans import check_plans
from triage.engine.checking.questions import check_questions
from triage.engine.checking.references import check_references
from triage.engine.checking.uses import check_uses
from triage.engine.faults import Found
from triage.engine.model import Questionnaire


def check(questionnaire: Questionnaire) -> Iterator[Found]:
    """Every fault, by its place. References come first: the other checks only follow those that hold."""
    broken = [*check_references(questionnaire), *check_plans(questionnaire)]
    yield from broken
    yield from check_instruments(questionnaire)
    yield from check_questions(questionnaire)
    yield from check_decisions(questionnaire)
    if not broken:
        yield from check_uses(questionnaire)
