"""Links made from the quiz and its result. Their token is shown once, on the page that answers the `POST`."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from triage import content
from triage.engine.model import Questionnaire
from triage.guides import start_of
from triage.quiz.progress import read_progress
from triage.results.finished import finished
from triage.sharing.keeping import keep, save_answers
from triage.sharing.papers.dates import calendar
from triage.sharing.shown import show_link
from triage.sharing.taking import take_snapshot
from triage.sharing.views.doors import may_make
from triage.sharing.views.files import calendar_file


@require_POST
@never_cache
@may_make
def keep_result(request: HttpRequest, guide: Questionnaire) -> HttpResponse:
    """Keep the result of the answers in the cookie."""
    evaluation = finished(request, guide)
    if evaluation is None:
        return redirect("result", guide)
    snapshot = take_snapshot(evaluation, content.guide(), timezone.localdate())
    made = keep(snapshot=snapshot, form=request.POST.get("form", ""))
    return render(request, "triage/sharing/kept.html", {"guide": guide, "link": show_link(request, made)})


@require_POST
@never_cache
@may_make
def save(request: HttpRequest, guide: Questionnaire) -> HttpResponse:
    """Save the answers so far, to come back to on any device."""
    progress = read_progress(request, guide)
    if not progress.answers:
        return redirect(start_of(guide))
    made = save_answers(questionnaire=guide, answers=progress.answers)
    return render(request, "triage/sharing/saved.html", {"guide": guide, "link": show_link(request, made)})


@require_GET
@never_cache
def result_dates(request: HttpRequest, guide: Questionnaire) -> HttpResponse:
    """The dates of the result in the cookie, counted from today."""
    evaluation = finished(request, guide)
    if evaluation is None:
        return redirect("result", guide)
    day = timezone.localdate()
    snapshot = take_snapshot(evaluation, content.guide(), day)
    return calendar_file(calendar(snapshot.letter, day, timezone.now()))
