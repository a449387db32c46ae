"""What a coach's own pages have in common: nobody keeps or finds them, and most open during a visit only."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from coaches.models.coach import Coach
from coaches.models.guards import Guarded
from coaches.own_pages.visits import visitor

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
CoachView = Callable[Concatenate[HttpRequest, Coach, P], HttpResponse]

ROBOTS = "noindex, nofollow, noarchive, nosnippet"
AN_HOUR = 60 * 60
MOST_APPLICATIONS = 5
MOST_LINKS = 5
"""How often an address may apply, and ask for a link, in an hour."""


def private(view: View[P]) -> View[P]:
    """A page that no cache keeps and no search engine shows."""

    @never_cache
    @wraps(view)
    def kept_private(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = ROBOTS
        return response

    return kept_private


def for_the_coach(view: CoachView[P]) -> View[P]:
    """A page that gets the listing of whose visit it is. Without a visit it says so, and gives back what was typed."""

    @private
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        coach = visitor(request)
        if coach is None and request.method == "POST":
            return ended(request)
        if coach is None:
            return redirect("mine")
        try:
            return view(request, coach, *args, **kwargs)
        except Guarded:
            return to_own_page("not_now")

    return guarded


def ended(request: HttpRequest) -> HttpResponse:
    """403: the two hours are over. What was written stands on the page, to be copied."""
    shown = {"written": request.POST.get("answer", "")}
    return render(request, "coaches/own_pages/ended.html", shown, status=403)


def gone(request: HttpRequest) -> HttpResponse:
    """404: the link opens nothing."""
    return render(request, "coaches/own_pages/gone.html", status=404)


def to_own_page(done: str) -> HttpResponse:
    """Back to the coach's page, which says what was done."""
    response = redirect("mine")
    response["Location"] += f"?done={done}"
    return response


def wait(response: HttpResponse) -> HttpResponse:
    """Say to a program, too, how long to wait."""
    response["Retry-After"] = str(AN_HOUR)
    return response
