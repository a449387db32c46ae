"""Loads the invented coaches."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from coaches.samples.loading import RealListings, load


class Command(BaseCommand):
    help = "Fill an empty directory with 60 invented coaches, to try the site with. Does nothing if they are there."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = load()
        except RealListings as error:
            raise CommandError("There are listings of real coaches here: no invented ones were added.") from error
        if loaded:
            self.stdout.write(f"Loaded {loaded} invented coaches.")
