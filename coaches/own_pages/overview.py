"""Where a listing stands, in words for its coach: nothing about whoever looked, and nothing of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from coaches.models.check import Check, Finding
from coaches.models.coach import Coach
from coaches.models.published import PUBLISHED, lacking
from coaches.models.report import Report
from coaches.models.revision import Revision, State
from coaches.models.status import MOVES, Status
from coaches.models.vetting_question import VettingQuestion
from coaches.own_pages.form_sections import LABELS
from coaches.today import today

STANDS: Mapping[str, StrOrPromise] = {
    Status.APPLIED: _("We have your application. It waits until somebody here takes it up."),
    Status.IN_REVIEW: _("We are looking at what you told us."),
    Status.READY: _("Everything was looked at. A second person reads it before it is shown."),
    Status.LISTED: _("Your listing is shown."),
    Status.PAUSED: _("You have paused your listing. Nobody sees it until you resume it."),
    Status.LAPSED: _(
        "Something that we had checked ran out, so your listing is not shown. Put in what is new, and we look at it "
        "again."
    ),
    Status.REFUSED: _("We do not list you. You can change what you told us, and apply again."),
    Status.REMOVED: _("Your listing was taken down. You can change what you told us, and apply again."),
}
HIDDEN = _("You are listed, but your listing is not shown at the moment.")

LACKS: Mapping[str, StrOrPromise] = {
    "consent": _("Your agreement to be listed."),
    "standing": _("A credential or a track record that we have checked and found in order."),
    "terms": _("Fees and terms that we have checked and found in order."),
    "refer_out": _("A way of referring on that we have checked and found in order."),
    "no_red_flag": _("There is an open point about your listing on our side."),
    "nothing_run_out": _("A check ran out. We have to look at it again."),
    "in_date": _("The last day of your credential is over, or we do not know it."),
    "second_person": _("A second person has to look at the listing."),
    "covered": _("Something was checked anew. A second person has to look at the listing again."),
}
"""What is missing, by the ids of the requirements."""

BEFORE_PUBLISHING = frozenset({"second_person", "covered"})
"""Requirements that say nothing new of a listing that was not published yet."""


@dataclass(frozen=True)
class QuestionRow:
    """A question and what was found."""

    question: VettingQuestion
    check: Check | None
    run_out: bool


@dataclass(frozen=True)
class Overview:
    """Everything that the coach's page says."""

    stands: StrOrPromise
    shown: bool
    lacks: Sequence[StrOrPromise]
    rows: Sequence[QuestionRow]
    runs_out_on: date | None
    waiting: Revision | None
    waiting_for: Sequence[str]
    declined: Revision | None
    asked: Sequence[Report]
    may_leave: bool
    may_apply: bool
    may_agree: bool


def overview(coach: Coach) -> Overview:
    """How it stands today. Five queries, whatever there is."""
    on = today()
    status = Status(coach.status)
    over = status in (Status.REFUSED, Status.REMOVED)
    found = Coach.objects.with_requirements(on).prefetch_related("checks").get(pk=coach.pk)
    missing = [each.id for each in lacking(found, PUBLISHED)]
    up = status in (Status.LISTED, Status.PAUSED)
    shown = status == Status.LISTED and not missing
    checks = {check.question: check for check in found.checks.all() if check.finding != Finding.NOT_CHECKED}
    latest = Revision.objects.filter(coach=coach).exclude(state=State.WITHDRAWN).order_by("-submitted_at").first()
    waiting = latest if latest and latest.state == State.WAITING else None
    return Overview(
        stands=HIDDEN if status == Status.LISTED and not shown else STANDS.get(status, ""),
        shown=shown,
        lacks=[LACKS.get(each, each) for each in missing if not over and (up or each not in BEFORE_PUBLISHING)],
        rows=[
            QuestionRow(question, checks.get(question), _is_over(checks.get(question), on))
            for question in VettingQuestion
        ],
        runs_out_on=None if over else found.runs_out_on(),
        waiting=waiting,
        waiting_for=[_label(name) for name in waiting.proposed] if waiting else [],
        declined=latest if latest and latest.state == State.DECLINED else None,
        asked=list(coach.reports.filter(asked_at__isnull=False, closed_on=None).order_by("asked_at")),
        may_leave=Status.REMOVED in MOVES[status],
        may_apply=over,
        may_agree=coach.consented_at is None and status != Status.DRAFT and not over,
    )


def _is_over(check: Check | None, on: date) -> bool:
    return bool(check and check.valid_until and check.valid_until < on)


def _label(name: str) -> str:
    names = {field.name: field.verbose_name for field in Coach._meta.fields}
    return str(LABELS.get(name) or capfirst(names[name]))
