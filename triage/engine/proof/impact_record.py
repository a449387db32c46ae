"""The record of what a version changed for people, kept beside the content."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from triage.engine.model import Questionnaire
from triage.engine.proof.impact import Impact, Kind


class _Recorded(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RecordedStanding(_Recorded):
    """A signal (by its name) that stands out in the example, with its level in each version that has the signal."""

    signal: str
    before: str | None
    after: str | None


class RecordedKind(_Recorded):
    """People for whom one outcome (by its name) becomes another; see `impact.Kind`."""

    before: str
    after: str
    by_new_questions: bool
    example: tuple[RecordedStanding, ...]


class RecordedImpact(_Recorded):
    """All kinds of change between two versions, which are named by the fingerprints of their content."""

    old_version: int
    old_hash: str
    new_version: int
    new_hash: str
    cases: int
    kinds: tuple[RecordedKind, ...]

    def written(self) -> str:
        """The record as it is kept (JSON)."""
        return json.dumps(self.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n"

    @property
    def alike(self) -> tuple[RecordedKind, ...]:
        """The kinds that happen to people who say nothing that the old version could not hear."""
        return tuple(kind for kind in self.kinds if not kind.by_new_questions)

    @property
    def by_new_questions(self) -> tuple[RecordedKind, ...]:
        """The kinds that take such an answer."""
        return tuple(kind for kind in self.kinds if kind.by_new_questions)


def record_impact(found: Impact) -> RecordedImpact:
    """What is kept of a comparison."""
    return RecordedImpact(
        old_version=found.old.version,
        old_hash=found.old.content_hash,
        new_version=found.new.version,
        new_hash=found.new.content_hash,
        cases=found.cases,
        kinds=tuple(_kind(found, kind) for kind in found.kinds),
    )


def _kind(found: Impact, kind: Kind) -> RecordedKind:
    return RecordedKind(
        before=found.old.outcome[kind.before].name,
        after=found.new.outcome[kind.after].name,
        by_new_questions=kind.by_new_questions,
        example=tuple(
            RecordedStanding(signal=_name(found, each.signal), before=each.before, after=each.after)
            for each in kind.example
        ),
    )


def _name(found: Impact, signal: str) -> str:
    return (found.new.signal.get(signal) or found.old.signal[signal]).name


def read_impact(path: Path) -> RecordedImpact | None:
    """The record in a file; None if there is none. Raises `ValueError` if it is not a record."""
    if not path.is_file():
        return None
    try:
        return RecordedImpact.model_validate_json(path.read_text(encoding="utf-8"))
    except ValidationError as error:
        raise ValueError(f"{path.name} is not a record of a comparison: {error}") from error


def why_not_compared(old: Questionnaire, new: Questionnaire, record: RecordedImpact | None) -> str | None:
    """Why the record is not that of these two versions, or None if it is."""
    hashes = (old.content_hash, new.content_hash)
    if record is not None and (record.old_hash, record.new_hash) == hashes:
        return None
    run = f"run “manage.py compare {old.id}_{old.version} {new.id}”"
    return f"{new.id}: what version {new.version} changes for people is not recorded for this content; {run}"
