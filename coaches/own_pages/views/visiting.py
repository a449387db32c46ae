"""Asking for a link, opening it, and the coach's page."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coaches.later import later
from coaches.limiting import allowed
from coaches.models.coach import Coach
from coaches.own_pages.applying import send_links
from coaches.own_pages.consent import WORDING
from coaches.own_pages.forms import AnswerForm, LinkForm
from coaches.own_pages.links import EDIT, InvalidLink, coach_of
from coaches.own_pages.messages import MESSAGES
from coaches.own_pages.overview import overview
from coaches.own_pages.views.access import AN_HOUR, MOST_LINKS, for_the_coach, gone, private, wait
from coaches.own_pages.visits import close_visit, open_visit, visitor


@require_http_methods(["GET", "HEAD", "POST"])
@private
def mine(request: HttpRequest) -> HttpResponse:
    """The coach's page during a visit; else the way to one. `POST` asks for a link."""
    if request.method == "POST":
        return _ask(request)
    coach = visitor(request)
    if coach is None:
        return render(request, "coaches/own_pages/ask.html", {"form": LinkForm()})
    return coach_page(request, coach)


def coach_page(request: HttpRequest, coach: Coach, *, status: int = 200, **more: Any) -> HttpResponse:
    """Where the listing stands, and everything that can be done with it."""
    shown = {
        "coach": coach,
        "overview": overview(coach),
        "answer_form": AnswerForm(),
        "wording": WORDING,
        "news": MESSAGES.get(request.GET.get("done", ""), ""),
    }
    return render(request, "coaches/own_pages/mine.html", {**shown, **more}, status=status)


@require_safe
@private
def sent(request: HttpRequest) -> HttpResponse:
    """Look into your mail: the same, whether there is a listing or not."""
    return render(request, "coaches/own_pages/sent.html")


@require_http_methods(["GET", "HEAD", "POST"])
@private
def open_mine(request: HttpRequest, token: str) -> HttpResponse:
    """By `GET` a page that is the same for every token and looks nothing up; by `POST` a visit begins."""
    if request.method != "POST":
        return render(request, "coaches/own_pages/door.html")
    try:
        coach = coach_of(EDIT, token)
    except InvalidLink:
        return gone(request)
    response = redirect("mine")
    open_visit(response, coach)
    return response


@require_POST
@for_the_coach
def end_visit(request: HttpRequest, coach: Coach) -> HttpResponse:
    """End the visit in this browser."""
    response = redirect("mine")
    close_visit(response)
    return response


def _ask(request: HttpRequest) -> HttpResponse:
    form = LinkForm(request.POST)
    if not form.is_valid():
        return render(request, "coaches/own_pages/ask.html", {"form": form}, status=422)
    if not allowed(request, "coach link", most=MOST_LINKS, seconds=AN_HOUR):
        return wait(render(request, "coaches/own_pages/ask.html", {"form": form, "too_many": True}, status=429))
    # Looked up later, too: an answer that came sooner or later would tell who is listed.
    later(partial(send_links, email=form.cleaned_data["email"]))
    return redirect("mine_sent")
