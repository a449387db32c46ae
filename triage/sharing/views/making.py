"""Links made from the quiz and its result. Their token is shown once, on the page that answers the `POST`."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from triage import content
from triage.engine.evaluation import Evaluation, evaluate
from triage.quiz.progress import read_progress
from triage.sharing.keeping import keep, save_answers
from triage.sharing.papers.dates import calendar
from triage.sharing.shown import show_link
from triage.sharing.taking import take_snapshot
from triage.sharing.views.doors import may_make
from triage.sharing.views.files import calendar_file


@require_POST
@never_cache
@may_make
def keep_result(request: HttpRequest) -> HttpResponse:
    """Keep the result of the answers in the cookie."""
    evaluation = finished(request)
    if evaluation is None:
        return redirect("result")
    snapshot = take_snapshot(evaluation, content.guide(), timezone.localdate())
    made = keep(snapshot=snapshot, form=request.POST.get("form", ""))
    return render(request, "triage/sharing/kept.html", {"link": show_link(request, made)})


@require_POST
@never_cache
@may_make
def save(request: HttpRequest) -> HttpResponse:
    """Save the answers so far, to come back to on any device."""
    progress = read_progress(request, content.questionnaire())
    if not progress.answers:
        return redirect("start")
    made = save_answers(answers=progress.answers)
    return render(request, "triage/sharing/saved.html", {"link": show_link(request, made)})


@require_GET
@never_cache
def result_dates(request: HttpRequest) -> HttpResponse:
    """The dates of the result in the cookie, counted from today."""
    evaluation = finished(request)
    if evaluation is None:
        return redirect("result")
    day = timezone.localdate()
    snapshot = take_snapshot(evaluation, content.guide(), day)
    return calendar_file(calendar(snapshot.letter, day, timezone.now()))


def finished(request: HttpRequest) -> Evaluation | None:
    """What the answers in the cookie come to, if there is no question left to answer."""
    questionnaire = content.questionnaire()
    progress = read_progress(request, questionnaire)
    if not progress.answers:
        return None
    evaluation = evaluate(questionnaire, progress.answers)
    return evaluation if evaluation.complete else None
