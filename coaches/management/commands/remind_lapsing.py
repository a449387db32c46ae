from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from coaches.today import today
from coaches.upkeep.reminding import OPENINGS_DAYS, remind


class Command(BaseCommand):
    help = (
        "Write to coaches of whom something runs out soon, and to those who last confirmed their openings "
        f"more than {OPENINGS_DAYS} days ago. Each letter is sent once; run it daily."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=30, help="how many days ahead to look (30)")

    def handle(self, *args: Any, **options: Any) -> None:
        if not 0 <= options["days"] <= 365:
            raise CommandError("--days may be from 0 to 365.")
        sent = remind(days=options["days"], on=today())
        self.stdout.write(f"Sent: {sent.runs_out} about what runs out, {sent.openings} about openings.")
        if sent.failed:
            raise CommandError(f"Not sent: {sent.failed}. They are tried again the next time.")
