"""What can be taken along, for the owner and for whom everything was shared with; and comparing."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from triage.engine.model import Questionnaire
from triage.infrastructure.log_masking import TOKEN_PATTERN
from triage.questionnaires import registry
from triage.results.comparing import compare
from triage.results.finished import finished
from triage.results.papers.dates import calendar
from triage.results.papers.download import calendar_file, fhir_file
from triage.results.papers.fhir import bundle
from triage.results.snapshot import Snapshot, read_snapshot
from triage.results.snapshot_taking import take_snapshot
from triage.sharing.opening import NotThere, open_owned
from triage.sharing.reopening import open_by_ticket
from triage.sharing.views.access import behind_a_link
from triage.sharing.views.owner import owner_page


@behind_a_link
def summary(request: HttpRequest, token: str) -> HttpResponse:
    """A page for a clinician: screens, answers, signals, on one sheet of paper."""
    snapshot = _clinical(request, token)
    shown = {"token": token, "snapshot": snapshot, "letter": snapshot.letter, "ticket": request.POST.get("ticket", "")}
    return render(request, "triage/sharing/summary.html", shown)


@behind_a_link
def fhir(request: HttpRequest, token: str) -> HttpResponse:
    """The published screens as a FHIR bundle."""
    return fhir_file(bundle(_clinical(request, token)))


@behind_a_link
def dates(request: HttpRequest, token: str) -> HttpResponse:
    """The dates of a kept result."""
    snapshot = read_snapshot(open_owned(token).payload)
    return calendar_file(calendar(snapshot.letter, snapshot.issued, timezone.now()))


@behind_a_link
def compare_with(request: HttpRequest, token: str) -> HttpResponse:
    """Compare a kept result with another one, or with the answers in this browser."""
    opened = open_owned(token)
    snapshot = read_snapshot(opened.payload)
    if not snapshot.is_clinical:
        raise NotThere
    questionnaire = registry.questionnaire(snapshot.letter.questionnaire)
    typed = request.POST.get("other", "").strip()
    other = _other(request, questionnaire, typed)
    if isinstance(other, str):
        return owner_page(request, token, opened, status=422, compare_error=other, compare_typed=typed)
    compared = compare(snapshot, other)
    return render(request, "triage/sharing/compared.html", {"token": token, "compared": compared})


def _other(request: HttpRequest, questionnaire: Questionnaire, typed: str) -> Snapshot | str:
    """The other result, or what is wrong."""
    if request.POST.get("with") == "now":
        evaluation = finished(request, questionnaire)
        if evaluation is None:
            return _("There is no finished set of answers in this browser. Answer the questions first, then come back.")
        return take_snapshot(evaluation, registry.signposts(), timezone.localdate())
    found = re.search(rf"(?<![A-Za-z0-9_-]){TOKEN_PATTERN}(?![A-Za-z0-9_-])", typed)
    if found is None:
        return _("Paste the whole link of another kept result.")
    try:
        other = read_snapshot(open_owned(found.group()).payload)
    except NotThere:
        return _("That link leads to no kept result. It may have expired, or a piece of it is missing.")
    if other.letter.questionnaire != questionnaire.id:
        return _("That link leads to a result of other questions, which cannot be compared with these.")
    return other


def _clinical(request: HttpRequest, token: str) -> Snapshot:
    """All there is, where it is for a clinician: for the owner's link, or with a ticket from a page that shows it."""
    given = request.POST.get("ticket", "")
    opened = open_by_ticket(token, given) if given else open_owned(token)
    snapshot = read_snapshot(opened.payload)
    if not snapshot.is_whole or not snapshot.is_clinical:
        raise NotThere
    return snapshot
