"""Many at once, each with a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Barrier, Thread

import pytest
from django.db import connection

from tests.triage.sharing.people import MARA, kept, scope_of, snapshot_of
from triage.infrastructure.limits import Limit, allow
from triage.sharing.keeping import share
from triage.sharing.links import Link
from triage.sharing.opening import NotThere, open_link
from triage.sharing.tokens import secret

AT_ONCE = 20


def at_once(do: Callable[[], bool]) -> list[bool]:
    """Do it so often at the same moment; what came of each."""
    barrier = Barrier(AT_ONCE)
    came: list[bool] = []

    def run() -> None:
        try:
            connection.ensure_connection()
            barrier.wait()
            came.append(do())
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return came


def opens(token: str) -> bool:
    try:
        return bool(open_link(token).payload)
    except NotThere:
        return False


@pytest.mark.django_db(transaction=True)
def test_of_twenty_openings_at_once_of_three_exactly_three_succeed_twenty_times_over() -> None:
    owner_token, owner = kept()
    for time in range(20):
        token = share(
            owner=owner,
            token=owner_token,
            snapshot=snapshot_of(MARA),
            scope=scope_of("reasons"),
            days=7,
            max_views=3,
            form=f"form {time}",
        ).token
        came = at_once(partial(opens, token))
        assert (len(came), sum(came)) == (AT_ONCE, 3)
        assert Link.objects.get(lookup=secret(token).lookup).views == 3


@pytest.mark.django_db(transaction=True)
def test_a_limit_is_exact_too() -> None:
    came = at_once(lambda: allow(Limit("a test", 7, 3600), "someone"))
    assert (len(came), sum(came)) == (AT_ONCE, 7)
