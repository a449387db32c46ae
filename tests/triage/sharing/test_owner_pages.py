"""What the owner of a kept result can do with it, and what can be taken along from a share."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.clock import Clock
from tests.markup import tight
from tests.triage.sharing.people import BETTER, MARA, Owner, headline_of, kept, open_it, ticket_on
from triage.results.snapshot import Snapshot, read_snapshot
from triage.sharing import reopening
from triage.sharing.links import Link
from triage.sharing.tokens import secret
from triage.sharing.views import owner as owner_views


def told(answered: Any) -> str:
    return tight(answered.content.decode())


@pytest.mark.django_db
def test_the_owner_sees_each_share_and_how_often_it_was_opened(client: Client) -> None:
    token, _ = kept()
    limited = Owner(client).share(token, scope="reasons", max_views="2", form="one")
    Owner(client).share(token, scope="everything", passphrase="one of my own", form="two")
    open_it(Client(), limited)
    page = told(open_it(client, token))
    assert "Opened 1 of 2 times." in page
    assert "With a passphrase." in page
    open_it(Client(), limited)
    assert "Used up: opens nothing any more." in told(open_it(client, token))
    assert limited not in page


@pytest.mark.django_db
def test_a_share_that_was_ended_opens_no_more_and_the_others_do(client: Client) -> None:
    token, owner = kept()
    ended, other = (Owner(client).share(token, form=form) for form in ("one", "two"))
    row = Link.objects.get(lookup=secret(ended).lookup)
    page = told(client.post(f"/r/{token}/revoke/", {"share": row.pk}))
    assert "That link opens nothing any more." in page
    assert open_it(Client(), ended).status_code == 404
    assert open_it(Client(), other).status_code == 200
    assert owner.shares.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("given", ["{other}", "{owner}", "", "x", "1; DROP", "9" * 30])
def test_nobody_ends_a_share_of_somebody_else(client: Client, given: str) -> None:
    token, owner = kept()
    theirs, _ = kept()
    shared = Owner(client).share(theirs)
    row = Link.objects.get(lookup=secret(shared).lookup)
    client.post(f"/r/{token}/revoke/", {"share": given.format(other=row.pk, owner=owner.pk)})
    assert open_it(Client(), shared).status_code == 200
    assert open_it(client, token).status_code == 200


@pytest.mark.django_db
def test_the_owner_sets_a_new_end(client: Client, clock: Clock) -> None:
    token, _ = kept()
    assert "Feb. 20, 2027" in told(open_it(client, token))
    page = told(client.post(f"/r/{token}/keep/", {"days": "365"}))
    assert "The new end is set." in page
    assert "Nov. 22, 2027" in page
    assert client.post(f"/r/{token}/keep/", {"days": "366"}).status_code == 422
    clock.forward(days=364)
    assert open_it(client, token).status_code == 200


@pytest.mark.django_db
def test_deleting_everything_leaves_nothing(client: Client) -> None:
    token, _ = kept()
    shared = Owner(client).share(token)
    assert "It is deleted" in told(client.post(f"/r/{token}/delete/"))
    assert not Link.objects.exists()
    assert {open_it(client, each).status_code for each in (token, shared)} == {404}


@pytest.mark.django_db
def test_a_ticket_takes_files_along_without_counting_and_after_the_last_opening(client: Client) -> None:
    token, _ = kept()
    shared = Owner(client).share(token, scope="everything", passphrase="one of my own", max_views="1")
    ticket = ticket_on(open_it(Client(), shared, "one of my own"))
    for what in ("summary", "fhir", "summary"):
        assert Client().post(f"/r/{shared}/{what}/", {"ticket": ticket}).status_code == 200
    assert Link.objects.get(lookup=secret(shared).lookup).views == 1
    assert open_it(Client(), shared, "one of my own").status_code == 404


@pytest.mark.django_db
def test_a_ticket_ends_with_its_time_its_link_and_fits_no_other(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    token, owner = kept()
    shared, other = (Owner(client).share(token, scope="everything", form=form) for form in ("one", "two"))
    ticket = ticket_on(open_it(Client(), shared))
    assert Client().post(f"/r/{other}/fhir/", {"ticket": ticket}).status_code == 404
    assert Client().post(f"/r/{shared}/fhir/", {"ticket": ticket + "x"}).status_code == 404
    assert Client().post(f"/r/{shared}/fhir/", {"ticket": ticket}).status_code == 200
    with monkeypatch.context() as later:
        later.setattr(reopening, "SECONDS", -1)
        assert Client().post(f"/r/{shared}/fhir/", {"ticket": ticket}).status_code == 404
    owner.shares.all().delete()
    assert Client().post(f"/r/{shared}/fhir/", {"ticket": ticket}).status_code == 404


@pytest.mark.django_db
def test_files_come_under_names_that_tell_nothing(client: Client) -> None:
    owner = Owner(client)
    owner.walk()
    token = owner.keep()
    bundle = client.post(f"/r/{token}/fhir/")
    assert bundle["Content-Type"].startswith("application/fhir+json")
    assert json.loads(bundle.content)["resourceType"] == "Bundle"
    for dates in (client.post(f"/r/{token}/dates/"), client.get("/quiz/result/dates/")):
        assert dates["Content-Type"].startswith("text/calendar")
        assert dates["Content-Disposition"] == 'attachment; filename="dates.ics"'


@pytest.mark.django_db
def test_comparing_with_the_answers_in_the_browser_and_with_another_link(client: Client) -> None:
    earlier, _ = kept()
    owner = Owner(client, BETTER)
    owner.walk()
    now = told(client.post(f"/r/{earlier}/compare/", {"with": "now"}))
    later = owner.keep()
    linked = told(client.post(f"/r/{earlier}/compare/", {"other": f" http://testserver/r/{later}/ "}))
    for page in (now, linked):
        assert "2 signals are not what they were." in page
        assert len(re.findall("▼", page)) == 2
        assert later not in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"with": "now"}, "There is no finished set of answers in this browser."),
        ({"other": "not a link"}, "Paste the whole link of another kept result."),
        ({"other": f"https://whichway.example/r/{'x' * 43}/"}, "That link leads to no kept result."),
    ],
)
def test_what_cannot_be_compared_is_said_and_stays_typed(client: Client, form: dict[str, str], said: str) -> None:
    token, _ = kept()
    answered = client.post(f"/r/{token}/compare/", form)
    assert answered.status_code == 422
    assert said in told(answered)
    assert f'value="{form.get("other", "")}"' in told(answered)


@pytest.mark.django_db
def test_the_owner_is_told_when_the_questions_have_changed_since(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    token, _ = kept()
    assert "The questions have changed since." not in told(open_it(client, token))

    def older(payload: bytes) -> Snapshot:
        snapshot = read_snapshot(payload)
        return snapshot.model_copy(update={"letter": snapshot.letter.model_copy(update={"version": 0})})

    monkeypatch.setattr(owner_views, "read_snapshot", older)
    page = told(open_it(client, token))
    assert "The questions have changed since." in page
    assert headline_of(MARA) in page


@pytest.mark.django_db
def test_the_owners_page_takes_as_many_queries_with_many_shares_as_with_one(client: Client) -> None:
    token, _ = kept()
    counts = []
    for number in range(1, 6):
        Owner(client).share(token, form=str(number))
        with CaptureQueriesContext(connection) as queries:
            assert open_it(client, token).status_code == 200
        counts.append(len([query for query in queries if not query["sql"].startswith(("BEGIN", "COMMIT"))]))
    assert counts == [4] * 5


@pytest.mark.django_db
def test_a_silent_safety_question_is_no_no_in_the_clinical_summary(client: Client) -> None:
    token, _ = kept({name: given for name, given in MARA.items() if name not in ("safety", "phq_harm")})
    page = told(client.post(f"/r/{token}/summary/"))
    assert "<dt>Safety</dt><dd>not answered</dd>" in page
