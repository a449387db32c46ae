"""The three services side by side, true in the reader's country."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache
from django.test import Client

from tests.people import WELL
from tests.triage.visits import Visitor


def table(country: str) -> str:
    """The text of the table on the result of somebody who is well and lives there."""
    client = Client()
    Visitor(client, {**WELL, "country": country}).walk()
    page = client.get("/quiz/result/").content.decode()
    found = re.search(r'<table class="compare">.*?</table>', page, re.DOTALL)
    assert found is not None
    return found[0]


def test_each_country_has_its_own_words_also_where_another_looked_first() -> None:
    cache.clear()
    american, british = table("US"), table("GB")
    assert "state license" in american
    assert "$150" in american
    assert "Free on the NHS" in british
    assert table("US") == american


@pytest.mark.parametrize("country", ["GB", "NZ", "other"])
def test_nothing_american_stands_in_the_table_of_another_country(country: str) -> None:
    assert re.findall(r"(?i)licen[sc]|state board|insurer|\$\d", table(country)) == []


@pytest.mark.parametrize("country", ["US", "CA"])
def test_what_it_costs_and_who_pays_are_two_rows(country: str) -> None:
    assert re.findall(r'scope="row">\s*([^<]+?)\s*<', table(country))[3::4] == ["Who pays", "Usual cost"]
