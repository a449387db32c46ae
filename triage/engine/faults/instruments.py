"""Instruments are whole: ranges without gap, codes that are no slips of the pen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triage.engine.faults.fault import FaultAt, Place, covers, repeated, repeated_at, unknown
from triage.engine.model import Instrument, Questionnaire, Scale


def instrument_faults(questionnaire: Questionnaire) -> Iterator[FaultAt]:
    """Faults inside the instruments, and of names that two of them share."""
    instruments = questionnaire.instruments
    yield from repeated(("instruments",), "instrument", [each.id for each in instruments])
    for kind in ("items", "scales"):
        named = [
            (("instruments", number, kind, inner), each.id)
            for number, instrument in enumerate(instruments)
            for inner, each in enumerate(getattr(instrument, kind))
        ]
        yield from repeated_at(named, kind.removesuffix("s"))
    for number, question in enumerate(questionnaire.questions):
        if len({questionnaire.field_ids[item] for item in question.items if item in questionnaire.item}) > 1:
            yield FaultAt(("questions", number, "items"), "the items of a page share their answers")
    for number, instrument in enumerate(questionnaire.instruments):
        place: Place = ("instruments", number)
        yield from repeated((*place, "answers"), "answer", [answer.id for answer in instrument.answers])
        if min(answer.value for answer in instrument.answers) > 0:
            # An open item counts as at least 0 when it is decided whether a page is asked.
            yield FaultAt((*place, "answers"), "the lowest answer is worth 0 points")
        for inner, item in enumerate(instrument.items):
            yield from _code((*place, "items", inner, "loinc"), item.loinc)
            yield from repeated((*place, "items", inner, "answers"), "answer", [answer.id for answer in item.answers])
        for inner, scale in enumerate(instrument.scales):
            yield from _scale(instrument, (*place, "scales", inner), scale)


def _scale(instrument: Instrument, place: Place, scale: Scale) -> Iterator[FaultAt]:
    items = [item.id for item in instrument.items]
    own = [item.id for item in instrument.items if item.answers]
    for item in scale.items:
        yield from unknown((*place, "items"), "item", item, items)
        if item in own:
            yield FaultAt((*place, "items"), f"the item “{item}” has answers of its own, so it is part of no scale")
    if scale.supersedes is not None:
        yield from unknown((*place, "supersedes"), "scale", scale.supersedes, [one.id for one in instrument.scales])
    bounds = [(band.low, band.high) for band in scale.bands]
    yield from covers((*place, "bands"), bounds, instrument.highest(scale))
    yield from repeated((*place, "bands"), "band", [band.id for band in scale.bands])
    yield from _code((*place, "loinc"), scale.loinc)
    yield from _code((*place, "panel"), scale.panel)
    values = {answer.value for answer in instrument.answers}
    for number, example in enumerate(scale.examples):
        where = (*place, "examples", number)
        yield from unknown((*where, "band"), "band", example.band, [band.id for band in scale.bands])
        if len(example.values) != len(scale.items) or not values.issuperset(example.values):
            yield FaultAt((*where, "values"), f"give {len(scale.items)} values out of {sorted(values)}")


def _code(place: Place, code: str) -> Iterator[FaultAt]:
    """LOINC codes end in a check digit (mod 10, by Luhn's method), which catches mistyped ones."""
    if not code:
        return
    if not re.fullmatch(r"\d{1,7}-\d", code):
        yield FaultAt(place, f"“{code}” is not a LOINC code")
        return
    digits, check = code.split("-")
    total = 0
    for number, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if number % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    if (10 - total % 10) % 10 != int(check):
        yield FaultAt(place, f"“{code}” fails LOINC's check digit")
