from __future__ import annotations

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from triage.engine.faults.fault import Faulty
from triage.engine.proof import Proof, VersionReused, make_record, prove, read_record
from triage.questionnaires import registry


class Command(BaseCommand):
    help = "Prove every promise of a questionnaire over every possible set of answers, and record it."
    # It must run on content that is not proved yet, which the checks refuse.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("questionnaire", nargs="*", help="the questionnaire's name; all of them by default")
        parser.add_argument("--check", action="store_true", help="record nothing; fail if the record would change")

    def handle(self, *args: Any, questionnaire: list[str], check: bool, **options: Any) -> None:
        for name in questionnaire or registry.names():
            if name not in registry.names():
                raise CommandError(f"there is no questionnaire “{name}”; there are: {', '.join(registry.names())}")
            self.prove(name, check=check)

    def prove(self, name: str, *, check: bool) -> None:
        try:
            proof = prove(registry.read_unproved(name))
        except Faulty as faulty:
            raise CommandError("\n".join(str(fault) for fault in faulty.faults)) from faulty
        self.report(proof)
        if not proof.holds:
            raise CommandError(f"{name}: not every promise holds, so nothing was recorded.")
        path = registry.record_path(name)
        earlier = read_record(path)
        try:
            record = make_record(proof, earlier, date.today().isoformat())
        except VersionReused as reused:
            raise CommandError(str(reused)) from reused
        if record == earlier:
            self.stdout.write(f"{path.name} says so already.")
        elif check:
            raise CommandError(f"{name}: {path.name} is not what this proof gives; run it without --check.")
        else:
            path.write_text(record.written(), encoding="utf-8")
            self.stdout.write(f"Recorded in {path.name}.")

    def report(self, proof: Proof) -> None:
        questionnaire = proof.questionnaire
        self.stdout.write(f"{questionnaire.id}, version {questionnaire.version}")
        self.stdout.write(f"  {proof.answer_sets:,} sets of answers come to {proof.ends:,} different ends")
        for verdict in proof.verdicts:
            sign = "holds" if verdict.holds else "BROKEN"
            told = f"{verdict.cases:,} merged cases" if verdict.shown == "cases" else f"shown by the {verdict.shown}"
            self.stdout.write(f"  {verdict.promise}: {sign} ({told})")
            if verdict.counterexample is not None:
                self.stdout.write(f"    {verdict.counterexample}")
        if proof.holds:
            changing, caught = proof.score.changing, len(proof.score.caught)
            self.stdout.write(
                f"  {caught} of {changing} single edits of the rules that change an outcome break a promise; "
                f"{len(proof.score.idle)} change none"
            )
            for gap in proof.gaps:
                self.stdout.write(f"    {gap}")
