from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.core.validators import validate_email
from pydantic import BaseModel

from triage.infrastructure.tracebacks import traceback_of

TYPED = "what somebody typed"


class Told(BaseModel):
    number: int


def failing(act: Callable[[], object]) -> BaseException:
    try:
        act()
    except Exception as error:
        return error
    raise AssertionError("It did not fail.")


def chained() -> None:
    try:
        int(TYPED)
    except ValueError as error:
        raise KeyError(TYPED) from error


def noted() -> None:
    error = RuntimeError()
    error.add_note(TYPED)
    raise error


FAILING: list[Callable[[], object]] = [
    lambda: int(TYPED),
    lambda: {"": 1}[TYPED],
    lambda: json.loads(TYPED),
    lambda: Told.model_validate({"number": TYPED}),
    lambda: validate_email(TYPED),
    lambda: TYPED.encode().decode("utf-16"),
    chained,
    noted,
]


@pytest.mark.parametrize("act", FAILING, ids=range(len(FAILING)))
def test_a_traceback_says_where_and_what_kind_and_repeats_nothing_typed(act: Callable[[], object]) -> None:
    error = failing(act)
    told = traceback_of(error)
    assert TYPED not in told
    assert told.splitlines()[-1].rpartition(".")[2] == type(error).__name__
    assert 'test_tracebacks.py", line ' in told


def test_what_led_to_it_stands_before_it() -> None:
    kinds = [line for line in traceback_of(failing(chained)).splitlines() if line in ("ValueError", "KeyError")]
    assert kinds == ["ValueError", "KeyError"]


def test_an_error_that_hides_another_stands_alone() -> None:
    def hide() -> None:
        try:
            int(TYPED)
        except ValueError:
            raise LookupError from None

    assert "ValueError" not in traceback_of(failing(hide))


def test_errors_that_lead_to_each_other_end() -> None:
    first, second = RuntimeError(), RuntimeError()
    first.__context__, second.__context__ = second, first
    assert traceback_of(first).count("RuntimeError") == 2


def test_names_of_the_program_are_told() -> None:
    assert traceback_of(failing(lambda: TYPED.nothing)).endswith(  # type: ignore[attr-defined]
        "AttributeError: 'str' object has no attribute 'nothing'"
    )
