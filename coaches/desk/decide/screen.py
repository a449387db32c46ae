"""Everything that the deciding screen shows of one listing, read with a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404

from coaches.desk.decide.claims import ABOUT, Claim, as_read, claims_of
from coaches.desk.decide.forms.base import DeskForm
from coaches.desk.decide.forms.check import CheckForm, DropForm
from coaches.desk.decide.forms.red_flag import FlagForm, SettleForm
from coaches.desk.decide.forms.report import AskForm, CloseForm
from coaches.desk.decide.forms.revision import AcceptForm, DeclineForm
from coaches.desk.decide.forms.status import StepForm
from coaches.desk.decide.possible_steps import StepContext, possible
from coaches.desk.decide.registers import Register, registers
from coaches.exchange.duplicates import similar
from coaches.models.check import Check, EvidenceFile
from coaches.models.coach import Coach
from coaches.models.published import PUBLISHABLE, PUBLISHED, in_words, lacking
from coaches.models.red_flag import RedFlag
from coaches.models.report import Report
from coaches.models.revision import Revision
from coaches.models.status import Status
from coaches.models.vetting_question import VettingQuestion
from coaches.today import today


@dataclass(frozen=True)
class QuestionPanel:
    """One of the five questions: what the coach says, and what we found."""

    question: VettingQuestion
    check: Check | None
    run_out: bool
    claims: Sequence[Claim]
    seen: str
    registers: Sequence[Register]
    form: DeskForm | None
    files: Sequence[tuple[EvidenceFile, DeskForm | None]]

    @property
    def changes(self) -> bool:
        """Whether a waiting change touches it."""
        return any(claim.proposed is not None for claim in self.claims)


@dataclass
class Screen:
    """A listing before one person. `forms` are what this person can do to it now, by `DeskForm.do`."""

    coach: Coach
    user: User
    checks: Sequence[Check]
    flags: Sequence[RedFlag]
    revision: Revision | None
    reports: Sequence[Report]
    alike: Sequence[tuple[Coach, str]]
    standing: StepContext
    forms: dict[str, DeskForm] = field(default_factory=dict)

    @cached_property
    def parts(self) -> list[QuestionPanel]:
        made = {check.question: check for check in self.checks}
        return [self._panel(question, made.get(question)) for question in VettingQuestion]

    def _panel(self, question: VettingQuestion, check: Check | None) -> QuestionPanel:
        until = check.valid_until if check else None
        return QuestionPanel(
            question=question,
            check=check,
            run_out=until is not None and until < today(),
            claims=claims_of(self.coach, question.claims, self.revision),
            seen=as_read(self.coach, question),
            registers=registers(self.coach) if question == VettingQuestion.CREDENTIAL else [],
            form=self.forms.get(f"check-{question}"),
            files=[(file, self.forms.get(f"drop-{file.pk}")) for file in check.files.all()] if check else [],
        )

    @cached_property
    def about(self) -> list[Claim]:
        """What no question covers."""
        return claims_of(self.coach, ABOUT, self.revision)

    @cached_property
    def proposed(self) -> list[Claim]:
        """What the coach wants to change."""
        return claims_of(self.coach, self.revision.proposed, self.revision) if self.revision else []

    @property
    def step_forms(self) -> list[DeskForm]:
        return [form for do, form in self.forms.items() if do.startswith("step-")]

    @property
    def flag_rows(self) -> list[tuple[RedFlag, DeskForm | None]]:
        return [(flag, self.forms.get(f"settle-{flag.pk}")) for flag in self.flags]

    @property
    def report_rows(self) -> list[tuple[Report, DeskForm | None, DeskForm | None]]:
        forms = self.forms
        return [(report, forms.get(f"ask-{report.pk}"), forms.get(f"close-{report.pk}")) for report in self.reports]

    @property
    def open_flags(self) -> int:
        return sum(flag.settled_on is None for flag in self.flags)

    @property
    def open_reports(self) -> int:
        return sum(report.closed_on is None for report in self.reports)

    @property
    def not_shown_because(self) -> list[str]:
        """Why a listed one is not shown."""
        return [] if self.coach.status != Status.LISTED else in_words(lacking(self.coach, PUBLISHED))


def read(coach_id: int, user: User) -> Screen:
    """The screen of a listing. Raises `Http404` where there is none."""
    coach = get_object_or_404(Coach.objects.with_requirements().select_related("published_by"), pk=coach_id)
    files = Prefetch("files", EvidenceFile.objects.defer("content").select_related("added_by").order_by("pk"))
    checks = list(coach.checks.select_related("checked_by").prefetch_related(files))
    screen = Screen(
        coach=coach,
        user=user,
        checks=checks,
        flags=list(coach.red_flags.select_related("seen_by", "settled_by")),
        revision=coach.revisions.waiting().first(),
        reports=list(coach.reports.select_related("closed_by")),
        alike=similar(coach),
        standing=StepContext(
            coach=coach,
            user=user,
            missing=in_words(lacking(coach, PUBLISHABLE)),
            shown=coach.status == Status.LISTED and not lacking(coach, PUBLISHED),
            own=any(check.checked_by_id == user.pk for check in checks),
            unseen=coach.status == Status.LISTED and any(check.is_unseen(coach.published_at) for check in checks),
        ),
    )
    screen.forms = {form.do: form for form in offered(screen)}
    return screen


def offered(screen: Screen, data: Any = None, files: Any = None) -> list[DeskForm]:
    """Every form that this person can use here now."""
    coach, may = screen.coach, screen.standing.may
    found: list[DeskForm] = [StepForm(coach, step, data) for step in possible(screen.standing)]
    if may("vet_coach"):
        made = {check.question: check for check in screen.checks}
        found += [CheckForm(coach, question, made.get(question), data, files) for question in VettingQuestion]
        found.append(FlagForm(coach, data))
        if screen.revision:
            found += [AcceptForm(screen.revision, data), DeclineForm(screen.revision, data)]
    if may("delete_evidencefile"):
        found += [DropForm(file, check.question, data) for check in screen.checks for file in check.files.all()]
    if may("publish_coach"):
        open_flags = [flag for flag in screen.flags if flag.settled_on is None]
        found += [SettleForm(flag, data) for flag in open_flags if flag.seen_by_id != screen.user.pk]
    if may("change_report"):
        for report in screen.reports:
            if report.closed_on is None:
                found += [CloseForm(report, data), *([] if report.asked_at else [AskForm(report, data)])]
    return found
