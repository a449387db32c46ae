"""One coach, perhaps twice."""

from __future__ import annotations

from typing import Any

import pytest

from coaches.exchange.duplicates import KnownCoaches, alike, plain_name, plain_number, similar
from coaches.models.coach import Coach
from tests.coaches.cast import applied


def coach(**claims: Any) -> Coach:
    return Coach(**{"slug": "x", "name": "Someone", "email": "someone@one.example", **claims})


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Élodie Tremblay-Roy", "elodie tremblay roy"),
        ("Zhou Mei-Ling", "Mei-Ling Zhou"),
        ("Łukasz Wójcik", "Lukasz Wojcik"),
        ("O'Brien, Sean", "Seán O\u2019Brien"),
    ],
)
def test_accents_capitals_signs_and_order_make_no_other_name(name: str, other: str) -> None:
    assert plain_name(name) == plain_name(other)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"name": "Katerina Petridou"}, {"name": "Katerina Petridu"}, "nearly the same name"),
        ({"name": "Petridou Katarina"}, {"name": "Katerina Petridou"}, "nearly the same name"),
        ({"name": "Ann Lee"}, {"name": "Lee Ann"}, "the same name"),
        ({"credential_number": "INV-20417"}, {"credential_number": "inv 020417"}, ""),
        ({"credential_number": "0020417"}, {"credential_number": "20-417"}, "the same credential number"),
        ({"email": "A@b.example"}, {"email": "a@B.example"}, "the same e-mail"),
        ({"name": "Daniel Reyes"}, {"name": "Daniela Keyes"}, ""),
        ({"credential_number": "12"}, {"credential_number": "12"}, ""),
        ({"credential_number": ""}, {"credential_number": ""}, ""),
    ],
)
def test_what_counts_as_alike(one: dict[str, Any], other: dict[str, Any], reason: str) -> None:
    first = coach(**{"name": "First Person", "email": "first@one.example", **one})
    second = coach(**{"name": "Quite Another", "email": "second@one.example", **other})
    assert alike(first, second) == alike(second, first) == reason


def test_numbers_are_compared_without_signs_and_leading_zeros() -> None:
    assert plain_number("00-INV 417") == "inv417"


@pytest.mark.django_db
def test_both_ways_of_looking_find_the_same(django_assert_num_queries: Any) -> None:
    applied(name="Élodie Tremblay", email="one@x.example", credential_number="00-417-9")
    applied(name="Tremblay Elodi", email="two@x.example", credential_number="5")
    applied(name="Nobody Near", email="three@x.example", credential_number="004179")
    applied(name="Mail Only", email="ONE@x.example", credential_number="9")
    applied(name="Someone Else", email="five@x.example", credential_number="7")
    asked = Coach.objects.get(email="one@x.example")
    with django_assert_num_queries(1):
        found = [(other.name, reason) for other, reason in similar(asked)]
    assert found == [
        ("Mail Only", "the same e-mail"),
        ("Nobody Near", "the same credential number"),
        ("Tremblay Elodi", "nearly the same name"),
    ]
    with django_assert_num_queries(1):
        known = KnownCoaches.all()
    assert [(other.name, reason) for other, reason in known.similar(asked)] == found


@pytest.mark.django_db
def test_a_name_without_latin_letters_is_compared_too() -> None:
    applied(name="石川 はるか")
    other = applied(name="はるか 石川")
    assert [reason for _other, reason in KnownCoaches.all().similar(other)] == ["the same name"]
    assert [reason for _other, reason in similar(other)] == ["the same name"]
