"""The first page's queues: what waits, the longest first, and what to know of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import F, Prefetch
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django_stubs_ext import StrOrPromise

from coaches.desk.access import decide_url
from coaches.desk.field_words import label
from coaches.desk.queue.kinds import KINDS, SOON
from coaches.desk.running_out import ending, with_end
from coaches.models.check import Check
from coaches.models.coach import Coach
from coaches.models.coach_queries import CoachQuerySet
from coaches.models.published import PUBLISHED, in_words, lacking
from coaches.models.red_flag import RedFlag
from coaches.models.report import Report
from coaches.models.revision import Revision
from coaches.today import today

SHOWN = 8
"""How many of a queue the first page shows."""


@dataclass(frozen=True)
class QueueRow:
    coach: Coach
    notes: Sequence[str]
    days: int | None
    """For how many days it has been waiting."""

    @property
    def link(self) -> str:
        return decide_url(self.coach.pk)


@dataclass(frozen=True)
class Queue:
    id: str
    title: StrOrPromise
    total: int
    rows: Sequence[QueueRow]


def queues(user: User) -> list[Queue]:
    """Everything that waits, for this person to see. A fixed number of queries."""
    told = {
        "applied": _applied,
        "in_review": _in_review,
        "ready": lambda coaches: _ready(coaches, user),
        "lapsing": _lapsing,
        "invisible": _invisible,
        "unseen": _unseen,
    }
    found = []
    for kind, (title, narrow) in KINDS.items():
        if kind == "reports":
            found.append(Queue(kind, title, Report.objects.open().count(), _reports()))
        elif kind == "changes":
            found.append(Queue(kind, title, Revision.objects.waiting().count(), _changes()))
        else:
            coaches = narrow(Coach.objects.all())
            found.append(Queue(kind, title, coaches.count(), told[kind](coaches)))
    return found


def _since(moment: datetime | None) -> int | None:
    return None if moment is None else (today() - moment.date()).days


def _applied(coaches: CoachQuerySet) -> list[QueueRow]:
    return [QueueRow(coach, [coach.get_credential_display()], _since(coach.applied_at)) for coach in coaches[:SHOWN]]


def _in_review(coaches: CoachQuerySet) -> list[QueueRow]:
    flags = Prefetch("red_flags", RedFlag.objects.open())
    rows = []
    for coach in coaches.prefetch_related("checks", flags)[:SHOWN]:
        done = [check.get_question_display() for check in coach.checks.all() if check.checked_on]
        notes = [_("Looked at: %(questions)s") % {"questions": _list(done)} if done else _("Nothing looked at yet")]
        if coach.red_flags.all():
            notes.append(_("A red flag is open."))
        rows.append(QueueRow(coach, notes, _since(coach.applied_at)))
    return rows


def _ready(coaches: CoachQuerySet, user: User) -> list[QueueRow]:
    publishes = user.has_perm("coaches.publish_coach")
    rows = []
    checks = Prefetch("checks", Check.objects.select_related("checked_by"))
    for coach in coaches.prefetch_related(checks)[:SHOWN]:
        by = {check.checked_by.pk: str(check.checked_by) for check in coach.checks.all() if check.checked_by}
        notes = [_("Checked by %(people)s") % {"people": _list(by.values())}]
        if user.pk in by:
            notes.append(_("You checked something: someone else publishes it."))
        elif publishes:
            notes.append(_("You may publish it."))
        rows.append(QueueRow(coach, notes, _since(coach.applied_at)))
    return rows


def _lapsing(coaches: CoachQuerySet) -> list[QueueRow]:
    soon = today() + timedelta(days=SOON)
    rows = []
    for coach in with_end(coaches).order_by(F("ends_on")).prefetch_related("checks")[:SHOWN]:
        notes = [
            _("%(what)s: %(day)s") % {"what": what, "day": _day(day)}
            for what, day in ending(coach, coach.checks.all(), soon)
        ]
        rows.append(QueueRow(coach, notes, None))
    return rows


def _invisible(coaches: CoachQuerySet) -> list[QueueRow]:
    return [QueueRow(coach, in_words(lacking(coach, PUBLISHED)), None) for coach in coaches[:SHOWN]]


def _unseen(coaches: CoachQuerySet) -> list[QueueRow]:
    rows = []
    for coach in coaches.prefetch_related("checks")[:SHOWN]:
        found = [check.get_question_display() for check in coach.checks.all() if check.is_unseen(coach.published_at)]
        rows.append(QueueRow(coach, [_list(found)], None))
    return rows


def _reports() -> list[QueueRow]:
    rows = []
    for report in Report.objects.open().select_related("coach")[:SHOWN]:
        state = _("The coach was not asked yet.")
        if report.answered_at:
            state = _("The coach has answered.")
        elif report.asked_at:
            state = _("Asked on %(day)s, no answer yet.") % {"day": _day(report.asked_at.date())}
        rows.append(QueueRow(report.coach, [report.get_reason_display(), state], _since(report.made_at)))
    return rows


def _changes() -> list[QueueRow]:
    return [
        QueueRow(
            change.coach,
            [_list(label(Coach, name) for name in change.proposed)],
            _since(change.submitted_at),
        )
        for change in Revision.objects.waiting().select_related("coach")[:SHOWN]
    ]


def _list(words: Iterable[str]) -> str:
    return str(get_text_list(list(words), _("and")))


def _day(day: date) -> str:
    return date_format(day)
