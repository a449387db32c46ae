"""What opens a coach's pages, for how long, and what does not."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from coaches.models.coach import Coach
from coaches.models.status import Status
from coaches.own_pages.links import CONFIRM, EDIT, VISIT, InvalidLink, LinkKind, coach_of, token
from coaches.own_pages.views.access import MOST_LINKS
from coaches.vetting.lifecycle import leave
from coaches.vetting.revising import accept, propose
from tests.coaches.cast import applied, fresh, listed, rosa
from tests.coaches.own_pages.filling import EMAIL, applied_by_form, last_link, visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("letters_at_once")]

MINE = "/coaches/mine/"
COOKIE = settings.COACH_COOKIE_NAME


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let so many seconds go by for whatever is signed."""

    def later(seconds: int) -> None:
        now = time.time()
        monkeypatch.setattr("django.core.signing.time.time", lambda: now + seconds)

    return later


def opens(given: str) -> bool:
    try:
        coach_of(EDIT, given)
    except InvalidLink:
        return False
    return True


def test_asking_answers_the_same_whether_there_is_a_listing_or_not(client: Client) -> None:
    applied(email="Noor@coaches.example")
    known, unknown = (client.post(MINE, {"email": email}, follow=True) for email in (EMAIL, "nobody@coaches.example"))
    assert known.content == unknown.content
    assert known.redirect_chain == unknown.redirect_chain
    assert [letter.to for letter in mail.outbox] == [["Noor@coaches.example"]]


def test_no_address_and_half_an_address_are_said_kindly(client: Client) -> None:
    for typed in ("", "noor@"):
        answer = client.post(MINE, {"email": typed})
        assert answer.status_code == 422
        assert 'aria-invalid="true"' in answer.content.decode()
        assert f'value="{typed}"' in answer.content.decode() or not typed


def test_asking_again_for_a_draft_mails_the_link_to_confirm(client: Client) -> None:
    draft = applied_by_form(client)
    client.post(MINE, {"email": EMAIL})
    client.post(last_link())
    assert fresh(draft).status == Status.APPLIED


def test_asking_too_often_from_one_place_has_to_wait_and_keeps_the_address(client: Client) -> None:
    answers = [client.post(MINE, {"email": EMAIL}) for _ in range(MOST_LINKS + 1)]
    assert [answer.status_code for answer in answers] == [302] * MOST_LINKS + [429]
    assert EMAIL in answers[-1].content.decode()


def test_the_link_shows_nothing_before_it_is_pressed_and_opens_a_visit_then(client: Client) -> None:
    coach = applied(email=EMAIL)
    client.post(MINE, {"email": EMAIL})
    neutral = client.get(last_link())
    assert coach.name not in neutral.content.decode()
    assert COOKIE not in client.cookies
    opened = client.post(last_link())
    assert opened["Location"] == MINE
    cookie = client.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["max-age"]) == (True, "Strict", MINE, 7200)
    assert coach.name in client.get(MINE).content.decode()


@pytest.mark.parametrize(("kind", "lasts"), [(EDIT, 3 * 86400), (CONFIRM, 7 * 86400), (VISIT, 7200)])
def test_each_kind_lasts_its_time_and_no_longer(kind: LinkKind, lasts: int, later: Callable[[int], None]) -> None:
    coach = applied()
    made = token(kind, coach)
    later(lasts - 5)
    assert coach_of(kind, made) == coach
    later(10)
    with pytest.raises(InvalidLink):
        coach_of(kind, made)


def test_what_is_cut_forged_or_of_another_kind_opens_nothing(client: Client) -> None:
    coach, other = applied(), applied()
    good, others = token(EDIT, coach), token(EDIT, other)
    payload, stamp, signature = good.split(".")
    forged = ".".join([others.split(".")[0], stamp, signature])
    wrong = [
        good[:-1],
        good[1:],
        payload,
        f"{payload}.{stamp}",
        forged,
        "x",
        "\u2603",
        token(CONFIRM, coach),
        token(VISIT, coach),
    ]
    assert opens(good)
    assert [each for each in wrong if opens(each)] == []
    assert {client.post(f"{MINE}{each}/").status_code for each in wrong} == {404}
    client.cookies[COOKIE] = good
    assert "Mail me a link" in client.get(MINE).content.decode()


def test_changing_the_address_ends_the_links_to_the_older_one() -> None:
    coach = listed()
    old = token(EDIT, coach)
    revision = propose(coach=coach, values={"email": "new@coaches.example"})
    assert opens(old)
    assert revision is not None
    accept(revision=revision, by=rosa())
    assert not opens(old)
    assert opens(token(EDIT, fresh(coach)))


def test_leaving_ends_the_links_and_the_visit(client: Client) -> None:
    coach = listed()
    old = token(EDIT, coach)
    visit(client, coach)
    leave(coach=coach)
    assert not opens(old)
    assert "Mail me a link" in client.get(MINE).content.decode()


def test_a_link_of_a_listing_that_was_deleted_opens_nothing() -> None:
    coach = applied()
    old = token(EDIT, coach)
    Coach.objects.all().delete()
    assert not opens(old)


def test_a_visit_can_be_ended(client: Client) -> None:
    visit(client, applied())
    client.post(f"{MINE}end/")
    assert "Mail me a link" in client.get(MINE).content.decode()


def test_no_log_line_holds_a_link(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    good = token(EDIT, applied())
    for path in (f"{MINE}{good}x/", f"/coaches/confirm/{good}/"):
        assert client.post(path).status_code == 404
    assert Client(enforce_csrf_checks=True).post(f"{MINE}{good}/").status_code == 403
    assert len(caplog.records) == 3
    assert [part for part in good.split(".") if part in caplog.text] == []
