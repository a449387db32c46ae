"""Answers are counted without a person, and shown in whole groups only."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from tests.casts import CASTS
from tests.triage.visits import visitor_like
from triage.feedback.polls import DAYS, GROUP, Poll, answer_poll, answering_token, make_poll, read_poll
from triage.infrastructure.log_masking import TOKEN_PATTERN
from triage.sharing.opening import NotThere

pytestmark = pytest.mark.django_db


def answered(*scores: int) -> str:
    """A poll with these answers; the token that reads it."""
    reading = make_poll().token
    for score in scores:
        answer_poll(token=answering_token(reading), score=score)
    return reading


def test_four_answers_show_nothing() -> None:
    figures = read_poll(answered(1, 2, 3, 4))
    assert (figures.counts, figures.answers, figures.mean) == ((0, 0, 0, 0, 0), 0, None)


def test_the_fifth_answer_shows_all_five() -> None:
    figures = read_poll(answered(5, 5, 4, 3, 5))
    assert (figures.counts, figures.answers, figures.mean) == ((0, 0, 1, 1, 3), 5, 4.4)


def test_figures_move_on_by_whole_groups_so_that_no_single_answer_can_be_told() -> None:
    reading = answered(5, 5, 4, 3, 5)
    seen = set()
    for score in (1, 1, 2, 1, 1):
        seen.add(read_poll(reading).counts)
        answer_poll(token=answering_token(reading), score=score)
    assert seen == {(0, 0, 1, 1, 3)}
    assert read_poll(reading).counts == (4, 1, 1, 1, 3)


def test_whatever_is_seen_was_answered_by_a_multiple_of_five() -> None:
    reading = answered()
    for number in range(23):
        answer_poll(token=answering_token(reading), score=number % 5 + 1)
        assert read_poll(reading).answers % GROUP == 0


def test_no_column_holds_a_person_or_the_time_of_an_answer() -> None:
    columns = {field.name for field in Poll._meta.get_fields()}
    counts = {f"{kind}_{score}" for kind in ("waiting", "shown") for score in range(1, 6)}
    assert columns == {"id", "reading", "answering", "expires_at"} | counts


def test_the_link_that_answers_does_not_read_and_the_other_does_not_answer() -> None:
    reading = answered()
    with pytest.raises(NotThere):
        read_poll(answering_token(reading))
    with pytest.raises(NotThere):
        answer_poll(token=reading, score=3)


def test_a_poll_that_is_over_neither_counts_nor_shows_and_is_deleted() -> None:
    reading = answered(1, 2, 3, 4, 5)
    Poll.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    with pytest.raises(NotThere):
        read_poll(reading)
    with pytest.raises(NotThere):
        answer_poll(token=answering_token(reading), score=3)
    call_command("purge_expired")
    assert not Poll.objects.exists()


def test_a_poll_lasts_for_three_months() -> None:
    assert make_poll().expires_at - timezone.now() > timedelta(days=DAYS - 1)


def made(client: Client) -> tuple[str, str]:
    """The addresses of a new poll that a manager made: to hand out, and to read."""
    visitor_like(client, CASTS["career_conversation"][0], "career_conversation").walk()
    page = client.post("/talk/result/helpful/").content.decode()
    handout = re.findall(rf'value="http://testserver(/r/{TOKEN_PATTERN}/helpful/)"', page)
    reading = re.findall(rf'value="http://testserver(/r/{TOKEN_PATTERN}/figures/)"', page)
    return handout[0], reading[0]


def test_a_manager_hands_out_one_link_and_reads_the_other(client: Client) -> None:
    handout, reading = made(client)
    for score in "45453":
        thanked = Client().post(handout, {"score": score})
        assert "it is counted" in thanked.content.decode()
    shown = client.post(reading).content.decode()
    assert "On average 4.2 of 5, from 5 answers." in shown
    assert handout in shown


def test_with_four_answers_the_page_shows_nothing_not_even_how_many(client: Client) -> None:
    handout, reading = made(client)
    before = client.post(reading).content.decode()
    for _ in range(4):
        Client().post(handout, {"score": "1"})
    after = client.post(reading).content.decode()
    assert "fewer than 5 answers" in after
    assert re.sub(r'value="\w{64}"', "", after) == re.sub(r'value="\w{64}"', "", before)


def test_looking_at_a_page_counts_and_shows_nothing(client: Client) -> None:
    handout, reading = made(client)
    for address in (handout, reading):
        response = client.get(address)
        assert response.status_code == 200
        assert "noindex" in response["X-Robots-Tag"]
    assert Poll.objects.get().waiting_1 == 0
    assert "On average" not in client.get(reading).content.decode()


def test_a_missing_answer_gets_a_kind_error(client: Client) -> None:
    handout, _ = made(client)
    for typed in ({}, {"score": "6"}, {"score": "x"}):
        response = client.post(handout, typed)
        assert response.status_code == 422
        assert "Choose a number from 1 to 5." in response.content.decode()


def test_an_unknown_link_opens_nothing(client: Client) -> None:
    nobody = "A" * 43
    assert client.post(f"/r/{nobody}/figures/").status_code == 404
    assert client.post(f"/r/{nobody}/helpful/", {"score": "3"}).status_code == 404


def test_one_address_cannot_answer_without_end(client: Client) -> None:
    handout, _ = made(client)
    codes = [client.post(handout, {"score": "5"}).status_code for _ in range(42)]
    assert codes == [200] * 40 + [429] * 2


def test_only_guides_that_ask_for_it_make_polls(client: Client) -> None:
    assert client.post("/steps/result/helpful/").status_code == 404
    assert client.get("/talk/result/helpful/").status_code == 405
