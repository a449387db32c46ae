"""Links made from the quiz and its result. Their token is shown once, on the page that answers the `POST`."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from triage.engine.model import Questionnaire
from triage.progress.cookie import read_progress
from triage.questionnaires import registry
from triage.questionnaires.converter import start_url
from triage.results.finished import finished
from triage.results.snapshot_taking import take_snapshot
from triage.sharing.keeping import keep, save_answers
from triage.sharing.link_display import show_link
from triage.sharing.views.access import may_make


@require_POST
@never_cache
@may_make
def keep_result(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
    """Keep the result of the answers in the cookie."""
    evaluation = finished(request, questionnaire)
    if evaluation is None:
        return redirect("result", questionnaire)
    snapshot = take_snapshot(evaluation, registry.signposts(), timezone.localdate())
    made = keep(snapshot=snapshot, form=request.POST.get("form", ""))
    return render(
        request, "triage/sharing/kept.html", {"questionnaire": questionnaire, "link": show_link(request, made)}
    )


@require_POST
@never_cache
@may_make
def save(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
    """Save the answers so far, to come back to on any device."""
    progress = read_progress(request, questionnaire)
    if not progress.answers:
        return redirect(start_url(questionnaire))
    made = save_answers(questionnaire=questionnaire, answers=progress.answers)
    return render(
        request, "triage/sharing/saved.html", {"questionnaire": questionnaire, "link": show_link(request, made)}
    )
