"""Telling us of a problem with a listing. The coach never learns who told us, nor in which words."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coaches.limiting import allowed
from coaches.models.report import Reason, Report
from coaches.public.listing_page import find, not_there

MOST, SECONDS = 5, 60 * 60
"""So many reports from one address in so many seconds."""


class ReportForm(forms.ModelForm[Report]):
    """What a visitor tells us."""

    reason = forms.ChoiceField(
        choices=Reason.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what it is about."),
            "invalid_choice": _("Choose one of these."),
        },
    )

    class Meta:
        model = Report
        fields = ["reason", "text", "contact"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 7}),
            "contact": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        error_messages = {
            "text": {"required": _("Write what happened, in a sentence or two.")},
            "contact": {"invalid": _("This e-mail address is not complete. Correct it, or leave it out.")},
        }


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """The form; once it is filled in, the report stands in the curator's queue."""
    coach = find(slug)
    if coach is None:
        return not_there(request, written=request.POST.get("text", ""))
    form = ReportForm(request.POST if request.method == "POST" else None)
    status = 200
    waits = False
    if form.is_bound:
        if not form.is_valid():
            status = 422
        elif not allowed(request, "report", most=MOST, seconds=SECONDS):
            status, waits = 429, True
        else:
            form.instance.coach = coach
            form.save()
            response = redirect("report_thanks")
            response.status_code = 303
            return response
    return render(request, "coaches/report.html", {"coach": coach, "form": form, "waits": waits}, status=status)


@require_safe
@cache_control(private=True, no_cache=True)
def thanks(request: HttpRequest) -> HttpResponse:
    """It has arrived, and what happens now. It names no listing: that one may be down already."""
    return render(request, "coaches/report_thanks.html")
