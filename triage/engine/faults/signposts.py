"""The signposts are whole: nothing is named twice, and no country lacks a kind of help that people may need at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from triage.engine.faults.fault import FaultAt, repeated, unknown
from triage.engine.model.base import HelpId, Topic
from triage.engine.model.entries import ELSEWHERE
from triage.engine.model.services import Service, ServiceId
from triage.engine.model.signposts import Country, Finder

NEEDED_LINES: tuple[Topic, ...] = ("crisis", "violence", "work_rights")
"""What every country has at least one line for."""
NEEDED_FINDERS: tuple[HelpId, ...] = ("coaching", "counseling", "therapy", "careers")
"""What can be found in every country, there or with a finder of everywhere."""


def without_help(content: Mapping[str, Any]) -> Iterator[FaultAt]:
    """Faults of a country as written: it gives no line, or no number for an emergency."""
    for key, kind in (("lines", "line"), ("emergency", "emergency number")):
        if not content.get(key):
            yield FaultAt((key,), f"the country “{content.get('code')}” has no {kind}")


def faults_in_country(country: Country, file: str) -> Iterator[FaultAt]:
    """Faults of one country that stands in the file of this name."""
    if file != country.code.lower():
        yield FaultAt(("code",), f"the file of “{country.code}” is named {country.code.lower()}.toml")
    for topic in NEEDED_LINES:
        lines = country.lines_on([topic])
        if not lines:
            yield FaultAt(("lines",), f"the country “{country.code}” has no line on {topic}")
        elif topic == "crisis" and country.code != ELSEWHERE and not lines[0].can_be_called_or_texted:
            yield FaultAt(("lines",), f"the first line on crisis of “{country.code}” can be neither called nor texted")
    for number, line in enumerate(country.lines):
        yield from repeated(("lines", number, "topics"), "topic", line.topics)
    yield from _faults_of_names("lines", "line", file, [line.id for line in country.lines])
    yield from _faults_of_finders(country.finders, file)


def faults_of_everywhere(
    order: tuple[str, ...], services: tuple[Service, ...], finders: tuple[Finder, ...], countries: tuple[Country, ...]
) -> Iterator[FaultAt]:
    """Faults of what holds everywhere, and between the files."""
    codes = [country.code for country in countries]
    yield from repeated(("order",), "country", order)
    for number, code in enumerate(order):
        yield from unknown(("order", number), "country", code, codes)
    for code in (*codes, ELSEWHERE):
        yield from unknown(("order",), "country", code, order)
    given = [service.id for service in services]
    yield from repeated(("services",), "service", given)
    for name in get_args(ServiceId):
        yield from unknown(("services",), "service", name, given)
    yield from _faults_of_finders(finders, "any")
    for country in countries:
        there = {kind for finder in (*country.finders, *finders) for kind in finder.services}
        for kind in NEEDED_FINDERS:
            if kind not in there:
                yield FaultAt(("finders",), f"nothing finds {kind} in the country “{country.code}”")


def _faults_of_finders(finders: tuple[Finder, ...], start: str) -> Iterator[FaultAt]:
    yield from _faults_of_names("finders", "finder", start, [finder.id for finder in finders])
    for number, finder in enumerate(finders):
        yield from repeated(("finders", number, "services"), "service", finder.services)


def _faults_of_names(key: str, kind: str, start: str, names: list[str]) -> Iterator[FaultAt]:
    """Each name is given once, and begins with its file's, so that no two files share one."""
    yield from repeated((key,), kind, names)
    for number, name in enumerate(names):
        if not name.startswith(f"{start}_"):
            yield FaultAt((key, number, "id"), f"the name does not begin with “{start}_”")
