"""How the processes that serve the directory learn that a listing changed."""

from __future__ import annotations

from secrets import randbits
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save

KEPT = 1000
"""How many marks may pile up before they are put into one."""

State = tuple[int, int]


def new_mark() -> int:
    """A number that no other change has, most likely."""
    return randbits(31)


class ChangeQuerySet(models.QuerySet["Change"]):
    def state(self) -> State:
        """Something that differs whenever listings may differ."""
        found = self.aggregate(number=models.Count("pk"), total=models.Sum("mark"))
        return found["number"], found["total"] or 0

    @transaction.atomic
    def fold(self) -> None:
        """Put the marks of the past into one. The state changes once more, for everyone."""
        seen = list(self.order_by("pk").values_list("pk", flat=True)[: 2 * KEPT])
        self.create()
        self.filter(pk__in=seen).delete()


class Change(models.Model):
    """The mark of a change, in the same transaction with it.

    Each change adds a row, and never touches another's: one row for all would make every writer wait for the
    longest, and two who write several listings wait for each other. Marks are random, so that what was rolled back
    is never taken for what came after it.
    """

    mark = models.PositiveIntegerField(default=new_mark, editable=False)

    objects = ChangeQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.mark)


def note_change(**_signal: Any) -> None:
    """Tell every process. Saving and deleting do so by themselves; whoever writes in bulk calls this."""
    Change.objects.create()


def watch(*watched: type[models.Model]) -> None:
    """Note every saved or deleted row of these."""
    for model in watched:
        for signal in (post_save, post_delete):
            signal.connect(note_change, sender=model, dispatch_uid=f"{signal}:{model._meta.label}")
