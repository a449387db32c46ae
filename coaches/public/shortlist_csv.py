"""The shortlist as a file for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coaches.formulas import defused
from coaches.listing.answers import Answer
from coaches.listing.facts import CONTACT, MEETING, tell
from coaches.listing.findings import questions_shown
from coaches.models.coach import Coach
from coaches.public.shortlist import read_shortlist


@require_safe
@never_cache
def shortlist_csv(request: HttpRequest) -> HttpResponse:
    """A line for each coach on the shortlist; back to the shortlist where there is none."""
    coaches = read_shortlist(request).coaches
    if not coaches:
        return redirect("shortlist")
    # Without the mark at its beginning, Excel takes the file for another encoding.
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="shortlist.csv"'
    writer = csv.writer(response)
    for line in lines(coaches, request):
        writer.writerow([defused(value) for value in line])
    return response


def lines(coaches: Sequence[Coach], request: HttpRequest) -> Iterator[list[str]]:
    """The headings, then each coach."""
    for number, coach in enumerate(coaches):
        cells = list(_cells(coach, request))
        if number == 0:
            yield [heading for heading, _value in cells]
        yield [value for _heading, value in cells]


def _cells(coach: Coach, request: HttpRequest) -> Iterator[tuple[str, str]]:
    yield _("Name"), coach.name
    yield _("Headline"), coach.headline
    yield _("Page"), request.build_absolute_uri(coach.get_absolute_url())
    for each in questions_shown(coach):
        question = str(each.question.label)
        yield _("%(question)s: finding") % {"question": question}, str(each.finding.label)
        yield _("%(question)s: looked at on") % {"question": question}, _day(each.checked_on)
        yield _("%(question)s: holds until") % {"question": question}, _day(each.valid_until)
        for told in each.claims.told:
            yield told.label, _written(told.answer)
    for told in (*tell(MEETING, coach).told, *tell(CONTACT, coach).told):
        yield told.label, _written(told.answer)
    yield _("Invented"), _("yes, to try the site with") if coach.invented else _("no")


def _written(answer: Answer) -> str:
    # An address that a page shows by its host is written out.
    if (urlsplit(answer.href).hostname,) == answer.lines:
        return answer.href
    return str(answer) or _("not stated")


def _day(value: object) -> str:
    # As spreadsheets read days in every language.
    return "" if value is None else str(value)
