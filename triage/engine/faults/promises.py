"""Promises name what their kind needs, nothing that it does not use, and only what exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from triage.engine.faults.fault import FaultAt, Place, unknown
from triage.engine.faults.references import condition_faults
from triage.engine.model import Promise, Questionnaire

_CONDITION = (("outcomes",), ("when", "unless"))
_KEYS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "safety_first": (("signals", "outcomes"), ("topics",)),
    "help_next": (("when", "topics"), ()),
    "exactly": _CONDITION,
    "always": _CONDITION,
    "only_if": _CONDITION,
    "never": _CONDITION,
    "never_less_care": (("signals",), ()),
    "never_more_care": (("signals",), ()),
    "never_matters": (("signals",), ()),
    "fits": (("sections",), ()),
    "never_says": (("words",), ("sections",)),
    "says_only_if": (("when",), ("words", "sections", "advice")),
}
"""What each kind needs, and what else it can use; the others use nothing."""

_ALL_KEYS = ("signals", "when", "unless", "outcomes", "topics", "sections", "advice", "words")


def promise_faults(questionnaire: Questionnaire) -> Iterator[FaultAt]:
    """Faults of all promises, but for what their sections and pieces of advice are called (see `plans`)."""
    for number, promise in enumerate(questionnaire.promises):
        place: Place = ("promises", number)
        yield from _keys(place, promise)
        yield from _references(questionnaire, place, promise)
        yield from _criteria(questionnaire, place, promise)


def _keys(place: Place, promise: Promise) -> Iterator[FaultAt]:
    needed, usable = _KEYS.get(promise.kind, ((), ()))
    for key in _ALL_KEYS:
        given = bool(getattr(promise, key))
        if key in needed and not given:
            yield FaultAt((*place, key), f"a promise of kind “{promise.kind}” needs this")
        if given and key not in (*needed, *usable):
            yield FaultAt((*place, key), f"a promise of kind “{promise.kind}” does not use this")
    if _KEYS.get(promise.kind) is _CONDITION and not (promise.when or promise.unless):
        yield FaultAt((*place, "when"), "say where it holds, with when or unless")
    if promise.kind == "says_only_if" and not (promise.words or promise.sections or promise.advice):
        yield FaultAt((*place, "words"), "name the words, the sections or the pieces of advice that it is about")


def _references(questionnaire: Questionnaire, place: Place, promise: Promise) -> Iterator[FaultAt]:
    for name in promise.signals:
        yield from unknown((*place, "signals"), "signal", name, questionnaire.signal)
    for name in promise.outcomes:
        yield from unknown((*place, "outcomes"), "outcome", name, questionnaire.outcome)
    yield from condition_faults(questionnaire, (*place, "when"), promise.when)
    yield from condition_faults(questionnaire, (*place, "unless"), promise.unless)


def _criteria(questionnaire: Questionnaire, place: Place, promise: Promise) -> Iterator[FaultAt]:
    for key in ("when", "unless"):
        criteria = [criterion for group in getattr(promise, key) for criterion in group]
        if promise.kind == "help_next":
            if any(not each.has and (each.signal is None or not each.at_least or each.at_most) for each in criteria):
                yield FaultAt(
                    (*place, key), "say of which signal, and from which level (at_least) or with which tag (has)"
                )
        elif promise.kind != "says_only_if" and any(each.kind not in ("level", "group") for each in criteria):
            yield FaultAt(
                (*place, key), f"a promise of kind “{promise.kind}” reads the levels of signals and groups only"
            )
    if promise.kind in ("safety_first", "never_less_care", "never_more_care"):
        for name in promise.signals:
            if name in questionnaire.signal and not questionnaire.signal[name].levels:
                yield FaultAt((*place, "signals"), f"“{name}” has no levels that could rise")
