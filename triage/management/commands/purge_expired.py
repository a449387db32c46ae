from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from triage.sharing.keeping import purge


class Command(BaseCommand):
    help = "Delete links and tallies that are over. They can no longer be opened or counted anyway; run it daily."

    def handle(self, *args: Any, **options: Any) -> None:
        links, tallies = purge(now=timezone.now())
        self.stdout.write(f"Deleted: {links} expired links, {tallies} tallies.")
