"""The result pages: computed from the cookie each time they are looked at, and kept nowhere."""

from __future__ import annotations

import secrets

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_safe

from triage.engine.explaining.evaluation import Evaluation, evaluate
from triage.engine.model import Questionnaire
from triage.engine.model.services import Service
from triage.progress.cookie import read_progress
from triage.progress.country import country, services_in
from triage.questionnaires import registry
from triage.questionnaires.converter import start_url
from triage.quiz.rendering import step_url
from triage.quiz.steps import make_step, position
from triage.results.finished import finished
from triage.results.letter import write_letter
from triage.results.letter_format import Place
from triage.results.narrowing import narrow
from triage.results.papers.dates import calendar
from triage.results.papers.download import calendar_file
from triage.results.sections import find
from triage.results.snapshot_taking import take_snapshot
from triage.results.wishes import wishes


@require_safe
@never_cache
def result(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
    """The recommendation and all that belongs to it; back to the questions while any is open."""
    progress = read_progress(request, questionnaire)
    if not progress.answers:
        return redirect(start_url(questionnaire))
    evaluation = evaluate(questionnaire, progress.answers)
    if evaluation.path.next is not None:
        return redirect(step_url(questionnaire, position(evaluation.path, evaluation.path.next)))
    letter = write_letter(evaluation, registry.signposts())
    shown = {
        "questionnaire": questionnaire,
        "letter": letter,
        "settling": [
            make_step(questionnaire, evaluation.path, position(evaluation.path, questionnaire.question[name]))
            for name in evaluation.settling
        ],
        "services": services_in(letter.country),
        "elsewhere": _elsewhere(evaluation, letter.country),
        "country": country(letter.country),
        "live": True,
        "form": secrets.token_urlsafe(32),
        "wishes": wishes(evaluation),
        "parts": [scope for scope in questionnaire.scopes if scope.depth == "sections"],
        "news": progress.news,
    }
    return render(request, "triage/result.html", shown)


def _elsewhere(evaluation: Evaluation, code: str) -> list[tuple[Service, tuple[Place, ...]]]:
    """The places of the other services, where the recommended one is one of the three."""
    services = services_in(code)
    if evaluation.outcome.service not in {service.id for service in services}:
        return []
    others = (service for service in services if service.id != evaluation.outcome.service)
    return [(service, find(registry.signposts(), service.id, code)) for service in others]


@require_safe
@never_cache
def result_part(request: HttpRequest, questionnaire: Questionnaire, scope: str) -> HttpResponse:
    """As much of the result as a scope shows: to print by itself, and to see what a link to it would show."""
    if scope not in questionnaire.scope:
        raise Http404(f"no scope {scope}")
    evaluation = finished(request, questionnaire)
    if evaluation is None:
        return redirect("result", questionnaire)
    snapshot = narrow(take_snapshot(evaluation, registry.signposts(), timezone.localdate()), questionnaire.scope[scope])
    shown = {
        "questionnaire": questionnaire,
        "scope": questionnaire.scope[scope],
        "letter": snapshot.letter,
        "services": services_in(snapshot.letter.country),
        "country": country(snapshot.letter.country),
    }
    return render(request, "triage/result_part.html", shown)


@require_GET
@never_cache
def result_dates(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
    """The dates of the result in the cookie, counted from today."""
    evaluation = finished(request, questionnaire)
    if evaluation is None:
        return redirect("result", questionnaire)
    day = timezone.localdate()
    snapshot = take_snapshot(evaluation, registry.signposts(), day)
    return calendar_file(calendar(snapshot.letter, day, timezone.now()))
