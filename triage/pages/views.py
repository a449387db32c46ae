"""The public pages. What they say of the questionnaire comes from its content and its proof."""

from __future__ import annotations

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from triage.engine.drawing.flow import draw
from triage.engine.model import Questionnaire
from triage.pages.agenda_tables import agenda_tables
from triage.pages.rule_table import rule_table
from triage.questionnaires import registry

_for_an_hour = cache_control(public=True, max_age=3600)


@require_safe
def how_we_decide(request: HttpRequest, questionnaire: Questionnaire | None = None) -> HttpResponse:
    """Signals, instruments, rules and promises of a questionnaire, for an expert to audit."""
    questionnaire = questionnaire or registry.questionnaire()
    record = registry.record(questionnaire.id)
    proved = {promise.id: promise for promise in record.promises}
    return render(
        request,
        "triage/how_we_decide.html",
        {
            "questionnaire": questionnaire,
            "others": [other for other in registry.all_questionnaires() if other is not questionnaire],
            "record": record,
            "rules": rule_table(questionnaire),
            "by_care": len({outcome.care for outcome in questionnaire.outcomes}) > 1,
            "agendas": agenda_tables(questionnaire),
            "groups": [
                (group.name, [questionnaire.signal[one] for one in group.signals]) for group in questionnaire.groups
            ],
            "readings": [
                (questionnaire.scale[score.scale], questionnaire.signal[score.signal], score)
                for score in questionnaire.scores
            ],
            "promises": [(promise, proved[promise.id]) for promise in questionnaire.promises],
            "impact": registry.impact(questionnaire.id),
            "answer_sets": len(str(record.answer_sets)) - 1,
        },
    )


@cache
def _drawing(questionnaire: Questionnaire) -> str:
    return draw(questionnaire)


@require_safe
@_for_an_hour
def flow(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
    """The flow of the questions as a picture."""
    return HttpResponse(_drawing(questionnaire), content_type="image/svg+xml")


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this is, and what it is not."""
    return render(request, "triage/about.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What happens with health data."""
    return render(request, "triage/privacy.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What works for whom, what was tested, and what does not work yet."""
    return render(request, "triage/accessibility.html")


@require_safe
@_for_an_hour
def robots(request: HttpRequest) -> HttpResponse:
    """Pages of the quiz are nobody's search result. They say so themselves; blocking them would hide that."""
    return HttpResponse("User-agent: *\nAllow: /\n", content_type="text/plain")


@require_safe
@cache_control(public=True, max_age=86400)
def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for it on pages that name no icon, such as the desk's: there is none, which is no error."""
    return HttpResponse(status=204)
