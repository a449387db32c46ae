"""What a coach says is told whole, and what was never said is never a no."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from coaches.listing import answers, readers
from coaches.listing.facts import CLAIMED, CONTACT, MEETING, tell
from coaches.models.coach import Coach
from coaches.models.vetting_question import VettingQuestion
from coaches.today import today
from coaches.vocabulary.choices import Credential
from tests.coaches.cast import in_days


def said(field: str, **values: object) -> str:
    return str(getattr(readers, field)(Coach(**values)))


@pytest.mark.parametrize("question", VettingQuestion)
def test_every_claim_that_a_check_covers_is_told(question: VettingQuestion) -> None:
    told = [field for fact in CLAIMED[question] for field in fact.fields]
    assert sorted(told) == sorted(question.claims)


def test_a_listing_that_says_nothing_states_nothing() -> None:
    nothing = Coach()
    for facts in (*CLAIMED.values(), MEETING, CONTACT):
        assert tell(facts, nothing).said == ()


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (180, 220, "$180 to $220"),
        (180, 180, "$180"),
        (180, None, "from $180"),
        (None, 220, "up to $220"),
        (1500, 3000, "$1,500 to $3,000"),
        (0, 90, "$0 to $90"),
        (None, None, ""),
    ],
)
def test_fees_are_ranges(low: int | None, high: int | None, words: str) -> None:
    assert said("session_fee", currency="USD", session_fee_low=low, session_fee_high=high) == words


def test_money_is_written_as_where_the_reader_lives() -> None:
    with translation.override("de"):
        assert said("package_fee", currency="EUR", package_fee_low=1500) == "from 1.500\xa0€"


def test_openings_confirmed_lately_say_when() -> None:
    assert said("accepting", accepting=True, accepting_confirmed_on=in_days(-60)).startswith("Yes, confirmed on ")


def test_openings_confirmed_long_ago_say_that_too() -> None:
    assert "; not confirmed since " in said("accepting", accepting=True, accepting_confirmed_on=in_days(-61))


def test_openings_that_were_never_confirmed_say_so() -> None:
    assert said("accepting", accepting=True) == "Yes; never confirmed"


def test_a_coach_without_openings_is_told_with_the_day() -> None:
    assert said("accepting", accepting=False, accepting_confirmed_on=today()).startswith("No, confirmed on ")


def test_another_credential_is_told_by_its_name() -> None:
    assert said("credential", credential=Credential.OTHER, credential_name="CCSP") == "CCSP"
    assert said("credential", credential=Credential.OTHER) == "Another credential"


def test_no_credential_is_nothing_stated() -> None:
    assert said("credential", credential=Credential.NONE) == ""


def test_another_program_is_told_by_its_name() -> None:
    assert said("training", training=["cti", "other"], other_training="Erickson").endswith("(CTI); Erickson")


def test_an_unknown_word_is_told_as_it_is() -> None:
    assert str(answers.words("goals")(Coach(goals=["negotiation", "nothing_known"]))).endswith("; nothing_known")


def test_a_free_call_says_how_long_it_is() -> None:
    assert said("free_call", free_call=True, free_call_minutes=20) == "Yes, 20 minutes"
    assert said("free_call", free_call=True) == "Yes"
    assert said("free_call", free_call=False, free_call_minutes=20) == "No"
    assert said("free_call") == ""


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("https://terms.example/a", "https://terms.example/a"),
        ("in the agreement", ""),
        ("javascript:alert(1)", ""),
        ("https://terms.example/ and on paper", ""),
    ],
)
def test_only_an_address_of_the_web_is_linked(written: str, leads: str) -> None:
    answer = readers.in_writing(Coach(terms_in_writing=True, terms_where=written))
    assert answer.lines == (f"Yes: {written}",)
    assert answer.href == leads


@pytest.mark.parametrize(
    ("written", "leads"), [("+1 (312) 555-0142", "tel:+13125550142"), ("0341 / 12 34", "tel:03411234"), ("ask", "")]
)
def test_a_telephone_number_can_be_called(written: str, leads: str) -> None:
    assert answers.telephone("phone")(Coach(phone=written)).href == leads


def test_a_day_is_written_as_where_the_reader_lives() -> None:
    with translation.override("de"):
        written = answers.day("credential_expires_on")(Coach(credential_expires_on=date(2027, 3, 1)))
    assert str(written) == "1. März 2027"
