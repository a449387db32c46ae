"""The invented coaches as they are told in `listings/`: what each says, and what became of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.utils.text import slugify
from pydantic import BaseModel, ConfigDict, Field

from coaches.models.check import Finding
from coaches.models.red_flag import Sign
from coaches.models.report import Reason
from coaches.models.status import Status
from coaches.models.vetting_question import VettingQuestion

FOLDER = Path(__file__).parent


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FlagTold(_Told):
    """A red flag; it is open where there is no settlement."""

    sign: Sign
    evidence: str
    settlement: str = ""


class ReportTold(_Told):
    """A report, as far as it has come."""

    reason: Reason
    text: str
    contact: str = ""
    asked: str = ""
    answer: str = ""
    outcome: str = ""


class Story(_Told):
    """One invented coach. All days are counted from the day of loading."""

    claims: Mapping[str, Any]
    """Fields of `Coach`."""
    status: Status = Status.LISTED
    reason: str = ""
    applied_ago: int | None = None
    checked_ago: int = 0
    openings_confirmed_ago: int | None = None
    credential_ends_in: int | None = None
    checks: Mapping[VettingQuestion, Finding] = Field(default_factory=dict)
    """Findings that are not "met"."""
    until: Mapping[VettingQuestion, int] = Field(default_factory=dict)
    """Days until a check runs out, where that is not a year after it was made."""
    flag: FlagTold | None = None
    reports: Sequence[ReportTold] = ()
    revision: Mapping[str, Any] | None = None
    """What the coach would like to change."""
    declined: Mapping[str, str] | None = None
    """A change that was declined: the field, and `because`."""

    def finding(self, question: VettingQuestion) -> Finding:
        return self.checks.get(question, Finding.MET)


class Said(_Told):
    """How a finding was come by: what the public reads, and what the desk keeps."""

    said: str
    evidence: str


Ways = Mapping[VettingQuestion, Mapping[Finding, Sequence[Said]]]
"""The ways in which each finding is come by."""


def stories() -> list[Story]:
    """All of them, by file and in order. Raises `ValidationError` of pydantic for what cannot be read."""
    told = []
    for file in sorted((FOLDER / "listings").glob("*.toml")):
        told += [_story(entry) for entry in tomllib.loads(file.read_text("utf-8"))["coach"]]
    return told


def ways() -> Ways:
    """How findings are come by."""
    read = tomllib.loads((FOLDER / "said.toml").read_text("utf-8"))
    return {
        VettingQuestion(question): {
            Finding(finding): [Said.model_validate(one) for one in each] for finding, each in findings.items()
        }
        for question, findings in read.items()
    }


def _story(entry: Mapping[str, Any]) -> Story:
    own = {name: value for name, value in entry.items() if name in Story.model_fields}
    said = {
        name: value.strip() if isinstance(value, str) else value for name, value in entry.items() if name not in own
    }
    slug = slugify(entry["name"])
    return Story.model_validate({**own, "claims": {"slug": slug, "email": f"{slug}@coaches.example", **said}})
