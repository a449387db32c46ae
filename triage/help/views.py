"""The pages of crisis help."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from triage.progress.country import chosen_country, country
from triage.questionnaires import registry


@require_safe
@never_cache
def help_now(request: HttpRequest) -> HttpResponse:
    """Help for the country that was chosen in the quiz, and all others to choose from."""
    return _page(request, chosen_country(request).code)


@require_safe
@never_cache
def help_in(request: HttpRequest, code: str) -> HttpResponse:
    """Help for one country."""
    if code not in {each.code.lower() for each in registry.signposts().countries}:
        raise Http404(f"no country {code}")
    return _page(request, code)


def _page(request: HttpRequest, code: str) -> HttpResponse:
    return render(request, "triage/help.html", {"country": country(code), "countries": registry.signposts().countries})
