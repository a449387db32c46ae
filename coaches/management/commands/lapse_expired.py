from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from coaches.exchange.pending_file import discard_old as discard_old_files
from coaches.own_pages.drafts import discard_old
from coaches.today import today
from coaches.upkeep.lapsing import lapse_all


class Command(BaseCommand):
    help = (
        "Mark listings of which something ran out as lapsed, tell their coaches, and delete applications that were "
        "not confirmed within seven days and files that were not imported. What ran out is not shown anyway; run it "
        "daily."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        lapsed, drafts = lapse_all(on=today()), discard_old(timezone.now())
        discard_old_files()
        self.stdout.write(f"Lapsed: {lapsed} listings. Deleted: {drafts} unconfirmed applications.")
