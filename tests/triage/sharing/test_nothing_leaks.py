"""Mara answers, keeps, shares and saves; then the database, the logs and the cookies are searched for what she said."""

from __future__ import annotations

import base64
import io
import logging
import time
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client

from coaches.vocabulary.choices import Goal
from tests.triage.sharing.dumps import disguises, everything_stored
from tests.triage.sharing.people import MARA, Owner, open_it, outcome_of, snapshot_of, ticket_on
from triage.engine.deciding.answers import chosen
from triage.questionnaires import registry
from triage.sharing.links import Link
from triage.sharing.tokens import new_token, secret

PASSPHRASE = "correct horse battery staple"


def recognisable_answers() -> set[str]:
    """Ids and words of Mara's answers, and what they came to, that nothing else could be mistaken for."""
    questionnaire = registry.questionnaire()
    found: set[str] = set()
    for name, given in MARA.items():
        field = questionnaire.field[name]
        words = [questionnaire.choice(field, choice).text for choice in chosen(given)]
        found |= {name, field.text, *chosen(given), *words}
    letter = snapshot_of(MARA).letter
    found |= {letter.told, outcome_of(snapshot_of(MARA)).headline, *(reason.sentence for reason in letter.reasons)}
    # The directory has some of these words, too: rows of other tests are in the same server's log of changes.
    found -= {*Goal.values, *map(str, Goal.labels)}
    # Single words stand in any database's own files; nothing else says “phq_down” or “Nearly every day”.
    return {each for each in found if len(each) >= 7 and set("_ ").intersection(each)}


@pytest.fixture
def everything_logged() -> Iterator[io.StringIO]:
    """What any logger says, down to the queries."""
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    loggers = [logging.getLogger(name) for name in ("", "django", "django.db.backends", "triage")]
    levels = [logger.level for logger in loggers]
    loggers[0].addHandler(handler)
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    connection.force_debug_cursor = True
    yield heard
    connection.force_debug_cursor = False
    loggers[0].removeHandler(handler)
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


def everything_in_the_cookies(*clients: Client) -> Iterator[tuple[str, bytes]]:
    """What can be read in the cookies without a key: as they are, and what base64 hides."""
    for client in clients:
        for name, morsel in client.cookies.items():
            yield name, morsel.value.encode()
            yield f"{name}, decoded", base64.urlsafe_b64decode(morsel.value.encode() + b"===")


@pytest.mark.django_db(transaction=True)
def test_neither_database_nor_logs_nor_cookies_hold_answers_tokens_or_passphrase(
    client: Client, everything_logged: io.StringIO
) -> None:
    begun = time.time()
    mara, theo = Owner(client), Client()
    mara.walk(until="daily_life")
    tokens = [mara.save()]
    mara.walk()
    owned = mara.keep()
    tokens.append(owned)
    scopes = ("recommendation", "reasons", "everything")
    tokens += [mara.share(owned, scope=scope, passphrase=PASSPHRASE) for scope in scopes]
    opened = open_it(theo, tokens[-1], PASSPHRASE)
    assert opened.status_code == 200
    assert theo.post(f"/r/{tokens[-1]}/fhir/", {"ticket": ticket_on(opened)}).status_code == 200
    assert {open_it(theo, token, "a wrong one").status_code for token in tokens[2:]} == {404}
    assert client.post(f"/r/{owned}/compare/", {"with": "now"}).status_code == 200
    assert open_it(client, owned).status_code == 200
    assert open_it(theo, tokens[0]).status_code == 200
    unknown = new_token()
    assert open_it(theo, unknown).status_code == 404
    assert client.get(f"/r/{unknown[:30]}/").status_code == 404

    places = dict(everything_stored(begun))
    places["the logs"] = everything_logged.getvalue().encode()
    places |= dict(everything_in_the_cookies(client, theo))
    # The search would find what is there: a lookup in the table, its file and the log of queries.
    lookup = secret(owned).lookup.encode()
    assert lookup in places["triage_link"]
    assert sum(lookup in place for place in places.values()) >= 3
    assert b"Not Found: /r/[token]/" in places["the logs"]
    assert Link.objects.count() == 5

    secrets = {*recognisable_answers(), *tokens, unknown, unknown[:30], PASSPHRASE}
    assert len(secrets) > 60
    found = [
        (name, secret)
        for secret in secrets
        for disguise in disguises(secret)
        for name, place in places.items()
        if disguise in place
    ]
    assert found == []
