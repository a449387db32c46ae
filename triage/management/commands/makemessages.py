from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.commands import makemessages

from triage.questionnaires.strings import shown_strings


class Command(makemessages.Command):
    help = makemessages.Command.help + " The strings of the questionnaires and the guide are collected, too."

    def handle(self, *args: Any, **options: Any) -> None:
        # Django looks for strings in code and templates; content is neither, so it is written out as code meanwhile.
        written = Path(__file__).parents[2] / "content_strings.py"
        lines = [f"_({text!r})" for text in shown_strings()]
        written.write_text("\n".join(["from django.utils.translation import gettext as _", "", *lines]) + "\n")
        try:
            super().handle(*args, **options)
        finally:
            written.unlink()
