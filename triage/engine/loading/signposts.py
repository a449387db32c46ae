"""From TOML files to the signposts, or to every fault in them at once; and which entries grew old."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

from triage.engine.faults.fault import Fault, FaultAt, Faulty, Place, key_of, repeated, repeated_at, unknown
from triage.engine.loading.toml_files import merged, parse, tidy
from triage.engine.model.signposts import ANYWHERE, ELSEWHERE, ServiceId, Signposts

FILES = {"countries": "crisis.toml", "services": "services.toml", "finders": "finders.toml"}
"""The file in which each part of the signposts stands."""
KEEPS = 365
"""For how many days a check holds."""


def read_signposts(folder: Path) -> Signposts:
    """Read their folder. Raises `Faulty` with all faults in its files."""
    faults: list[Fault] = []
    content, files = merged(folder, faults)

    def located(found: FaultAt) -> Fault:
        file = files.get(found.place[:1]) or FILES.get(str(found.place[0]), "-")
        return Fault(file, key_of(found.place, content), found.message)

    # Before malformed entries are taken out, which would make more countries look helpless.
    faults += [located(each) for each in _without_help(content)]
    signposts, removed = parse(Signposts, content, faults, located)
    faults += [located(each) for each in _check(signposts) if each.missing not in removed]
    if faults:
        raise Faulty(tidy(faults))
    return signposts


def stale(signposts: Signposts, today: date) -> list[Fault]:
    """A fault for each entry that was last checked more than `KEEPS` days before today."""
    content = signposts.model_dump()
    return [
        Fault(FILES[str(place[0])], key_of((*place, "checked"), content), f"last checked on {day}: look again")
        for place, day in _checks(signposts)
        if (today - date.fromisoformat(day)).days > KEEPS
    ]


def _checks(signposts: Signposts) -> Iterator[tuple[Place, str]]:
    """The place of each entry, with the day it was checked."""
    for number, country in enumerate(signposts.countries):
        for inner, line in enumerate(country.lines):
            yield ("countries", number, "lines", inner), line.checked
    for number, service in enumerate(signposts.services):
        yield ("services", number), service.checked
    for number, finder in enumerate(signposts.finders):
        yield ("finders", number), finder.checked


def _without_help(content: Mapping[str, Any]) -> Iterator[FaultAt]:
    """Countries as written that give no line, or (where there can be one) no emergency number."""
    countries = content.get("countries")
    for number, country in enumerate(countries if isinstance(countries, list) else ()):
        if not isinstance(country, dict):
            continue
        code = country.get("code")
        if not country.get("lines"):
            yield FaultAt(("countries", number, "lines"), f"the country “{code}” has no line")
        if not country.get("emergency") and code != ELSEWHERE:
            yield FaultAt(("countries", number, "emergency"), f"the country “{code}” has no emergency number")


def _check(signposts: Signposts) -> Iterator[FaultAt]:
    """Faults of names: each is given once, and each that is named exists."""
    codes = [country.code for country in signposts.countries]
    yield from repeated(("countries",), "country", codes)
    lines: list[tuple[Place, str]] = [
        (("countries", number, "lines", inner), line.id)
        for number, country in enumerate(signposts.countries)
        for inner, line in enumerate(country.lines)
    ]
    yield from repeated_at(lines, "line")
    given = [service.id for service in signposts.services]
    yield from repeated(("services",), "service", given)
    for service in get_args(ServiceId):
        yield from unknown(("services",), "service", service, given)
    yield from repeated(("finders",), "finder", [finder.id for finder in signposts.finders])
    for number, finder in enumerate(signposts.finders):
        if finder.country != ANYWHERE:
            yield from unknown(("finders", number, "country"), "country", finder.country, codes)
        yield from repeated(("finders", number, "services"), "service", finder.services)
    if ELSEWHERE not in codes:
        yield from unknown(("countries",), "country", ELSEWHERE, codes)
