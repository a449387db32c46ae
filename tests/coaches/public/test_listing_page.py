"""A listing's page says what was checked, and as plainly what was not."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from coaches.models.coach import Coach
from coaches.models.vetting_question import VettingQuestion
from coaches.vetting.lifecycle import lapse, pause, remove
from coaches.vetting.red_flags import raise_red_flag
from coaches.vocabulary.choices import Goal, Industry
from tests.coaches.cast import applied, claims, cora, in_days, listed, meet, rosa
from tests.coaches.public.people import ana, priya, tomas

pytestmark = pytest.mark.django_db


def text_of(client: Client, coach: Coach) -> str:
    page = client.get(coach.get_absolute_url()).content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_everything_that_the_coach_says_is_on_it(client: Client) -> None:
    text = text_of(client, ana())
    for said in (
        "ICF PCC", "Co-Active Training Institute (CTI)", "Pay, or weighing up an offer", "Mid-career", "Technology",
        "A nurse who wants to teach.", "50 minutes, every two weeks", "four months", "A page before each session.",
        "Five aims, marked together.", "$180 to $220", "$2,400 to $3,000", "Yes, 20 minutes", "Nothing upfront",
        "Yes: in the agreement", "Unused sessions are paid back.", "Until the day before.", "Depression",
        "licensed clinicians near the client", "Spanish", "Video", "Chicago, United States",
        "Central Time (Chicago)", "+1 312 555 0142", "Nobody pays to be listed",
    ):  # fmt: skip
        assert said in text, said


def test_a_finding_says_how_when_and_until_when(client: Client) -> None:
    coach = ana()
    text = text_of(client, coach)
    assert text.count("Met.") == 3
    assert "We read it." in text
    assert f"holds until {in_days(365):%b}" in text.replace("Sept.", "Sep.").replace(".", "")


def test_what_was_not_checked_says_so(client: Client) -> None:
    assert "Not checked. We have not looked into this. What follows is what the coach says." in text_of(client, ana())


def test_what_was_never_said_is_not_stated(client: Client) -> None:
    text = text_of(client, tomas())
    assert "Not stated: A package · What a package holds · Sliding scale · Free first call · Paid upfront" in text
    assert "We have not looked into this, and the coach has said nothing about it." in text
    assert " No " not in text.replace("No longer", "")


def test_a_tier_that_was_not_met_is_no_fact(client: Client) -> None:
    text = text_of(client, priya())
    assert "Says ICF ACC; not met" in text
    assert "Her name is not in the register." in text
    assert text.count("ICF ACC") == text.count("Says ICF ACC")


def test_a_tier_that_was_met_is_one(client: Client) -> None:
    assert "Says ICF" not in text_of(client, ana())


def test_our_own_evidence_and_address_stay_with_us(client: Client) -> None:
    coach = ana()
    page = client.get(coach.get_absolute_url()).content.decode()
    assert "Seen in writing." not in page
    assert coach.email not in page
    assert "rosa" not in page


def test_what_a_coach_writes_is_text_and_never_markup(client: Client) -> None:
    sly = '<script>alert(1)</script>"><img src=x>'
    page = client.get(ana(own_words=sly, headline=sly, place=sly).get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert "<img" not in page


def test_links_give_nothing_away(client: Client) -> None:
    page = client.get(ana().get_absolute_url()).content.decode()
    away = re.findall(r'<a href="(?:https?|mailto|tel):[^>]*>', page)
    assert len(away) == 4
    assert all('rel="noreferrer noopener"' in link and "target" not in link for link in away)


def test_it_takes_two_queries_whatever_is_on_it(client: Client, django_assert_num_queries: Any) -> None:
    for question in VettingQuestion:
        meet(ana(slug=f"ana-{question}"), question)
    for coach in (tomas(), ana(goals=Goal.values, industries=Industry.values)):
        with django_assert_num_queries(2):
            client.get(coach.get_absolute_url())


def paused() -> Coach:
    coach = listed()
    pause(coach=coach)
    return coach


def lapsed() -> Coach:
    coach = listed()
    lapse(coach=coach)
    return coach


def removed() -> Coach:
    coach = listed()
    remove(coach=coach, by=cora(), reason="Could not be reached.")
    return coach


def flagged() -> Coach:
    coach = listed()
    raise_red_flag(coach=coach, sign="guarantee", evidence="Promises a job.", by=rosa())
    return coach


def test_a_listing_that_is_not_shown_gives_the_same_page_as_one_that_never_was(client: Client) -> None:
    draft = Coach.objects.create(status="draft", **claims(applied_at=timezone.now()))
    slugs = [
        paused().slug,
        lapsed().slug,
        removed().slug,
        flagged().slug,
        applied().slug,
        draft.slug,
        "never-was",
        "a" * 500,
    ]
    answers = [client.get(f"/coaches/{slug}/") for slug in slugs]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert b'href="/coaches/"' in answers[0].content


@pytest.mark.parametrize("slug", ["%00", "a%00b", "..", "%2e%2e%2f", "Ünal", "a b", "'; drop table", "%ff", "<b>"])
def test_a_strange_key_is_no_fault(client: Client, slug: str) -> None:
    assert client.get(f"/coaches/{slug}/").status_code in (301, 404)
