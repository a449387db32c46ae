"""What a proof comes to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from triage.engine.deciding.answers import Given
from triage.engine.deciding.path import replay
from triage.engine.deciding.states import Filled
from triage.engine.model import Questionnaire

Shown = Literal["cases", "structure", "versions"]
"""How a promise's truth is shown: case by case; by the structure of the content, in which nothing that decides hangs
on what the promise speaks of; or by the record, which keeps the fingerprint of each version."""


@dataclass(frozen=True)
class Counterexample:
    """A smallest set of answers that breaks a promise; `other` is what it is compared with.

    Fields that are not named are skipped. Both are None where no answers are at fault, but the content.
    `cost` is its size, with answers that speak of danger counted for more.
    """

    promise: str
    message: str
    answers: Filled | None = None
    other: Filled | None = None
    cost: int = 0

    def __str__(self) -> str:
        lines = [f"{self.promise} does not hold: {self.message}"]
        if self.answers is not None:
            lines.append(f"  with {_told(self.answers)}")
        if self.other is not None:
            lines.append(f"  but  {_told(self.other)}")
        return "\n".join(lines)


@dataclass(frozen=True)
class Verdict:
    """Whether a promise holds, and how many merged cases (or pairs of cases) were looked at.

    Where there are none to look at, `shown` says how else its truth is shown.
    """

    promise: str
    cases: int
    counterexample: Counterexample | None = None
    shown: Shown = "cases"

    @property
    def holds(self) -> bool:
        """Whether no counterexample exists."""
        return self.counterexample is None


def verdict(promise: str, cases: int, broken: Iterable[Counterexample]) -> Verdict:
    """The verdict on a promise, with the smallest of these counterexamples."""
    return Verdict(promise, cases, min(broken, key=lambda each: each.cost, default=None))


def joined(verdicts: Sequence[Verdict], promise: str) -> Verdict:
    """One verdict for a promise that was proved in several pieces."""
    broken = (each.counterexample for each in verdicts if each.counterexample is not None)
    return verdict(promise, sum(each.cases for each in verdicts), broken)


def complete(questionnaire: Questionnaire, filled: Filled) -> dict[str, Given]:
    """The answers as a person would give them: consent given, help seen, everything else skipped."""
    given: dict[str, Given] = dict(filled)
    while (page := (path := replay(questionnaire, given)).next) is not None:
        for field in path.fields[page.id]:
            given.setdefault(field.id, field.choices[0] if page.kind in ("consent", "help") else None)
    return given


def _told(filled: Filled) -> str:
    answers = (f"{field} = {', '.join(given) if isinstance(given, tuple) else given}" for field, given in filled)
    return "; ".join(answers) or "every question skipped"
