"""Try a sample of faults: `make mutants`, or `python -m tests.mutants triage/sharing --minutes 5 --seed 2`."""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutants.faults import Fault, faults

ROOT = Path(__file__).parents[2]
PLACES = ["triage/engine", "triage/sharing", "coaches/vetting", "coaches/search"]
EQUIVALENT = Path(__file__).with_name("equivalent.toml")
ENOUGH = 0.95
# A fault that makes a loop endless is noticed too: by whoever waits.
PATIENCE = 600
LEFT_BEHIND = shutil.ignore_patterns(".git", ".venv", "var", "test-results", ".*_cache", ".hypothesis", "browser")


def passes(project: Path, place: str) -> bool:
    """Whether all tests of the place pass."""
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", f"tests/{place}"]
    environment = {**os.environ, "EXPECTED_DATABASE": "sqlite"}
    try:
        done = subprocess.run(command, cwd=project, env=environment, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def noticed(project: Path, place: str, file: str, fault: Fault) -> bool:
    """Whether a test of the place fails with the fault in the file."""
    path = project / file
    original = path.read_text()
    path.write_text(fault.put_into(original))
    try:
        return not passes(project, place)
    finally:
        path.write_text(original)


def candidates(place: str) -> list[tuple[str, str, Fault]]:
    files = sorted(path for path in (ROOT / place).rglob("*.py") if "migrations" not in path.parts)
    return [(place, str(path.relative_to(ROOT)), fault) for path in files for fault in faults(path.read_text())]


def equivalents() -> set[tuple[str, str, str]]:
    entries = tomllib.loads(EQUIVALENT.read_text()).get("equivalent", [])
    return {(entry["file"], entry["before"], entry["after"]) for entry in entries if entry["reason"]}


def main(places: list[str], minutes: float, seed: int) -> int:
    known = equivalents()
    every = [each for place in places for each in candidates(place)]
    possible = [each for each in every if (each[1], each[2].before, each[2].after) not in known]
    random.Random(seed).shuffle(possible)
    until = time.monotonic() + minutes * 60
    tried = killed = 0
    with TemporaryDirectory() as folder:
        project = Path(folder, "project")
        shutil.copytree(ROOT, project, ignore=LEFT_BEHIND)
        for place in places:
            if not passes(project, place):
                sys.exit(f"The tests of {place} fail without any fault, or take longer than {PATIENCE} seconds.")
        for place, file, fault in possible:
            if time.monotonic() > until:
                break
            tried += 1
            if noticed(project, place, file, fault):
                killed += 1
            else:
                print(f"\nsurvived: {file}:{fault.line}\n  - {fault.before}\n  + {fault.after}", flush=True)
    share = killed / tried if tried else 0.0
    print(
        f"\n{killed} of {tried} faults were noticed ({share:.0%}); {tried} of {len(possible)} possible ones were tried,"
    )
    print(f"seed {seed}; {len(every) - len(possible)} more change nothing, as equivalent.toml says.")
    return 0 if share >= ENOUGH else 1


if __name__ == "__main__":
    reader = argparse.ArgumentParser(prog="python -m tests.mutants")
    reader.add_argument("places", nargs="*", default=PLACES)
    reader.add_argument("--minutes", type=float, default=30)
    reader.add_argument("--seed", type=int, default=1)
    given = reader.parse_args()
    sys.exit(main(given.places or PLACES, given.minutes, given.seed))
