from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from triage.feedback.polls import Poll
from triage.sharing.keeping import purge


class Command(BaseCommand):
    help = "Delete links, polls and tallies that are over. Nothing opens or counts them any more; run it daily."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        links, tallies = purge(now=now)
        polls = Poll.objects.over(now).delete()[0]
        self.stdout.write(f"Deleted: {links} expired links, {tallies} tallies, {polls} polls.")
