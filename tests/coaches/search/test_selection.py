"""Whatever stands in an address, everything valid in it is kept and the rest is named."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from coaches.search.selection import LONGEST_TEXT, MOST_PROBLEMS, Selection, read_selection

BAD = [
    "colour=red",
    "goal=fame",
    "goal=%00",
    "sort=paid",
    "page=0",
    "page=-1",
    "page=abc",
    "page=1.5",
    "page=²",
    "page=" + "9" * 5000,
    "q=" + "long " * 2000,
]


def _read(query: str) -> Selection:
    return read_selection(QueryDict(query))


def test_everything_valid_is_read() -> None:
    selection = _read("goal=values&goal=pivot&fee=100-149&q=+two%20words+&sort=fee&page=3")
    assert dict(selection.chosen) == {"goal": ("pivot", "values"), "fee": ("100-149",)}
    assert (selection.text, selection.sort, selection.page) == ("two words", "fee", 3)
    assert selection.problems == []


@pytest.mark.parametrize("bad", BAD)
def test_what_is_not_understood_is_named_and_the_rest_kept(bad: str) -> None:
    selection = _read(f"language=en&{bad}")
    assert len(selection.problems) == 1
    assert len(selection.problems[0]) < 200
    assert dict(selection.chosen) == {"language": ("en",)}
    assert (selection.sort, selection.page) == ("fit", 1)


def test_an_empty_form_is_no_problem() -> None:
    assert _read("q=&sort=&page=&goal=") == Selection(problems=[])


def test_characters_that_no_database_takes_are_left_out_of_a_text() -> None:
    assert _read("q=an%00na%0A%ED%A0%80").text.startswith("an na")
    assert "\0" not in _read("q=%00").text


def test_a_long_text_is_cut() -> None:
    assert len(_read("q=" + "x" * 10_000).text) == LONGEST_TEXT


def test_many_problems_are_told_in_few_words() -> None:
    selection = _read("&".join(f"name{number}=1" for number in range(50)))
    assert len(selection.problems) == MOST_PROBLEMS + 1
    assert selection.problems[-1] == f"{50 - MOST_PROBLEMS} more things were left out."


@pytest.mark.parametrize(
    "query", ["", "?q=caf%C3%A9+%26+tea", "?goal=pivot&goal=values&zone=Europe%2FBerlin", "?goal=pivot&sort=fee&page=2"]
)
def test_a_query_can_be_written_again(query: str) -> None:
    assert _read(query.removeprefix("?")).query() == query


def test_leaving_one_value_out_keeps_the_others_and_goes_to_the_first_page() -> None:
    selection = _read("goal=pivot&goal=values&stage=early&page=4")
    assert selection.without("goal", "values").query() == "?goal=pivot&stage=early"
    assert selection.without("goal").query() == "?stage=early"
    assert selection.without("stage", "early").query() == "?goal=pivot&goal=values"
