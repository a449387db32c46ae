"""The record of a proof: what was proved of which content, kept beside it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from triage.engine.model import Questionnaire
from triage.engine.model.base import Day
from triage.engine.proof.prover import Proof
from triage.engine.proof.verdict import Shown

Witness = Mapping[str, str | tuple[str, ...]]
"""Answers under their fields; every other question is skipped."""


class ProvedPromise(BaseModel):
    """A promise that holds, how many merged cases were looked at for it, and how else its truth is shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    cases: int
    shown: Shown = "cases"


class RecordedScore(BaseModel):
    """What became of every single edit of the rule table.

    Of all `edits`, those that are `changing` an outcome each break a promise: `caught` counts them under the first
    promise found. `idle` has those that change none, each with the reason that the content gives.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    edits: int
    changing: int
    caught: Mapping[str, int]
    idle: Mapping[str, str]


class Record(BaseModel):
    """What `prove` has proved. `versions` pins the content hash of every version so far."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    questionnaire: str
    version: int
    content_hash: str
    proved_on: Day
    versions: Mapping[int, str]
    promises: tuple[ProvedPromise, ...]
    score: RecordedScore | None = None
    answer_sets: int
    level_sets: Mapping[str, int]
    ends: int
    witnesses: Mapping[str, Mapping[str, Witness]]

    def written(self) -> str:
        """The record as it is kept (JSON)."""
        return json.dumps(self.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n"


class VersionReused(ValueError):
    """The content has changed, but its version number has not."""


def make_record(proof: Proof, earlier: Record | None, day: str) -> Record:
    """The record of a proof that holds, on the given day (ISO).

    Raises `VersionReused` if an earlier record has other content under this version, and
    `ValueError` if the proof does not hold.
    """
    questionnaire = proof.questionnaire
    if not proof.holds:
        raise ValueError("a broken promise is not recorded")
    versions = dict(earlier.versions) if earlier is not None else {}
    known = versions.setdefault(questionnaire.version, questionnaire.content_hash)
    if known != questionnaire.content_hash:
        raise VersionReused(
            f"{questionnaire.id}: the content has changed since version {questionnaire.version} was proved; "
            f"give it version {max(versions) + 1} and say in “changes” what is new"
        )
    made = Record(
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        content_hash=questionnaire.content_hash,
        proved_on=day,
        versions=versions,
        promises=tuple(
            ProvedPromise(id=verdict.promise, cases=verdict.cases, shown=verdict.shown) for verdict in proof.verdicts
        ),
        score=_recorded(proof),
        answer_sets=proof.answer_sets,
        level_sets=dict(proof.level_sets),
        ends=proof.ends,
        witnesses={
            kind: {
                name: {field: given for field, given in filled if given is not None} for name, filled in each.items()
            }
            for kind, each in proof.witnesses.items()
        },
    )
    # Proving the same again changes nothing, the day included.
    if earlier is not None and earlier.model_copy(update={"proved_on": day}) == made:
        return earlier
    return made


def _recorded(proof: Proof) -> RecordedScore | None:
    if proof.gaps:
        return None
    because = {edit: reason.because for reason in proof.questionnaire.idle_edits for edit in reason.edits}
    return RecordedScore(
        edits=proof.score.changing + len(proof.score.idle),
        changing=proof.score.changing,
        caught=Counter(proof.score.caught.values()),
        idle={edit: because[edit] for edit in proof.score.idle},
    )


def read_record(path: Path) -> Record | None:
    """The record in a file; None if there is none. Raises `ValueError` if it is not a record."""
    if not path.is_file():
        return None
    try:
        return Record.model_validate_json(path.read_text(encoding="utf-8"))
    except ValidationError as error:
        raise ValueError(f"{path.name} is not a record of a proof: {error}") from error


def why_not_covered(questionnaire: Questionnaire, record: Record | None) -> str | None:
    """Why the record does not cover the content, or None if it does."""
    if record is None:
        return f"{questionnaire.id}: nothing is proved yet; run “manage.py prove {questionnaire.id}”"
    if record.content_hash == questionnaire.content_hash and record.version == questionnaire.version:
        if {promise.id for promise in record.promises} == {promise.id for promise in questionnaire.promises}:
            return None
        return f"{questionnaire.id}: the record does not hold every promise; run “manage.py prove {questionnaire.id}”"
    if record.versions.get(questionnaire.version, questionnaire.content_hash) != questionnaire.content_hash:
        return (
            f"{questionnaire.id}: the content has changed under version {questionnaire.version}, which was proved "
            f"with other content; give it a new version, then run “manage.py prove {questionnaire.id}”"
        )
    return f"{questionnaire.id}: the content has changed since it was proved; run “manage.py prove {questionnaire.id}”"
