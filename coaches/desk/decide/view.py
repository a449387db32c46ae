"""The screen on which a listing is decided."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coaches.desk.access import decide_url, desk_user
from coaches.desk.decide.possible_steps import hints
from coaches.desk.decide.screen import Screen, offered, read
from coaches.desk.history import history
from coaches.models.coach import Coach

STEPS_SHOWN = 20
"""How many of the latest steps of its history the screen shows."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Show it, or do what one of its forms asks for."""
    user = desk_user(request)
    screen = read(pk, user)
    if request.method != "POST":
        return _show(request, screen, status=200)
    sent = offered(screen, request.POST, request.FILES)
    form = next((form for form in sent if form.do == request.POST.get("do")), None)
    if form is None:
        messages.error(request, _("This cannot be done now, or not by you. Look at how the listing stands."))
        return redirect(decide_url(pk))
    said = form.attempt(user)
    if said:
        messages.success(request, said)
        return redirect(f"{decide_url(pk)}#{form.anchor}")
    screen = read(pk, user)
    screen.forms[form.do] = form
    return _show(request, screen, status=422, problems=form.problems())


def _show(request: HttpRequest, screen: Screen, *, status: int, problems: Any = ()) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": str(screen.coach),
        "opts": Coach._meta,
        "coach": screen.coach,
        "screen": screen,
        "hints": hints(screen.standing),
        "problems": problems,
        "history": history(screen.coach, STEPS_SHOWN),
    }
    return render(request, "admin/coaches/coach/decide.html", context, status=status)
