"""The result pages: computed from the cookie each time they are looked at, and kept nowhere."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from triage import content
from triage.engine.evaluation import Evaluation, evaluate
from triage.engine.model import Questionnaire
from triage.engine.model.guide import Service
from triage.guides import start_of
from triage.help.choice import country
from triage.quiz.progress import read_progress
from triage.quiz.rendering import address
from triage.quiz.steps import position
from triage.results.finished import finished
from triage.results.letter import write_letter
from triage.results.plain import Place
from triage.results.sections import find
from triage.results.wishes import wishes
from triage.sharing.narrowing import narrow
from triage.sharing.taking import take_snapshot
from triage.sharing.tokens import new_token


@require_safe
@never_cache
def result(request: HttpRequest, guide: Questionnaire) -> HttpResponse:
    """The recommendation and all that belongs to it; back to the questions while any is open."""
    progress = read_progress(request, guide)
    if not progress.answers:
        return redirect(start_of(guide))
    evaluation = evaluate(guide, progress.answers)
    if evaluation.path.next is not None:
        return redirect(address(guide, position(evaluation.path, evaluation.path.next)))
    letter = write_letter(evaluation, content.guide())
    shown = {
        "guide": guide,
        "letter": letter,
        "services": content.guide().services,
        "elsewhere": _elsewhere(evaluation, letter.country),
        "country": country(letter.country),
        "live": True,
        "form": new_token(),
        "wishes": wishes(evaluation),
        "parts": [scope for scope in guide.scopes if scope.depth == "sections"],
        "news": progress.news,
    }
    return render(request, "triage/result.html", shown)


def _elsewhere(evaluation: Evaluation, code: str) -> list[tuple[Service, tuple[Place, ...]]]:
    """The places of the other services, where the recommended one is one of the three."""
    services = content.guide().services
    if evaluation.outcome.service not in {service.id for service in services}:
        return []
    others = (service for service in services if service.id != evaluation.outcome.service)
    return [(service, find(content.guide(), service.id, code)) for service in others]


@require_safe
@never_cache
def result_part(request: HttpRequest, guide: Questionnaire, scope: str) -> HttpResponse:
    """As much of the result as a scope shows: to print by itself, and to see what a link to it would show."""
    if scope not in guide.scope:
        raise Http404(f"no scope {scope}")
    evaluation = finished(request, guide)
    if evaluation is None:
        return redirect("result", guide)
    snapshot = narrow(take_snapshot(evaluation, content.guide(), timezone.localdate()), guide.scope[scope])
    shown = {
        "guide": guide,
        "scope": guide.scope[scope],
        "letter": snapshot.letter,
        "services": content.guide().services,
        "country": country(snapshot.letter.country),
    }
    return render(request, "triage/result_part.html", shown)
