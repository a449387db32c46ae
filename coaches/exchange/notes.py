"""What an export also says of a listing, in columns that an import passes over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from coaches.models.check import Check
from coaches.models.coach import Coach
from coaches.models.vetting_question import VettingQuestion

Note = Callable[[Coach], str | date]


def _check(coach: Coach, question: VettingQuestion) -> Check | None:
    # In Python, over what was fetched for all listings at once.
    return next((check for check in coach.checks.all() if check.question == question), None)


def _finding(question: VettingQuestion) -> Note:
    def read(coach: Coach) -> str:
        check = _check(coach, question)
        return check.finding if check else "not_checked"

    return read


def _until(question: VettingQuestion) -> Note:
    def read(coach: Coach) -> str | date:
        check = _check(coach, question)
        return (check.valid_until if check else None) or ""

    return read


def _published(coach: Coach) -> str | date:
    return coach.published_at.date() if coach.published_at else ""


def _looked_up(coach: Coach) -> str | date:
    check = _check(coach, VettingQuestion.CREDENTIAL)
    return (check.checked_on if check else None) or ""


NOTES: Mapping[str, Note] = {
    "(status)": lambda coach: coach.status,
    "(published on)": _published,
    "(register looked at on)": _looked_up,
    "(invented)": lambda coach: "yes" if coach.invented else "no",
    **{f"({question} finding)": _finding(question) for question in VettingQuestion},
    **{f"({question} until)": _until(question) for question in VettingQuestion},
}
"""The columns, and how each is read."""
