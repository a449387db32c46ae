"""From TOML files to the signposts, or to every fault in them at once; and which entries grew old.

Each country has a file of its own in `countries`. `services.toml` and `anywhere.toml` hold what is true in all.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import Field

from triage.engine.faults.fault import Fault, FaultAt, Faulty, Place, key_of
from triage.engine.faults.signposts import faults_in_country, faults_of_everywhere, without_help
from triage.engine.loading.toml_files import merged, parse, tidy, toml
from triage.engine.model.base import Content
from triage.engine.model.entries import CountryCode
from triage.engine.model.services import Service
from triage.engine.model.signposts import Country, Finder, Signposts

FILES = {"order": "anywhere.toml", "services": "services.toml", "finders": "anywhere.toml"}
"""The file in which each part stands that is not of one country."""
KEEPS = 365
"""For how many days a check holds."""


class _Everywhere(Content):
    """What the files hold that are not of one country. `order` is that in which countries are shown."""

    order: tuple[CountryCode, ...] = Field(min_length=1)
    services: tuple[Service, ...] = Field(min_length=1)
    finders: tuple[Finder, ...] = Field(min_length=1)


def read_signposts(folder: Path) -> Signposts:
    """Read their folder. Raises `Faulty` with all faults in its files."""
    faults: list[Fault] = []
    content, files = merged(folder, faults)

    def located(found: FaultAt) -> Fault:
        file = files.get(found.place[:1]) or FILES.get(str(found.place[0]), "-")
        return Fault(file, key_of(found.place, content), found.message)

    countries = [_read_country(path, faults) for path in sorted((folder / "countries").glob("*.toml"))]
    everywhere, removed = parse(_Everywhere, content, faults, located)
    read = {country.code: country for country in countries if country is not None}
    # A country that could not be read would be missed once more.
    if len(read) == len(countries):
        found = faults_of_everywhere(everywhere.order, everywhere.services, everywhere.finders, tuple(read.values()))
        faults += [located(each) for each in found if each.missing not in removed]
    if faults:
        raise Faulty(tidy(faults))
    ordered = tuple(read[code] for code in everywhere.order)
    return Signposts(countries=ordered, services=everywhere.services, finders=everywhere.finders)


def _read_country(path: Path, faults: list[Fault]) -> Country | None:
    """The country of a file; nothing if it cannot be made, which the faults then say."""
    before = len(faults)
    content = toml(path, faults)
    if len(faults) > before:
        return None

    def located(found: FaultAt) -> Fault:
        return Fault(path.name, key_of(found.place, content), found.message)

    # Before malformed entries are taken out, which would make more countries look helpless.
    faults += [located(each) for each in without_help(content)]
    try:
        country, removed = parse(Country, content, faults, located)
    except Faulty:
        return None
    faults += [located(each) for each in faults_in_country(country, path.stem) if not removed]
    return country


def stale(signposts: Signposts, today: date) -> list[Fault]:
    """A fault for each entry that was last checked more than `KEEPS` days before today."""
    return [
        Fault(file, key_of((*place, "checked"), holder.model_dump()), f"last checked on {day}: look again")
        for file, holder, place, day in _checks(signposts)
        if (today - date.fromisoformat(day)).days > KEEPS
    ]


def _checks(signposts: Signposts) -> Iterator[tuple[str, Country | Signposts, Place, str]]:
    """The file of each entry, in what and at which place it stands, with the day it was checked."""
    for country in signposts.countries:
        file = f"{country.code.lower()}.toml"
        for number, line in enumerate(country.lines):
            yield file, country, ("lines", number), line.checked
        for number, finder in enumerate(country.finders):
            yield file, country, ("finders", number), finder.checked
        for name, local in country.services.items():
            yield file, country, ("services", name), local.checked
    for number, service in enumerate(signposts.services):
        yield FILES["services"], signposts, ("services", number), service.checked
    for number, finder in enumerate(signposts.finders):
        yield FILES["finders"], signposts, ("finders", number), finder.checked
