"""What an answer is, and whether answers belong to a questionnaire."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from triage.engine.model import Field, Questionnaire

Given = str | tuple[str, ...] | None
"""A choice, several choices, or None for a field that was skipped."""

Answers = Mapping[str, Given]
"""Answers under their fields' ids. A field that is missing has not been asked yet."""


class UnknownAnswers(ValueError):
    """Answers that do not belong to the questionnaire; `faults` has one line for each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def chosen(given: Given) -> tuple[str, ...]:
    """The choices in an answer, however many."""
    if given is None:
        return ()
    return (given,) if isinstance(given, str) else given


def check_answers(questionnaire: Questionnaire, answers: Mapping[str, object]) -> Answers:
    """The answers in their own types. Raises `UnknownAnswers` naming every fault."""
    faults: list[str] = []
    checked: dict[str, Given] = {}
    for field_id, value in answers.items():
        field = questionnaire.field.get(field_id)
        if field is None:
            faults.append(f"{field_id}: there is no such question")
            continue
        checked[field_id], found = _several(field, value) if field.several else _one(field, value)
        faults += [f"{field_id}: {fault}" for fault in found]
    if faults:
        raise UnknownAnswers(faults)
    return checked


def _one(field: Field, value: object) -> tuple[Given, list[str]]:
    """The answer to a field with one choice, and what is wrong with it."""
    if value is None:
        return None, []
    if not isinstance(value, str):
        return None, ["give one choice as text, or null for a skipped question"]
    return value, list(_unknown(field, (value,)))


def _several(field: Field, value: object) -> tuple[Given, list[str]]:
    """The answer to a field with several choices, and what is wrong with it."""
    if value is None:
        return None, []
    listed = value if isinstance(value, (list, tuple)) else ()
    given = tuple(choice for choice in listed if isinstance(choice, str))
    if not isinstance(value, (list, tuple)) or len(given) < len(value):
        return None, ["give a list of choices, or null for a skipped question"]
    faults = list(_unknown(field, given))
    if not given:
        faults.append("the list is empty; give null for a skipped question")
    if len(set(given)) < len(given):
        faults.append("a choice is given twice")
    if field.page.most is not None and len(given) > field.page.most:
        faults.append(f"at most {field.page.most} choices can be given")
    if len(given) > 1 and field.exclusive.intersection(given):
        faults.append("one of these choices can only be given alone")
    return given, faults


def _unknown(field: Field, given: tuple[str, ...]) -> Iterator[str]:
    for choice in given:
        if choice not in field.choices:
            yield f"there is no choice “{choice}”; there are: {', '.join(field.choices)}"
