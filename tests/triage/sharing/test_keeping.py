from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from tests.clock import Clock
from tests.triage.sharing.people import MARA, kept, scope_of, snapshot_of
from triage.infrastructure.limits import OPENING, Tally, allow
from triage.questionnaires import registry
from triage.results.snapshot import read_snapshot
from triage.sharing.keeping import Made, delete, keep_for, save_answers, share
from triage.sharing.links import Kind, Link
from triage.sharing.opening import NotThere, open_link
from triage.sharing.tokens import secret


def shared(token: str, owner: Link, *, form: str = "one form", days: int = 7, scope: str = "reasons") -> Made:
    return share(owner=owner, token=token, snapshot=snapshot_of(MARA), scope=scope_of(scope), days=days, form=form)


@pytest.mark.django_db
def test_a_kept_result_opens_as_it_was() -> None:
    token, _ = kept()
    assert read_snapshot(open_link(token).payload) == snapshot_of(MARA)


@pytest.mark.django_db
def test_a_form_that_is_sent_twice_makes_one_link_and_another_form_another() -> None:
    token, owner = kept()
    first = shared(token, owner)
    assert shared(token, owner).token == first.token
    assert owner.shares.count() == 1
    # Going back and choosing otherwise must not show the old link under the new choice.
    assert shared(token, owner, scope="recommendation").token != first.token
    assert shared(token, owner, form="another form").token != first.token
    assert owner.shares.count() == 3


@pytest.mark.django_db
def test_a_share_never_outlives_what_it_shares(clock: Clock) -> None:
    token, owner = kept()
    owner.expires_at = keep_for(owner=owner, days=7)
    made = shared(token, owner, days=30)
    assert made.expires_at == owner.expires_at == clock.now + timedelta(days=7)
    keep_for(owner=owner, days=1)
    assert owner.shares.get().expires_at == clock.now + timedelta(days=1)


@pytest.mark.django_db
def test_keeping_longer_has_an_end_and_leaves_shares_as_they_are(clock: Clock, settings: Settings) -> None:
    token, owner = kept()
    made = shared(token, owner)
    assert keep_for(owner=owner, days=10_000) == clock.now + timedelta(days=settings.RESULT_LINK_MAX_DAYS)
    assert owner.shares.get().expires_at == made.expires_at


@pytest.mark.django_db
def test_deleting_a_result_deletes_its_shares() -> None:
    token, owner = kept()
    other, _ = kept()
    made = shared(token, owner)
    delete(link=owner)
    for gone in (token, made.token):
        with pytest.raises(NotThere):
            open_link(gone)
    assert open_link(other).link.kind == Kind.OWNER
    assert Link.objects.count() == 1


@pytest.mark.django_db
def test_keeping_takes_one_statement() -> None:
    with CaptureQueriesContext(connection) as queries:
        save_answers(questionnaire=registry.questionnaire(), answers=MARA)
    assert [query["sql"].split()[0] for query in queries if query["sql"].startswith("INSERT")] == ["INSERT"]
    assert len(queries) <= 1


@pytest.mark.django_db
def test_purging_deletes_what_is_over_and_nothing_else(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    token, owner = kept()
    shared(token, owner, days=30)
    shared(token, owner, days=1)
    save_answers(questionnaire=registry.questionnaire(), answers=MARA)
    allow(OPENING, "someone")
    clock.forward(days=7, minutes=1)
    allow(OPENING, "someone")
    call_command("purge_expired")
    assert capsys.readouterr().out == "Deleted: 2 expired links, 1 tallies, 0 polls.\n"
    assert sorted(Link.objects.values_list("kind", flat=True)) == [Kind.OWNER, Kind.SHARE]
    assert Tally.objects.count() == 1
    clock.forward(days=90)
    call_command("purge_expired")
    assert not Link.objects.exists()
    assert not Tally.objects.exists()


@pytest.mark.django_db
def test_what_has_expired_does_not_open_even_if_nobody_purges(clock: Clock) -> None:
    token, owner = kept()
    made = shared(token, owner, days=1)
    saved = save_answers(questionnaire=registry.questionnaire(), answers=MARA)
    for one, days in ((made.token, 1), (saved.token, 6), (token, 83)):
        assert open_link(one).payload
        clock.forward(days=days)
        with pytest.raises(NotThere):
            open_link(one)
    assert Link.objects.count() == 3


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"kind": Kind.SHARE},
        {"scope": "everything"},
        {"locked": True},
        {"max_views": 3},
        {"kind": "other"},
    ],
)
def test_the_database_refuses_a_link_that_makes_no_sense(change: dict[str, object]) -> None:
    _, owner = kept()
    with pytest.raises(IntegrityError), transaction.atomic():
        Link.objects.filter(pk=owner.pk).update(**change)


@pytest.mark.django_db
def test_the_database_refuses_more_openings_than_there_may_be() -> None:
    token, owner = kept()
    made = share(
        owner=owner,
        token=token,
        snapshot=snapshot_of(MARA),
        scope=scope_of("reasons"),
        days=1,
        max_views=2,
        form="one form",
    )
    row = Link.objects.filter(lookup=secret(made.token).lookup)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.update(views=3)


@pytest.mark.django_db
def test_nothing_in_a_row_says_what_is_in_it_or_when_it_was_made() -> None:
    _, owner = kept()
    stored = {field.name for field in Link._meta.concrete_fields}
    assert stored == {"id", "lookup", "kind", "scope", "sealed", "expires_at", "owner", "locked", "views", "max_views"}
    assert owner.expires_at > timezone.now()
