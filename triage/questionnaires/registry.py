"""The questionnaires and the signposts that this site runs on, read once and only if they are proved."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings
from django.urls import get_resolver

from triage.engine.faults.between_questionnaires import faults_between
from triage.engine.loading.questionnaires import read
from triage.engine.loading.signposts import read_signposts
from triage.engine.model import Questionnaire
from triage.engine.model.signposts import Signposts
from triage.engine.proof import Record, read_record, why_not_covered
from triage.engine.proof.impact_record import RecordedImpact, read_impact, why_not_compared

FOLDER = Path(__file__).parent
CAREER_HELP = "career_help"


class NotProved(RuntimeError):
    """Content that no proof covers: the site does not start on it."""


def names() -> list[str]:
    """The questionnaires there are."""
    return sorted(path.parent.name for path in FOLDER.glob("*/questionnaire.toml"))


@cache
def _prefixes() -> Mapping[str, str]:
    return {read_unproved(name).prefix: name for name in names()}


def name_of(prefix: str) -> str | None:
    """The questionnaire whose URLs begin so, if there is one."""
    return _prefixes().get(prefix)


def all_questionnaires() -> list[Questionnaire]:
    """Every questionnaire there is, the home page's first."""
    return [questionnaire(name) for name in sorted(names(), key=lambda name: (name != CAREER_HELP, name))]


def read_unproved(name: str) -> Questionnaire:
    """A questionnaire as its files are now, for authors and the prover. Raises `Faulty`."""
    return read(FOLDER / name, FOLDER / "instruments")


def record_path(name: str) -> Path:
    """Where the record of a questionnaire's proof is kept."""
    return FOLDER / name / "proof.json"


def frozen_names() -> list[str]:
    """Earlier versions that are kept to be compared with, as questionnaire and version: `career_help_1`."""
    return sorted(path.parent.name for path in (FOLDER / "frozen").glob("*/questionnaire.toml"))


def read_frozen(name: str) -> Questionnaire:
    """An earlier version, with the instruments as it read them. Raises `Faulty`."""
    return read(FOLDER / "frozen" / name, FOLDER / "frozen" / "instruments")


def impact_path(name: str) -> Path:
    """Where it is kept what the questionnaire's version changed for people."""
    return FOLDER / name / "impact.json"


def why_impact_unknown(new: Questionnaire) -> str | None:
    """Why it is not recorded what this version changed for people, though the one before is kept; else None."""
    before = f"{new.id}_{new.version - 1}"
    if before not in frozen_names():
        return None
    return why_not_compared(read_frozen(before), new, read_impact(impact_path(new.id)))


@cache
def impact(name: str = CAREER_HELP) -> RecordedImpact | None:
    """What the questionnaire's version changed for people; None for a first version. Raises `NotProved`."""
    reason = why_impact_unknown(questionnaire(name))
    if reason is not None:
        raise NotProved(reason)
    return read_impact(impact_path(name))


@cache
def questionnaire(name: str = CAREER_HELP) -> Questionnaire:
    """A questionnaire whose record covers it. Raises `NotProved` or `Faulty`."""
    found = read_unproved(name)
    reason = why_not_covered(found, read_record(record_path(name)))
    if reason is not None:
        raise NotProved(reason)
    return found


@cache
def record(name: str = CAREER_HELP) -> Record:
    """The record of the proof that covers the questionnaire."""
    found = read_record(record_path(name))
    reason = why_not_covered(questionnaire(name), found)
    if reason is not None or found is None:
        raise NotProved(reason or name)
    return found


@cache
def signposts() -> Signposts:
    """Help lines, services and finders. Raises `Faulty`."""
    return read_signposts(FOLDER / "signposts")


def reserved_prefixes() -> set[str]:
    """The first words of URLs that other pages have: a questionnaire with one of them would take those pages away."""
    routes = [str(each.pattern) for each in get_resolver().url_patterns]
    return {route.partition("/")[0] for route in (*routes, settings.STATIC_URL.lstrip("/")) if route}


def load_all() -> None:
    """Read everything that the site serves from, so that it fails at the start or not at all."""
    signposts()
    for name in names():
        record(name)
        impact(name)
    for named, fault in faults_between(all_questionnaires()):
        raise NotProved(f"{named.id}: {fault.message}")
    reserved = reserved_prefixes()
    for each in all_questionnaires():
        if each.prefix in reserved:
            raise NotProved(f"{each.id}: the prefix “{each.prefix}” belongs to another page")
