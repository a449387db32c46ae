"""The shortlist side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coaches.listing.answers import Answer
from coaches.listing.facts import CONTACT, MEETING, FactGroup, tell
from coaches.listing.findings import QuestionShown, questions_shown
from coaches.models.check import Finding
from coaches.models.coach import Coach
from coaches.public.shortlist import drop_gone, read_shortlist


@dataclass(frozen=True)
class ComparedFact:
    """One fact of every coach, in their order; `alone` names it where the title above it is not seen.

    `findings` stand beside the words in rows about our checks.
    """

    label: str
    alone: str
    cells: tuple[Answer, ...]
    findings: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether they do not all say the same."""
        return len(set(self.cells)) > 1 or len(set(self.findings)) > 1

    def shown(self) -> list[tuple[Answer, str]]:
        """Each cell with its finding, if the row has any."""
        return list(zip(self.cells, self.findings or [""] * len(self.cells), strict=True))


@dataclass(frozen=True)
class Section:
    """Rows that belong together."""

    title: str
    rows: tuple[ComparedFact, ...]


def sections(coaches: Sequence[Coach]) -> tuple[Section, ...]:
    """Everything that a listing says, question by question, what nobody checks last."""
    if not coaches:
        return ()
    checked = [questions_shown(coach) for coach in coaches]
    questions = [_question(column) for column in zip(*checked, strict=True)]
    return (
        *questions,
        Section(_("Meeting them"), _rows(coaches, lambda coach: tell(MEETING, coach))),
        Section(_("Contact"), _rows(coaches, lambda coach: tell(CONTACT, coach))),
    )


def _question(column: Sequence[QuestionShown]) -> Section:
    first = ComparedFact(
        _("What we found"),
        _("%(question)s: what we found") % {"question": column[0].question.label},
        tuple(Answer((_when(each),)) for each in column),
        tuple(each.finding.value for each in column),
    )
    claims = tuple(
        ComparedFact(told[0].label, told[0].label, tuple(each.answer for each in told))
        for told in zip(*(each.claims.told for each in column), strict=True)
    )
    return Section(column[0].asked, (first, *claims))


def _when(each: QuestionShown) -> str:
    if each.checked_on is None or each.valid_until is None:
        return str(each.finding.label)
    shown = {"day": date_format(each.checked_on), "until": date_format(each.valid_until), "finding": each.finding.label}
    if each.finding == Finding.NOT_MET:
        return _("%(finding)s, looked at on %(day)s") % shown
    return _("%(finding)s, looked at on %(day)s, holds until %(until)s") % shown


def _rows(coaches: Sequence[Coach], told_by: Callable[[Coach], FactGroup]) -> tuple[ComparedFact, ...]:
    columns = [told_by(coach).told for coach in coaches]
    return tuple(
        ComparedFact(row[0].label, row[0].label, tuple(told.answer for told in row))
        for row in zip(*columns, strict=True)
    )


@require_safe
@never_cache
def compare(request: HttpRequest) -> HttpResponse:
    """The shortlist as a table: a fact on each line, a coach in each column."""
    chosen = read_shortlist(request)
    response = render(
        request,
        "coaches/compare.html",
        {
            "coaches": chosen.coaches,
            "slugs": [each.slug for each in chosen.coaches],
            "gone": [slug.replace("-", " ") for slug in chosen.gone],
            "sections": sections(chosen.coaches),
            "invented": any(each.invented for each in chosen.coaches),
        },
    )
    drop_gone(response, chosen)
    return response
