"""Polls: who holds the one link reads the figures, who holds the other adds an answer. No person, no time of an answer.

What is shown moves on by whole groups of `GROUP` answers, so that nobody who looks twice can tell what one person
said. Counts that wait for their group stand in the database in clear, without a name or a time.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from triage.sharing.keeping import Made
from triage.sharing.opening import NotThere
from triage.sharing.tokens import new_token, secret, secrets_of, token_from

SCORES = (1, 2, 3, 4, 5)
GROUP = 5
"""So many answers are shown together, or none of them."""
DAYS = 90
"""How long a poll takes answers and shows its figures."""

_waiting = [F(f"waiting_{score}") for score in SCORES]


class PollQuerySet(models.QuerySet["Poll"]):
    def alive(self, now: datetime) -> PollQuerySet:
        """Polls whose time is not over."""
        return self.filter(expires_at__gt=now)

    def over(self, now: datetime) -> PollQuerySet:
        """Polls that have expired."""
        return self.filter(expires_at__lte=now)

    def complete(self) -> PollQuerySet:
        """Polls with a whole group of answers that is not shown yet."""
        return self.annotate(waiting=sum(_waiting[1:], start=_waiting[0])).filter(waiting__gte=GROUP)


class Poll(models.Model):
    """How many people gave each score: those that are shown, and those that wait until they are enough."""

    reading = models.CharField(_("lookup of the link that reads"), max_length=64, unique=True)
    answering = models.CharField(_("lookup of the link that answers"), max_length=64, unique=True)
    expires_at = models.DateTimeField(_("open until"), db_index=True)
    waiting_1 = models.PositiveIntegerField(default=0)
    waiting_2 = models.PositiveIntegerField(default=0)
    waiting_3 = models.PositiveIntegerField(default=0)
    waiting_4 = models.PositiveIntegerField(default=0)
    waiting_5 = models.PositiveIntegerField(default=0)
    shown_1 = models.PositiveIntegerField(default=0)
    shown_2 = models.PositiveIntegerField(default=0)
    shown_3 = models.PositiveIntegerField(default=0)
    shown_4 = models.PositiveIntegerField(default=0)
    shown_5 = models.PositiveIntegerField(default=0)

    objects = PollQuerySet.as_manager()

    class Meta:
        verbose_name = _("poll")
        verbose_name_plural = _("polls")

    def __str__(self) -> str:
        return f"poll {self.pk}"


class Figures(NamedTuple):
    """What a poll shows: how many people gave each score, lowest first, and until when it is open."""

    counts: tuple[int, ...]
    expires_at: datetime

    @property
    def answers(self) -> int:
        """How many answers are shown."""
        return sum(self.counts)

    @property
    def mean(self) -> float | None:
        """The mean score; None where nothing is shown."""
        total = sum(score * count for score, count in zip(SCORES, self.counts, strict=True))
        return total / self.answers if self.answers else None

    @property
    def rows(self) -> list[tuple[int, int]]:
        """Each score with how many people gave it."""
        return list(zip(SCORES, self.counts, strict=True))


def make_poll() -> Made:
    """A new poll: the token of the link that reads it. `answering_token` gives the other one."""
    token = new_token()
    expires_at = timezone.now() + timedelta(days=DAYS)
    answering = secret(answering_token(token)).lookup
    Poll.objects.create(reading=secret(token).lookup, answering=answering, expires_at=expires_at)
    return Made(token, expires_at)


def answering_token(reading: str) -> str:
    """The token of the link that answers, which tells nothing about the one that reads."""
    return token_from(reading, "answer a poll")


def read_poll(token: str) -> Figures:
    """The figures for the holder of the link that reads. Raises `NotThere`."""
    poll = _alive().filter(reading__in=_lookups(token)).first()
    if poll is None:
        raise NotThere
    return Figures(tuple(getattr(poll, f"shown_{score}") for score in SCORES), poll.expires_at)


@transaction.atomic
def answer_poll(*, token: str, score: int) -> None:
    """Add one answer; with it a group may be complete and be shown. Raises `NotThere`."""
    column = f"waiting_{SCORES[SCORES.index(score)]}"
    polls = Poll.objects.filter(answering__in=_lookups(token))
    if not polls.alive(timezone.now()).update(**{column: F(column) + 1}):
        raise NotThere
    moved = {f"shown_{each}": F(f"shown_{each}") + F(f"waiting_{each}") for each in SCORES}
    # One statement: whoever answers at the same time is counted in this group or in the next, never twice.
    polls.complete().update(**moved, **{f"waiting_{each}": 0 for each in SCORES})


def _alive() -> PollQuerySet:
    return Poll.objects.alive(timezone.now())


def _lookups(token: str) -> list[str]:
    return [each.lookup for each in secrets_of(token)]
