"""Columns of the list of listings."""

from __future__ import annotations

from datetime import date

from django.contrib import admin
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coaches.desk.running_out import NEVER
from coaches.models.check import Check, Finding
from coaches.models.coach import Coach
from coaches.models.status import Status
from coaches.models.vetting_question import VettingQuestion
from coaches.today import today
from coaches.vocabulary.choices import Credential

MARKS = {Finding.MET: "✓", Finding.PARTLY: "~", Finding.NOT_MET: "✗", Finding.NOT_CHECKED: "?"}
"""A sign for each finding; its words stand beside it for those who cannot see it."""

WAITING = (Status.APPLIED, Status.IN_REVIEW, Status.READY)


def badge(kind: str, words: str) -> SafeString:
    """Words in a colored frame."""
    return format_html('<span class="badge {}">{}</span>', kind, words)


@admin.display(description=gettext_lazy("status"), ordering="status")
def status(coach: Coach) -> SafeString:
    return badge(coach.status, coach.get_status_display())


@admin.display(description=gettext_lazy("credential"), ordering="credential")
def tier(coach: Coach) -> str:
    """The credential, and whether anybody has checked it."""
    if coach.credential == Credential.NONE:
        return coach.get_credential_display()
    check = _made(coach).get(VettingQuestion.CREDENTIAL)
    met = check is not None and check.finding == Finding.MET and (check.valid_until or NEVER) >= today()
    words = _("%(credential)s, checked") if met else _("says %(credential)s, not checked")
    return words % {"credential": coach.get_credential_display()}


@admin.display(description=gettext_lazy("five questions"))
def findings(coach: Coach) -> SafeString:
    """A sign for each question, in their order, each with its words."""
    made = _made(coach)
    rows = []
    for question in VettingQuestion:
        check = made.get(question)
        finding = Finding(check.finding) if check else Finding.NOT_CHECKED
        over = check is not None and check.valid_until is not None and check.valid_until < today()
        words = _("%(question)s: %(finding)s") % {"question": question.label, "finding": finding.label}
        if over:
            words = _("%(words)s, run out") % {"words": words}
        rows.append(("over" if over else finding.value, words, "!" if over else MARKS[finding], words))
    marks = format_html_join(
        "",
        '<li class="{}" title="{}"><span aria-hidden="true">{}</span><span class="visually-hidden">{}</span></li>',
        rows,
    )
    return format_html('<ul class="findings">{}</ul>', marks)


@admin.display(description=gettext_lazy("runs out on"), ordering="ends_on")
def runs_out(coach: Coach) -> str:
    ends_on: date | None = getattr(coach, "ends_on", None)
    return "" if ends_on is None or ends_on == NEVER else date_format(ends_on, "SHORT_DATE_FORMAT")


@admin.display(description=gettext_lazy("days"), ordering="applied_at")
def waiting(coach: Coach) -> str:
    """For how many days it has waited for us."""
    return str((today() - coach.applied_at.date()).days) if coach.status in WAITING else ""


@admin.display(description=gettext_lazy("accepting clients"), ordering="accepting_confirmed_on")
def accepting(coach: Coach) -> str:
    said = {True: _("yes"), False: _("no"), None: _("not said")}[coach.accepting]
    if coach.accepting_confirmed_on is None:
        return said
    return _("%(said)s, on %(day)s") % {
        "said": said,
        "day": date_format(coach.accepting_confirmed_on, "SHORT_DATE_FORMAT"),
    }


@admin.display(description=gettext_lazy("changed"), ordering="changed_at")
def changed(coach: Coach) -> str:
    return date_format(coach.changed_at, "SHORT_DATE_FORMAT")


def _made(coach: Coach) -> dict[str, Check]:
    return {check.question: check for check in coach.checks.all()}
