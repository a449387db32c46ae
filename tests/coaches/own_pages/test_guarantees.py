from __future__ import annotations

import pytest

from coaches.own_pages.guarantees import guarantees_in


@pytest.mark.parametrize(
    "written",
    [
        "A job in 30 days, guaranteed.",
        "I guarantee a raise.",
        "We promise that you will be hired.",
        "100% of my clients are hired.",
        "Your money-back option",
        "I will double your salary.",
        "A promotion within six months.",
        "It is risk-free.",
    ],
)
def test_the_promise_of_an_outcome_is_found(written: str) -> None:
    assert guarantees_in([written]) != []


@pytest.mark.parametrize(
    "written",
    [
        "I cannot guarantee anything, and nobody can.",
        "There is no guarantee.",
        "I never guarantee a raise, and I don't promise one.",
        "We don\u2019t guarantee a job.",
        "I prepare people for job talks in small groups.",
        "We meet for three months.",
        "",
    ],
)
def test_other_words_are_left_alone(written: str) -> None:
    assert guarantees_in([written]) == []


def test_each_is_named_once_as_it_was_written() -> None:
    assert guarantees_in(["Guaranteed. Guaranteed.", "risk-free"]) == ["Guaranteed", "risk-free"]
