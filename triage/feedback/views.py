"""The pages of a poll. `GET` asks for nothing and counts nothing, as with every link."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from triage.engine.model import Questionnaire
from triage.feedback.polls import GROUP, SCORES, answer_poll, answering_token, make_poll, read_poll
from triage.infrastructure.limits import OPENING, Limit, allow, client_ip
from triage.sharing.keeping import Made
from triage.sharing.link_display import show_link
from triage.sharing.opening import NotThere
from triage.sharing.views.access import ROBOTS, may_make, too_many

ANSWERING = Limit("answering", 40, 60 * 60)
"""A whole office can share one IP address; more than that in an hour is somebody who votes twice."""


@require_POST
@never_cache
@may_make
def make(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
    """Make a poll and show its two links, once."""
    if not questionnaire.words.feedback:
        raise Http404(f"{questionnaire.id} asks for no feedback")
    made = make_poll()
    shown = {
        "questionnaire": questionnaire,
        "link": show_link(request, made, "poll_figures"),
        "handout": show_link(request, _handout(made), "poll_answer"),
        "group": GROUP,
    }
    return render(request, "triage/feedback/made.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """One question, from 1 to 5. The page is the same for every token."""
    if request.method == "POST":
        return _quiet(_answered(request, token))
    return _quiet(_question(request))


def _answered(request: HttpRequest, token: str) -> HttpResponse:
    given = request.POST.get("score", "")
    if given not in map(str, SCORES):
        return _question(request, missing=True)
    if not allow(ANSWERING, client_ip(request)):
        return too_many(request, ANSWERING)
    try:
        answer_poll(token=token, score=int(given))
    except NotThere:
        return render(request, "triage/sharing/gone.html", status=404)
    return render(request, "triage/feedback/thanks.html", {"group": GROUP})


def _question(request: HttpRequest, *, missing: bool = False) -> HttpResponse:
    shown = {"scores": SCORES, "missing": missing, "group": GROUP}
    return render(request, "triage/feedback/answer.html", shown, status=422 if missing else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def figures(request: HttpRequest, token: str) -> HttpResponse:
    """By `GET` a page that is the same for every token; by `POST` the figures."""
    return _quiet(_opened(request, token) if request.method == "POST" else _closed(request))


def _closed(request: HttpRequest) -> HttpResponse:
    return render(request, "triage/feedback/figures.html")


def _opened(request: HttpRequest, token: str) -> HttpResponse:
    if not allow(OPENING, client_ip(request)):
        return too_many(request, OPENING)
    try:
        found = read_poll(token)
    except NotThere:
        return render(request, "triage/sharing/gone.html", status=404)
    handout = show_link(request, _handout(Made(token, found.expires_at)), "poll_answer")
    return render(request, "triage/feedback/figures.html", {"figures": found, "link": handout, "group": GROUP})


def _handout(made: Made) -> Made:
    return Made(answering_token(made.token), made.expires_at)


def _quiet(response: HttpResponse) -> HttpResponse:
    """No search engine may list it."""
    response["X-Robots-Tag"] = ROBOTS
    return response
