"""What must hold of a questionnaire beyond the shape of each of its entries."""

from __future__ import annotations

from collections.abc import Iterator

from triage.engine.faults.decisions import decision_faults
from triage.engine.faults.fault import FaultAt
from triage.engine.faults.instruments import instrument_faults
from triage.engine.faults.plans import plan_faults
from triage.engine.faults.promises import promise_faults
from triage.engine.faults.questions import question_faults
from triage.engine.faults.references import reference_faults
from triage.engine.faults.unused import unused_faults
from triage.engine.model import Questionnaire


def find_faults(questionnaire: Questionnaire) -> Iterator[FaultAt]:
    """Every fault, by its place. References come first: the other checks only follow those that hold."""
    broken = [*reference_faults(questionnaire), *plan_faults(questionnaire), *promise_faults(questionnaire)]
    yield from broken
    yield from instrument_faults(questionnaire)
    yield from question_faults(questionnaire)
    yield from decision_faults(questionnaire)
    if not broken:
        yield from unused_faults(questionnaire)
