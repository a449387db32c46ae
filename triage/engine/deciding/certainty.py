"""Whether a criterion on levels holds, whatever the open questions turn out to be."""

from __future__ import annotations

from triage.engine.deciding.decision import Levels
from triage.engine.deciding.diagram import need
from triage.engine.model import Criterion, Questionnaire


def certainly(questionnaire: Questionnaire, criterion: Criterion, levels: Levels) -> bool:
    """Whether a criterion on levels holds whatever the open questions turn out to be."""
    wanted = need(questionnaire, criterion)
    return sum(wanted.must_hold(signal, levels[signal]) for signal in wanted.signals) >= wanted.least


def possibly(questionnaire: Questionnaire, criterion: Criterion, levels: Levels) -> bool:
    """Whether a criterion on levels could hold, depending on the open questions."""
    wanted = need(questionnaire, criterion)
    return sum(wanted.could_hold(signal, levels[signal]) for signal in wanted.signals) >= wanted.least
