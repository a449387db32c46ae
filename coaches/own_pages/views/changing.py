"""What a coach does with their listing during a visit."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from coaches.models.coach import Coach
from coaches.models.revision import Revision
from coaches.models.status import Status
from coaches.own_pages.forms import AnswerForm, EditForm
from coaches.own_pages.views.access import for_the_coach, private, to_own_page
from coaches.own_pages.views.visiting import coach_page
from coaches.own_pages.visits import close_visit, open_visit, visitor
from coaches.vetting import lifecycle
from coaches.vetting.reports import answer
from coaches.vetting.revising import confirm_openings, propose


@require_http_methods(["GET", "HEAD", "POST"])
@private
def edit(request: HttpRequest) -> HttpResponse:
    """The form. If the visit is over when it is sent, it comes back as it was typed, with the way on."""
    coach = visitor(request)
    if coach is None:
        if request.method != "POST":
            return redirect("mine")
        return _form(request, EditForm(request.POST), 403, ended=True)
    if request.method != "POST":
        return _form(request, EditForm(instance=coach, initial=_waiting(coach)))
    form = EditForm(request.POST, instance=coach)
    if not form.is_valid():
        return _form(request, form, 422)
    left = propose(coach=coach, values={name: getattr(form.instance, name) for name in form.cleaned_data})
    if form.guarantees():
        return to_own_page("guarantee")
    return to_own_page("proposed" if left else "saved")


@require_POST
@for_the_coach
def openings(request: HttpRequest, coach: Coach) -> HttpResponse:
    """Takes new clients, or does not, as of today."""
    confirm_openings(coach=coach, accepting=request.POST.get("accepting") == "yes")
    return to_own_page("openings")


@require_POST
@for_the_coach
def pause(request: HttpRequest, coach: Coach) -> HttpResponse:
    """Not to be found for a while."""
    lifecycle.pause(coach=coach)
    return to_own_page("paused")


@require_POST
@for_the_coach
def resume(request: HttpRequest, coach: Coach) -> HttpResponse:
    """To be found again."""
    lifecycle.resume(coach=coach)
    return to_own_page("resumed")


@require_POST
@for_the_coach
def leave(request: HttpRequest, coach: Coach) -> HttpResponse:
    """Not to be listed any more. It ends the visit, and every link sent so far."""
    lifecycle.leave(coach=coach)
    response = render(request, "coaches/own_pages/left.html")
    close_visit(response)
    return response


@require_POST
@for_the_coach
def apply_again(request: HttpRequest, coach: Coach) -> HttpResponse:
    """Agree to be listed: at last, or again after a refusal, a removal or leaving, and then be looked at again."""
    if request.POST.get("agree") != "on":
        return coach_page(request, coach, status=422, disagreed=True)
    over = coach.status in (Status.REFUSED, Status.REMOVED)
    if over:
        lifecycle.apply_to_be_listed(coach=coach)
    else:
        lifecycle.agree(coach=coach)
    response = to_own_page("again" if over else "agreed")
    # Agreeing anew ends what was signed before.
    open_visit(response, Coach.objects.get(pk=coach.pk))
    return response


@require_POST
@for_the_coach
def answer_report(request: HttpRequest, coach: Coach, number: int) -> HttpResponse:
    """Answer a question of ours."""
    report = get_object_or_404(coach.reports.open().filter(asked_at__isnull=False), pk=number)
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            answer(report=report, text=form.cleaned_data["answer"])
            return to_own_page("answered")
        except ValidationError as error:
            form.add_error("answer", error)
    return coach_page(request, coach, status=422, answer_form=form, answering=report.pk)


def _waiting(coach: Coach) -> dict[str, Any]:
    """What was proposed and waits: the form begins with it, since sending it replaces the proposal."""
    revision = Revision.objects.waiting().filter(coach=coach).first()
    return dict(revision.proposed) if revision else {}


def _form(request: HttpRequest, form: EditForm, status: int = 200, *, ended: bool = False) -> HttpResponse:
    shown = {"form": form, "ended": ended, "promises": form.guarantees() if form.is_bound else []}
    return render(request, "coaches/own_pages/edit.html", shown, status=status)
