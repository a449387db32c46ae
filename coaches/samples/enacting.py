"""Lets an invented coach go through what every coach goes through, by the same functions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.models import Group, User

from coaches.models.check import Finding
from coaches.models.coach import Coach
from coaches.models.report import Report
from coaches.models.status import Status
from coaches.models.vetting_question import VettingQuestion
from coaches.samples.stories import Story, Ways
from coaches.today import today
from coaches.vetting import lifecycle
from coaches.vetting.checking import record_check
from coaches.vetting.permissions import CURATOR, RESEARCHER
from coaches.vetting.red_flags import raise_red_flag, settle_red_flag
from coaches.vetting.reports import answer, ask, close
from coaches.vetting.revising import decline, propose

UNCHECKED = frozenset({Status.DRAFT, Status.APPLIED})
UNREADY = UNCHECKED | {Status.IN_REVIEW, Status.REFUSED}
UNPUBLISHED = UNREADY | {Status.READY}


@dataclass(frozen=True)
class InventedStaff:
    """Two invented people, who have no password and so cannot log in."""

    researcher: User
    curator: User


def invented_staff() -> InventedStaff:
    """Who checks and who publishes the invented coaches."""
    return InventedStaff(_member("invented-researcher", RESEARCHER), _member("invented-curator", CURATOR))


def _member(username: str, group: str) -> User:
    user, made = User.objects.get_or_create(username=username, defaults={"first_name": "Invented", "last_name": group})
    if made:
        user.set_unusable_password()
        user.save()
        user.groups.add(Group.objects.get(name=group))
    return user


def vet(story: Story, ways: Ways, by: InventedStaff, number: int) -> Coach:
    """From the application to the status, as if everything took place today; `backdating.py` takes it back.

    `number` picks how each finding was come by. Raises `ValidationError` for a story that does not hold together.
    """
    coach = Coach(status=Status.DRAFT, invented=True, **story.claims)
    coach.credential_expires_on = _day(story.credential_ends_in, story)
    coach.accepting_confirmed_on = _day(
        None if story.openings_confirmed_ago is None else -story.openings_confirmed_ago, story
    )
    coach.full_clean()
    coach.save()
    lifecycle.apply_to_be_listed(coach=coach)
    if story.status not in UNCHECKED:
        lifecycle.take_up(coach=coach, by=by.researcher)
        for question in VettingQuestion:
            _check(coach, story, ways, question, by, number)
    if story.status not in UNREADY:
        lifecycle.mark_ready(coach=coach, by=by.researcher)
    if story.status not in UNPUBLISHED:
        lifecycle.publish(coach=coach, by=by.curator)
    return coach


def _check(coach: Coach, story: Story, ways: Ways, question: VettingQuestion, by: InventedStaff, number: int) -> None:
    finding = story.finding(question)
    if finding == Finding.NOT_CHECKED or question not in ways:
        return
    found = ways[question][finding]
    way = found[number % len(found)]
    record_check(
        coach=coach,
        question=question,
        finding=finding,
        by=by.researcher,
        evidence=way.evidence,
        said=way.said,
        valid_until=_day(story.until.get(question), story),
    )


def _day(days: int | None, story: Story) -> date | None:
    """A day counted from the day of loading, put off by as much as `ageing` will take back."""
    return None if days is None else today() + timedelta(days=days + story.checked_ago)


def enact_aftermath(story: Story, coach: Coach, by: InventedStaff) -> None:
    """What happened later: flags, reports, wishes, and the end of some."""
    if story.flag:
        flag = raise_red_flag(coach=coach, sign=story.flag.sign, evidence=story.flag.evidence, by=by.researcher)
        if story.flag.settlement:
            settle_red_flag(flag=flag, settlement=story.flag.settlement, by=by.curator)
    _report(story, coach, by)
    if story.declined:
        wish = {name: value for name, value in story.declined.items() if name != "because"}
        revision = propose(coach=coach, values=wish)
        if revision is not None:
            decline(revision=revision, by=by.curator, reason=story.declined["because"])
    if story.revision:
        propose(coach=coach, values=story.revision)
    if story.status == Status.PAUSED:
        lifecycle.pause(coach=coach)
    elif story.status == Status.LAPSED:
        lifecycle.lapse(coach=coach)
    elif story.status == Status.REFUSED:
        lifecycle.refuse(coach=coach, by=by.curator, reason=story.reason)
    elif story.status == Status.REMOVED:
        lifecycle.remove(coach=coach, by=by.curator, reason=story.reason)


def _report(story: Story, coach: Coach, by: InventedStaff) -> None:
    for told in story.reports:
        report = Report.objects.create(coach=coach, reason=told.reason, text=told.text, contact=told.contact)
        if told.asked:
            ask(report=report, question=told.asked, by=by.curator)
        if told.answer:
            answer(report=report, text=told.answer)
        if told.outcome:
            close(report=report, outcome=told.outcome, by=by.curator)
