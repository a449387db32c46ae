"""`manage.py generate_coaches 1000`: invented listings to measure with, in the demo only."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser

from coaches.generating.filling import fill


class Command(BaseCommand):
    """Adds invented listings."""

    help = "Adds invented listings, vetted and published, to measure with. In the demo only."

    def add_arguments(self, parser: CommandParser) -> None:
        """One number."""
        parser.add_argument("number", type=int, help="how many")

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many were added, or why none."""
        try:
            fill(number=options["number"])
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{options['number']} invented listings were added.")
