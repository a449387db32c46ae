"""What the answers in a browser come to."""

from __future__ import annotations

from django.http import HttpRequest

from triage.engine.explaining.evaluation import Evaluation, evaluate
from triage.engine.model import Questionnaire
from triage.progress.cookie import read_progress


def finished(request: HttpRequest, questionnaire: Questionnaire) -> Evaluation | None:
    """The evaluation, if there are answers and no question is left to answer."""
    progress = read_progress(request, questionnaire)
    if not progress.answers:
        return None
    evaluation = evaluate(questionnaire, progress.answers)
    return evaluation if evaluation.complete else None
