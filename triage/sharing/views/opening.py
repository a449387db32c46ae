"""The neutral page that every link leads to, and what it opens."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from triage.engine.deciding.path import replay
from triage.progress.cookie import Progress, read_progress, still_known, write_progress
from triage.progress.country import country, services_in
from triage.questionnaires import registry
from triage.quiz.rendering import step_url
from triage.quiz.steps import position
from triage.results.snapshot import read_snapshot
from triage.sharing.links import Kind
from triage.sharing.opening import Opened, open_link
from triage.sharing.reopening import ticket
from triage.sharing.views.access import ROBOTS, behind_a_link
from triage.sharing.views.owner import owner_page


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def link(request: HttpRequest, token: str) -> HttpResponse:
    """By `GET` a page that is the same for every token and looks nothing up; by `POST` what the link leads to."""
    if request.method == "POST":
        return _open(request, token)
    response = render(request, "triage/sharing/door.html")
    response["X-Robots-Tag"] = ROBOTS
    return response


@behind_a_link
def _open(request: HttpRequest, token: str) -> HttpResponse:
    opened = open_link(token, request.POST.get("passphrase", "").strip())
    match opened.link.kind:
        case Kind.RESUME:
            return _resumed(request, token, opened)
        case Kind.OWNER:
            return owner_page(request, token, opened)
        case _:
            return _shared(request, token, opened)


def _shared(request: HttpRequest, token: str, opened: Opened) -> HttpResponse:
    snapshot = read_snapshot(opened.payload)
    shown = {
        "token": token,
        "snapshot": snapshot,
        "letter": snapshot.letter,
        "country": country(snapshot.letter.country),
        "services": services_in(snapshot.letter.country),
        "ticket": ticket(opened),
        "expires_at": opened.link.expires_at,
    }
    return render(request, "triage/sharing/shared.html", shown)


def _resumed(request: HttpRequest, token: str, opened: Opened) -> HttpResponse:
    """Put the saved answers into this browser's cookie, in place of others only if that is wanted."""
    saved = json.loads(opened.payload)
    # Format 1 knew one questionnaire only.
    questionnaire = registry.questionnaire(saved.get("questionnaire", registry.CAREER_HELP))
    answers = still_known(questionnaire, saved["answers"])
    path = replay(questionnaire, answers)
    here = read_progress(request, questionnaire).answers
    if here and here != answers and request.POST.get("replace") != "1":
        return render(request, "triage/sharing/replace.html", {"token": token, "questionnaire": questionnaire})
    onward = step_url(questionnaire, path.next and position(path, path.next))
    shown = {"token": token, "onward": onward, "expires_at": opened.link.expires_at}
    response = render(request, "triage/sharing/resumed.html", shown)
    write_progress(response, questionnaire, Progress().with_answers(answers))
    return response
