"""From TOML files to the guide, or to every fault in them at once; and which entries grew old."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

from triage.engine.content_files import merged, parse, tidy
from triage.engine.faults import Fault, Faulty, Found, Place, key_of, repeated, repeated_at, unknown
from triage.engine.model.guide import ANYWHERE, ELSEWHERE, Guide, ServiceId

FILES = {"countries": "crisis.toml", "services": "services.toml", "finders": "finders.toml"}
"""The file in which each part of the guide stands."""
KEEPS = 365
"""For how many days a check holds."""


def read_guide(folder: Path) -> Guide:
    """Read the guide's folder. Raises `Faulty` with all faults in its files."""
    faults: list[Fault] = []
    content, files = merged(folder, faults)

    def located(found: Found) -> Fault:
        file = files.get(found.place[:1]) or FILES.get(str(found.place[0]), "-")
        return Fault(file, key_of(found.place, content), found.message)

    # Before malformed entries are taken out, which would make more countries look helpless.
    faults += [located(each) for each in _without_help(content)]
    guide, removed = parse(Guide, content, faults, located)
    faults += [located(each) for each in _check(guide) if each.missing not in removed]
    if faults:
        raise Faulty(tidy(faults))
    return guide


def stale(guide: Guide, today: date) -> list[Fault]:
    """A fault for each entry that was last checked more than `KEEPS` days before today."""
    content = guide.model_dump()
    return [
        Fault(FILES[str(place[0])], key_of((*place, "checked"), content), f"last checked on {day}: look again")
        for place, day in _checks(guide)
        if (today - date.fromisoformat(day)).days > KEEPS
    ]


def _checks(guide: Guide) -> Iterator[tuple[Place, str]]:
    """The place of each entry, with the day it was checked."""
    for number, country in enumerate(guide.countries):
        for inner, line in enumerate(country.lines):
            yield ("countries", number, "lines", inner), line.checked
    for number, service in enumerate(guide.services):
        yield ("services", number), service.checked
    for number, finder in enumerate(guide.finders):
        yield ("finders", number), finder.checked


def _without_help(content: Mapping[str, Any]) -> Iterator[Found]:
    """Countries as written that give no line, or (where there can be one) no emergency number."""
    countries = content.get("countries")
    for number, country in enumerate(countries if isinstance(countries, list) else ()):
        if not isinstance(country, dict):
            continue
        code = country.get("code")
        if not country.get("lines"):
            yield Found(("countries", number, "lines"), f"the country “{code}” has no line")
        if not country.get("emergency") and code != ELSEWHERE:
            yield Found(("countries", number, "emergency"), f"the country “{code}” has no emergency number")


def _check(guide: Guide) -> Iterator[Found]:
    """Faults of names: each is given once, and each that is named exists."""
    codes = [country.code for country in guide.countries]
    yield from repeated(("countries",), "country", codes)
    lines: list[tuple[Place, str]] = [
        (("countries", number, "lines", inner), line.id)
        for number, country in enumerate(guide.countries)
        for inner, line in enumerate(country.lines)
    ]
    yield from repeated_at(lines, "line")
    given = [service.id for service in guide.services]
    yield from repeated(("services",), "service", given)
    for service in get_args(ServiceId):
        yield from unknown(("services",), "service", service, given)
    yield from repeated(("finders",), "finder", [finder.id for finder in guide.finders])
    for number, finder in enumerate(guide.finders):
        if finder.country != ANYWHERE:
            yield from unknown(("finders", number, "country"), "country", finder.country, codes)
        yield from repeated(("finders", number, "services"), "service", finder.services)
    if ELSEWHERE not in codes:
        yield from unknown(("countries",), "country", ELSEWHERE, codes)
