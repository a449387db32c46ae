"""Applying to be listed, and confirming it by the link in a letter."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from coaches.limiting import allowed
from coaches.own_pages import applying
from coaches.own_pages.consent import WORDING
from coaches.own_pages.forms import ApplyForm
from coaches.own_pages.links import CONFIRM, InvalidLink, coach_of
from coaches.own_pages.views.access import AN_HOUR, MOST_APPLICATIONS, gone, private, wait


@require_http_methods(["GET", "HEAD", "POST"])
@private
def apply(request: HttpRequest) -> HttpResponse:
    """What is checked, and the form. The answer is the same whether an address is known or not."""
    if request.method != "POST":
        return _form(request, ApplyForm())
    form = ApplyForm(request.POST)
    if not form.is_valid():
        return _form(request, form, 422)
    if not allowed(request, "apply", most=MOST_APPLICATIONS, seconds=AN_HOUR):
        return wait(_form(request, form, 429, too_many=True))
    applying.apply(coach=form.save(commit=False))
    response = redirect("applied")
    if form.guarantees():
        response["Location"] += "?read=again"
    return response


@require_safe
@private
def applied(request: HttpRequest) -> HttpResponse:
    """Look into your mail. The address says whether something reads like a promise, and nothing else."""
    return render(request, "coaches/own_pages/applied.html", {"promise": request.GET.get("read") == "again"})


@require_http_methods(["GET", "HEAD", "POST"])
@private
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """By `GET` a page that is the same for every token and looks nothing up; by `POST` the application is made."""
    if request.method != "POST":
        return render(request, "coaches/own_pages/confirm.html", {"wording": WORDING})
    try:
        coach = coach_of(CONFIRM, token)
    except InvalidLink:
        return gone(request)
    return render(request, "coaches/own_pages/confirmed.html", {"now": applying.confirm(coach=coach)})


def _form(request: HttpRequest, form: ApplyForm, status: int = 200, *, too_many: bool = False) -> HttpResponse:
    shown = {"form": form, "too_many": too_many, "promises": form.guarantees() if form.is_bound else []}
    return render(request, "coaches/own_pages/apply.html", shown, status=status)
