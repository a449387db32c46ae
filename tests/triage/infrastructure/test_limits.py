from __future__ import annotations

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings

from tests.clock import Clock
from tests.triage.sharing.people import Owner, kept, open_it, share_form
from triage.infrastructure.limits import MAKING, OPENING, Limit, Tally, allow, client_ip, give_back
from triage.sharing.tokens import new_token

LIMIT = Limit("a test", 2, 3600)


@pytest.mark.django_db
def test_a_limit_allows_so_many_and_starts_afresh_with_the_next_stretch(clock: Clock) -> None:
    assert [allow(LIMIT, "someone") for _ in range(3)] == [True, True, False]
    assert allow(LIMIT, "someone else")
    clock.forward(hours=1)
    assert allow(LIMIT, "someone")


@pytest.mark.usefixtures("clock")
@pytest.mark.django_db
def test_what_is_given_back_can_be_used_again() -> None:
    assert [allow(LIMIT, "someone") for _ in range(3)] == [True, True, False]
    give_back(LIMIT, "someone")
    assert [allow(LIMIT, "someone") for _ in range(2)] == [True, False]


@pytest.mark.django_db
def test_an_address_is_kept_only_as_a_hash_that_changes_with_the_stretch_and_the_key(
    clock: Clock, settings: Settings
) -> None:
    allow(LIMIT, "203.0.113.7")
    clock.forward(hours=1)
    allow(LIMIT, "203.0.113.7")
    settings.SECRET_KEY = "another secret key of the tests, which makes other hashes"
    allow(LIMIT, "203.0.113.7")
    kept = list(Tally.objects.values_list("who", flat=True))
    assert len(set(kept)) == 3
    assert all(len(who) == 64 and "203" not in who[:3] for who in kept)


@pytest.mark.parametrize(
    ("behind", "forwarded", "expected"),
    [
        (False, "198.51.100.1", "203.0.113.7"),
        (True, "198.51.100.1", "198.51.100.1"),
        (True, "made up, 10.0.0.1, 198.51.100.1", "198.51.100.1"),
        (True, "2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),
        (True, "::ffff:198.51.100.1", "198.51.100.1"),
        (True, "198.51.100.1:4711", "198.51.100.1"),
        (True, "10.0.0.1:80, 198.51.100.1:65535", "198.51.100.1"),
        (True, "[2001:db8:1:2:aaaa::1]:4711", "2001:db8:1:2::"),
        (True, "[2001:db8:1:2:aaaa::1]", "2001:db8:1:2::"),
        (True, "[::ffff:198.51.100.1]:4711", "198.51.100.1"),
        (True, "fe80::1%eth0", "fe80::"),
        (True, "nonsense", ""),
        (True, "nonsense:80", ""),
        (True, "198.51.100.1:", ""),
        (True, "198.51.100.1:80:80", ""),
        (True, "[198.51.100.1", ""),
        (True, "unknown", ""),
        (True, "", ""),
        (True, None, "203.0.113.7"),
    ],
)
def test_the_address_is_the_proxys_word_only_where_there_is_a_proxy(
    settings: Settings, behind: bool, forwarded: str | None, expected: str
) -> None:
    settings.BEHIND_PROXY = behind
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    assert client_ip(RequestFactory().get("/", headers=headers, REMOTE_ADDR="203.0.113.7")) == expected


@pytest.mark.usefixtures("clock")
@pytest.mark.django_db
def test_too_many_openings_are_answered_kindly_and_others_go_on(client: Client) -> None:
    answers = [open_it(client, new_token()).status_code for _ in range(OPENING.most + 1)]
    assert answers == [404] * OPENING.most + [429]
    refused = open_it(client, new_token())
    assert refused["Retry-After"] == str(OPENING.seconds)
    assert b'href="/help/"' in refused.content
    elsewhere = Client(REMOTE_ADDR="203.0.113.9")
    assert open_it(elsewhere, new_token()).status_code == 404


@pytest.mark.django_db
def test_looking_at_the_neutral_page_is_not_limited(client: Client) -> None:
    token = new_token()
    assert {client.get(f"/r/{token}/").status_code for _ in range(OPENING.most + 5)} == {200}


@pytest.mark.usefixtures("clock")
@pytest.mark.django_db
def test_making_links_is_limited_for_results_answers_and_shares_together(client: Client) -> None:
    owner = Owner(client)
    owner.walk()
    for _ in range(MAKING.most // 2):
        owner.keep()
        owner.save()
    assert client.post("/quiz/result/keep/").status_code == 429
    assert client.post("/quiz/save/").status_code == 429
    token, _ = kept()
    assert client.post(f"/r/{token}/share/", share_form()).status_code == 429
    # The answers are where they were.
    assert client.get("/quiz/result/").status_code == 200


@pytest.mark.usefixtures("clock")
@pytest.mark.django_db
def test_two_visitors_behind_a_proxy_that_writes_ports_do_not_use_up_each_others_tries(settings: Settings) -> None:
    settings.BEHIND_PROXY = True
    statuses = []
    for port in range(OPENING.most + 1):
        one = Client(headers={"X-Forwarded-For": f"198.51.100.1:{4000 + port}"})
        statuses.append(open_it(one, new_token()).status_code)
    other = Client(headers={"X-Forwarded-For": "198.51.100.2:4000"})
    assert statuses == [404] * OPENING.most + [429]
    assert open_it(other, new_token()).status_code == 404
