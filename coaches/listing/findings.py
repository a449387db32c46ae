"""What we found out about a coach, in the words of a visitor, beside what the coach says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from coaches.listing import readers
from coaches.listing.answers import Answer
from coaches.listing.facts import CLAIMED, FactGroup, StatedFact, tell
from coaches.models.check import Check, Finding
from coaches.models.coach import Coach
from coaches.models.vetting_question import VettingQuestion


@dataclass(frozen=True)
class QuestionShown:
    """One question: what came out of looking, and the claims that this covers. Days only where somebody looked."""

    question: VettingQuestion
    asked: str
    finding: Finding
    said: str
    checked_on: date | None
    valid_until: date | None
    claims: FactGroup


def questions_shown(coach: Coach) -> tuple[QuestionShown, ...]:
    """The five questions in order. A question without a check was not checked. Reads `checks` as prefetched."""
    checks = coach.seen_checks()
    return tuple(_question_shown(coach, question, checks.get(question)) for question in VettingQuestion)


def finding_of(coach: Coach, question: VettingQuestion) -> Finding:
    """What came out of looking into one question."""
    check = coach.seen_checks().get(question)
    return Finding(check.finding) if check else Finding.NOT_CHECKED


def credential(coach: Coach) -> Answer:
    """The credential as a fact only where its check was met; else as what the coach says, with what we found."""
    claimed = readers.credential(coach)
    finding = finding_of(coach, VettingQuestion.CREDENTIAL)
    if not claimed.lines or finding == Finding.MET:
        return claimed
    return Answer((_("Says %(credential)s; %(finding)s") % {"credential": claimed, "finding": finding.label},))


def _question_shown(coach: Coach, question: VettingQuestion, check: Check | None) -> QuestionShown:
    claims = tuple(
        StatedFact(told.id, told.label, credential(coach)) if told.id == "credential" else told
        for told in tell(CLAIMED[question], coach).told
    )
    return QuestionShown(
        question=question,
        asked=str(question.record.asked),
        finding=Finding(check.finding) if check else Finding.NOT_CHECKED,
        said=check.said if check else "",
        checked_on=check.checked_on if check else None,
        valid_until=check.valid_until if check else None,
        claims=FactGroup(claims),
    )
