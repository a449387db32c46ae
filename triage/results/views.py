"""The result page: computed from the cookie each time it is looked at, and kept nowhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from triage import content
from triage.engine.evaluation import evaluate
from triage.help.choice import country
from triage.quiz.progress import read_progress
from triage.quiz.steps import position
from triage.results.letter import find, write_letter
from triage.results.wishes import wishes
from triage.sharing.tokens import new_token


@require_safe
@never_cache
def result(request: HttpRequest) -> HttpResponse:
    """The recommendation and all that belongs to it; back to the questions while any is open."""
    questionnaire = content.questionnaire()
    progress = read_progress(request, questionnaire)
    if not progress.answers:
        return redirect("start")
    evaluation = evaluate(questionnaire, progress.answers)
    if evaluation.path.next is not None:
        return redirect("step", position(evaluation.path, evaluation.path.next))
    guide = content.guide()
    letter = write_letter(evaluation, guide)
    others = [service for service in guide.services if service.id != letter.outcome.service]
    shown = {
        "letter": letter,
        "services": guide.services,
        "elsewhere": [(service, find(guide, service.id, letter.country)) for service in others],
        "country": country(letter.country),
        "live": True,
        "form": new_token(),
        "wishes": wishes(evaluation),
        "news": progress.news,
    }
    return render(request, "triage/result.html", shown)
