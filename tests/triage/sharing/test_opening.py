"""Unknown, expired, revoked, used up and wrongly typed: nobody can tell which from what comes back, or how."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.clock import Clock
from tests.triage.sharing.people import MARA, kept, open_it, scope_of, snapshot_of
from triage.sharing import sealing, tokens
from triage.sharing.keeping import revoke, share
from triage.sharing.links import Link
from triage.sharing.tokens import new_token, secret

REASONS = ["expired", "revoked", "used up", "wrong passphrase", "sealed bytes broken", "moved to another row"]


def shared(passphrase: str = "", max_views: int | None = None) -> str:
    owner_token, owner = kept()
    return share(
        owner=owner,
        token=owner_token,
        snapshot=snapshot_of(MARA),
        scope=scope_of("reasons"),
        days=7,
        passphrase=passphrase,
        max_views=max_views,
        form="one form",
    ).token


def row_of(token: str) -> Link:
    return Link.objects.get(lookup=secret(token).lookup)


def dead_link(reason: str, clock: Clock, client: Client) -> str:
    """The token of a link that does not open, for this reason."""
    token = shared(max_views=1, passphrase="the right one") if reason != "unknown" else new_token()
    match reason:
        case "expired":
            clock.forward(days=8)
        case "revoked":
            row = row_of(token)
            assert row.owner is not None
            assert revoke(owner=row.owner, share_id=row.pk)
        case "used up":
            assert open_it(client, token, "the right one").status_code == 200
        case "sealed bytes broken":
            row = row_of(token)
            Link.objects.filter(pk=row.pk).update(sealed=bytes(row.sealed)[:-1] + b"x")
        case "moved to another row":
            Link.objects.filter(pk=row_of(token).pk).update(sealed=bytes(row_of(shared()).sealed), locked=False)
    return token


class Work:
    """Counts the work that is done: queries by their kind, and each use of cryptography."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: Counter[str] = Counter()
        self._watch(monkeypatch, tokens, "_derive")
        self._watch(monkeypatch, hashlib, "scrypt")
        self._watch(monkeypatch, sealing, "AESGCM")

    def _watch(self, monkeypatch: pytest.MonkeyPatch, where: Any, name: str) -> None:
        original = getattr(where, name)

        def counted(*args: Any, **kwargs: Any) -> Any:
            self.done[name] += 1
            return original(*args, **kwargs)

        monkeypatch.setattr(where, name, counted)

    def of(self, client: Client, token: str, passphrase: str) -> tuple[Counter[str], int, bytes, dict[str, str]]:
        """The work that opening takes, and the answer: status, body, headers."""
        self.done.clear()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer = open_it(client, token, passphrase)
        for query in queries:
            self.done[" ".join(query["sql"].split()[:3])] += 1
        # The only header that may differ says when it was asked, to the second.
        headers = {name: value for name, value in answer.headers.items() if name != "Expires"}
        return self.done.copy(), answer.status_code, answer.content, headers


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    return Work(monkeypatch)


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["", "a wrong one"])
@pytest.mark.parametrize("reason", REASONS)
def test_every_dead_link_is_answered_as_an_unknown_one_after_the_same_work(
    client: Client, clock: Clock, work: Work, reason: str, typed: str
) -> None:
    unknown = work.of(client, dead_link("unknown", clock, client), typed)
    dead = work.of(client, dead_link(reason, clock, client), typed)
    assert unknown[1] == 404
    assert dead == unknown
    assert unknown[0]["AESGCM"] == 1
    assert unknown[0]["scrypt"] == bool(typed)
    assert b"csrf" not in unknown[2]


@pytest.mark.django_db
def test_the_right_passphrase_opens_and_no_passphrase_does_not(client: Client) -> None:
    token = shared(passphrase="the right one")
    assert open_it(client, token).status_code == 404
    assert open_it(client, token, "the wrong one").status_code == 404
    assert open_it(client, token, " the right one ").status_code == 200


@pytest.mark.django_db
def test_what_failed_to_open_was_not_counted(client: Client) -> None:
    token = shared(passphrase="the right one", max_views=1)
    open_it(client, token)
    open_it(client, token, "the wrong one")
    client.get(f"/r/{token}/")
    client.head(f"/r/{token}/")
    assert row_of(token).views == 0
    assert open_it(client, token, "the right one").status_code == 200
    assert row_of(token).views == 1


@pytest.mark.django_db
@pytest.mark.parametrize("known", [True, False])
def test_passphrases_can_be_tried_ten_times_a_day(client: Client, clock: Clock, known: bool) -> None:
    token = shared(passphrase="the right one") if known else new_token()
    tried = [open_it(client, token, f"guess {number}").status_code for number in range(12)]
    assert tried == [404] * 10 + [429] * 2
    assert open_it(client, token, "the right one").status_code == 429
    clock.forward(days=1)
    assert open_it(client, token, "the right one").status_code == (200 if known else 404)


@pytest.mark.django_db
def test_the_right_passphrase_never_runs_out(client: Client) -> None:
    token = shared(passphrase="the right one")
    assert {open_it(client, token, "the right one").status_code for _ in range(15)} == {200}


@pytest.mark.django_db
def test_links_made_under_an_older_salt_still_open(client: Client, settings: Any) -> None:
    settings.RESULT_LINK_SALTS = ["the salt that was first"]
    token = shared(passphrase="the right one")
    settings.RESULT_LINK_SALTS = ["a new salt", "the salt that was first"]
    assert open_it(client, token, "the right one").status_code == 200
    settings.RESULT_LINK_SALTS = ["a new salt"]
    assert open_it(client, token, "the right one").status_code == 404


@pytest.mark.django_db
def test_opening_takes_a_fixed_number_of_queries(client: Client, work: Work) -> None:
    """Two for the limit, one to find it, one to count it; a passphrase takes three more for its own limit."""
    done = [work.of(client, shared(passphrase), passphrase)[0] for passphrase in ("", "the right one")]
    counts = [sum(number for name, number in each.items() if " " in name) for each in done]
    assert counts == [4, 7]


@pytest.mark.django_db
def test_no_more_of_a_passphrase_is_looked_at_than_any_has(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []

    def measure(form: str, text: str) -> str:
        looked_at.append(len(text))
        return text

    monkeypatch.setattr("triage.sharing.tokens.unicodedata.normalize", measure)
    assert open_it(Client(), new_token(), "a" * 300_000).status_code == 404
    assert looked_at == [tokens.LONGEST_PASSPHRASE + 1]
