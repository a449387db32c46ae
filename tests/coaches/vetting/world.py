"""A small world to act in: a clock, three people of the desk, a few listings, and a memory of what really happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from coaches.models.coach import Coach
from coaches.models.guards import Guarded
from coaches.models.vetting_question import VettingQuestion
from coaches.vetting.lifecycle import mark_ready
from tests.coaches.cast import ada, applied, checked, claims, cora, listed, rosa
from tests.coaches.vetting.oracle import COVERED, Rows

T = TypeVar("T")

TRACK = (VettingQuestion.TRACK_RECORD, VettingQuestion.TERMS, VettingQuestion.REFER_OUT)
REFUSALS = (Guarded, ValidationError, PermissionDenied, IntegrityError)
"""How the project and its database say no; anything else is a fault."""


@dataclass
class Clock:
    """The time, which moves only when somebody looks, or when days pass."""

    now: datetime = field(default_factory=lambda: timezone.now() + timedelta(minutes=1))

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now


@dataclass
class World:
    """One sequence's world. What chance decides comes from `chance` alone."""

    people: dict[str, User]
    clock: Clock
    chance: Random
    copies: list[Coach]
    """The listings as somebody read them at the beginning."""
    agreed: set[int]
    """Listings whose coach wants to be listed."""
    found: dict[tuple[int, str], tuple[Any, ...]]
    """The claims that stood there when a question was last looked into."""
    done: list[str] = field(default_factory=list)

    def draw(self, options: Sequence[T]) -> T:
        return self.chance.choice(options)

    def coach(self) -> Coach:
        """One of the first few listings, as stored now: so few that much happens to each."""
        return self.draw(list(Coach.objects.order_by("pk")[:5]))

    def researcher(self) -> User:
        return self.people[self.draw(["rosa", "rosa", "rosa", "cora", "ada"])]

    def curator(self) -> User:
        return self.people[self.draw(["cora", "cora", "cora", "ada", "rosa"])]

    def looked(self, coach: Coach, question: str) -> None:
        self.found[coach.pk, question] = Rows().claims(coach.pk, question)

    def act(self, step: Callable[[World], None]) -> None:
        self.done.append(step.__name__)
        step(self)


def new_world(seed: int, clock: Clock) -> World:
    """Two published listings, one that is ready by another road, one that applied, and one that nobody confirmed."""
    plain = checked(*TRACK, credential="none", credential_number="", credential_expires_on=None)
    known = [listed(), listed(credential_expires_on=clock.now.date() + timedelta(days=200)), applied(), plain]
    mark_ready(coach=plain, by=rosa())
    Coach.objects.create(status="draft", **claims())
    rows = Rows()
    return World(
        people={"rosa": rosa(), "cora": cora(), "ada": ada()},
        clock=clock,
        chance=Random(seed),
        copies=list(Coach.objects.order_by("pk")),
        agreed={coach.pk for coach in known},
        found={(pk, question): rows.claims(pk, question) for pk in rows.coaches for question in COVERED},
    )


@contextmanager
def attempt() -> Iterator[None]:
    """Try something that may be refused; what was refused has changed nothing."""
    try:
        with transaction.atomic():
            yield
    except REFUSALS:
        pass
