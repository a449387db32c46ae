from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from triage.engine.drawing.flow import draw
from triage.questionnaires import registry


class Command(BaseCommand):
    help = "Draw the flow of a questionnaire as an SVG picture."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("questionnaire", choices=registry.names())
        parser.add_argument("-o", "--output", help="the file to write; standard output without it")

    def handle(self, *args: Any, questionnaire: str, output: str | None, **options: Any) -> None:
        picture = draw(registry.questionnaire(questionnaire))
        if output is None:
            self.stdout.write(picture)
            return
        try:
            Path(output).write_text(picture, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{output}: {error.strerror}") from error
