from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from triage.engine.deciding.answers import UnknownAnswers
from triage.engine.deciding.decision import see
from triage.engine.explaining.changes import all_changes
from triage.engine.explaining.evaluation import evaluate
from triage.questionnaires import registry
from triage.questionnaires.report import all_changes_as_plain_data, all_changes_as_text, as_plain_data, as_text


class Command(BaseCommand):
    help = 'Evaluate answers from a file: {"question_id": "choice_id", "another": ["…"], "skipped": null}.'

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("questionnaire", choices=registry.names())
        parser.add_argument("answers", help="a JSON file, or - for standard input")
        parser.add_argument("--text", action="store_true", help="readable text instead of JSON")
        parser.add_argument(
            "--all-changes", action="store_true", help="also every single change, in both directions, for auditors"
        )

    def handle(self, *args: Any, questionnaire: str, answers: str, **options: Any) -> None:
        known = registry.questionnaire(questionnaire)
        try:
            evaluation = evaluate(known, _read(answers))
        except UnknownAnswers as unknown:
            name = "standard input" if answers == "-" else answers
            for fault in unknown.faults:
                self.stderr.write(f"{name}: {fault}")
            raise SystemExit(1) from unknown
        every = all_changes(known, see(known, evaluation.path.answers)) if options["all_changes"] else None
        if options["text"]:
            self.stdout.write(as_text(evaluation))
            if every is not None:
                self.stdout.write(all_changes_as_text(known, every))
            return
        told = as_plain_data(evaluation)
        if every is not None:
            told["all_changes"] = all_changes_as_plain_data(every)
        self.stdout.write(json.dumps(told, indent=2, ensure_ascii=False))


def _read(name: str) -> dict[str, object]:
    """The object in the file. Raises `UnknownAnswers` for whatever else is there."""
    try:
        written = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
        read = json.loads(written, object_pairs_hook=_once)
    except OSError as error:
        raise UnknownAnswers([error.strerror or "it cannot be read"]) from error
    except UnicodeDecodeError as error:
        raise UnknownAnswers(["this is not text in UTF-8"]) from error
    except json.JSONDecodeError as error:
        raise UnknownAnswers([f"line {error.lineno}, column {error.colno}: {error.msg}"]) from error
    if not isinstance(read, dict):
        raise UnknownAnswers(["give one object with a question's id for each key"])
    return read


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object, unless a key comes twice: then it is unclear which answer is meant."""
    read = dict(pairs)
    if len(read) < len(pairs):
        names = [name for name, _ in pairs]
        twice = sorted({name for name in names if names.count(name) > 1})
        raise UnknownAnswers([f"{name}: answered twice" for name in twice])
    return read
