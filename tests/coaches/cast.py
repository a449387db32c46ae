"""The people of these tests: Rosa researches, Cora curates, Ada administers; and coaches to vet."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

from django.contrib.auth.models import Group, User

from coaches.models.check import Finding
from coaches.models.coach import Coach
from coaches.models.report import Report
from coaches.models.vetting_question import VettingQuestion
from coaches.today import today
from coaches.vetting.checking import record_check
from coaches.vetting.lifecycle import apply_to_be_listed, mark_ready, publish, take_up
from coaches.vetting.permissions import ADMINISTRATOR, CURATOR, RESEARCHER
from coaches.vetting.reports import ask

_numbers = count(1)

REQUIRED = (VettingQuestion.CREDENTIAL, VettingQuestion.TERMS, VettingQuestion.REFER_OUT)


def member(name: str, *groups: str) -> User:
    """Someone of the desk, in these groups."""
    user, made = User.objects.get_or_create(username=name, defaults={"is_staff": True, "email": f"{name}@desk.example"})
    if made:
        user.set_password(name)
        user.save()
        user.groups.set(Group.objects.filter(name__in=groups))
    return user


def rosa() -> User:
    """Researches."""
    return member("rosa", RESEARCHER)


def cora() -> User:
    """Curates."""
    return member("cora", CURATOR)


def ada() -> User:
    """Administers."""
    return member("ada", ADMINISTRATOR)


def in_days(days: int) -> date:
    """The day so many days from today."""
    return today() + timedelta(days=days)


def claims(**changed: Any) -> dict[str, Any]:
    """What a coach says who has everything."""
    number = next(_numbers)
    said: dict[str, Any] = {
        "slug": f"coach-{number}",
        "name": f"Coach {number}",
        "headline": "Pay talks and offers, calmly prepared",
        "own_words": "I help people to prepare for the talk they put off.",
        "email": f"coach-{number}@coaches.example",
        "credential": "icf_pcc",
        "credential_number": f"00{number:06}",
        "credential_expires_on": in_days(400),
        "training": ["cti"],
        "goals": ["negotiation", "pivot"],
        "stages": ["middle"],
        "industries": ["technology"],
        "representative_situations": "An engineer with two offers.\nA nurse who wants to teach.",
        "method": "We agree on a goal, then meet every two weeks.",
        "session_minutes": 50,
        "currency": "USD",
        "session_fee_low": 180,
        "session_fee_high": 220,
        "sliding_scale": True,
        "free_call": True,
        "free_call_minutes": 20,
        "upfront": "none",
        "terms_in_writing": True,
        "terms_where": "in the agreement",
        "refunds": "Unused sessions are paid back.",
        "cancellations": "Until the day before.",
        "refer_out": "I do not work on depression or trauma; I name two clinicians and pause.",
        "refers_for": ["depression", "trauma"],
        "refers_to": "licensed clinicians near the client",
        "languages": ["en", "es"],
        "meetings": ["video"],
        "country": "US",
        "time_zone": "America/Chicago",
        "accepting": True,
        "accepting_confirmed_on": today(),
        "website": f"https://coach-{number}.example/",
    }
    return said | changed


def applied(**changed: Any) -> Coach:
    """A coach who has applied, and agreed to be listed."""
    coach = Coach.objects.create(status="draft", **claims(**changed))
    apply_to_be_listed(coach=coach)
    return fresh(coach)


def checked(*questions: VettingQuestion, **changed: Any) -> Coach:
    """A coach in review, of whom Rosa found these (or all that are required) met."""
    coach = applied(**changed)
    take_up(coach=coach, by=rosa())
    for question in questions or REQUIRED:
        meet(coach, question)
    return fresh(coach)


def meet(coach: Coach, question: VettingQuestion, by: User | None = None, until: date | None = None) -> None:
    """Find a question met."""
    record_check(
        coach=coach,
        question=question,
        finding=Finding.MET,
        by=by or rosa(),
        evidence="Seen in writing.",
        said="We read it.",
        valid_until=until,
    )


def listed(**changed: Any) -> Coach:
    """A coach whom Rosa checked and Cora published."""
    coach = checked(**changed)
    mark_ready(coach=coach, by=rosa())
    publish(coach=coach, by=cora())
    return fresh(coach)


def asked_of(coach: Coach) -> Report:
    """A report about a coach, of whom Cora has asked something."""
    report = Report.objects.create(coach=coach, reason="fees", text="They told me 900.", contact="reporter@x.example")
    ask(report=report, question="Which fee is right?", by=cora())
    return report


def fresh(coach: Coach) -> Coach:
    """The listing as it is stored now."""
    return Coach.objects.get(pk=coach.pk)
