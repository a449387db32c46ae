from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from triage.engine.faults.fault import Faulty
from triage.engine.model import Questionnaire
from triage.engine.proof.impact import Impact, Kind, impact
from triage.engine.proof.impact_record import record_impact
from triage.questionnaires import registry


class Command(BaseCommand):
    help = (
        "Say, proved, what a new version of a questionnaire changes for people: each kind of change of outcome, with "
        "the smallest example. Questions, choices and signals of both versions are the same if they have the same id; "
        "signals that were renamed stand in the new version's change entry (“renamed”)."
    )
    # It must run on content that is not proved yet, which the checks refuse.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("old", help="a frozen version, such as career_help_1")
        parser.add_argument("new", help="a later frozen version, or the questionnaire as it is now")
        parser.add_argument("--check", action="store_true", help="record nothing; fail if the record would change")

    def handle(self, *args: Any, old: str, new: str, check: bool, **options: Any) -> None:
        before, after = self.read(old), self.read(new)
        if before.id != after.id or before.version >= after.version:
            raise CommandError(f"{old} and {new} are not an older and a newer version of one questionnaire.")
        found = impact(before, after)
        self.report(found)
        if new in registry.names():
            self.record(found, registry.impact_path(new), check=check)

    def read(self, name: str) -> Questionnaire:
        try:
            if name in registry.frozen_names():
                return registry.read_frozen(name)
            if name in registry.names():
                return registry.read_unproved(name)
        except Faulty as faulty:
            raise CommandError("\n".join(str(fault) for fault in faulty.faults)) from faulty
        known = ", ".join([*registry.frozen_names(), *registry.names()])
        raise CommandError(f"there is no version “{name}”; there are: {known}")

    def report(self, found: Impact) -> None:
        self.stdout.write(f"{found.new.id}: from version {found.old.version} to version {found.new.version}")
        self.stdout.write(f"  {found.cases:,} merged cases of people who answer every question of both")
        for kind in found.kinds:
            self.stdout.write(f"  {kind.before} -> {kind.after}{_how(kind)}")
            for each in kind.example:
                self.stdout.write(f"    {each.signal}: {each.before or '(not asked)'} -> {each.after or '(not asked)'}")
        self.stdout.write("  Nothing else changes.")

    def record(self, found: Impact, path: Path, *, check: bool) -> None:
        written = record_impact(found).written()
        if path.is_file() and path.read_text(encoding="utf-8") == written:
            self.stdout.write(f"{path.name} says so already.")
        elif check:
            raise CommandError(f"{path.name} is not what this comparison gives; run it without --check.")
        else:
            path.write_text(written, encoding="utf-8")
            self.stdout.write(f"Recorded in {path.name}.")


def _how(kind: Kind) -> str:
    return ", by an answer that the old version could not hear" if kind.by_new_questions else ""
