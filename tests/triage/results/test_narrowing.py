from __future__ import annotations

import json

import pytest

from tests.people import PEOPLE, Person
from tests.triage.sharing.people import ISSUED, MARA, kept, outcome_of, scope_of, snapshot_of
from triage.engine.deciding.answers import chosen
from triage.questionnaires import registry
from triage.results.letter_format import OutcomeTold
from triage.results.narrowing import narrow
from triage.results.snapshot import write_snapshot
from triage.sharing.keeping import share
from triage.sharing.links import Link
from triage.sharing.sealing import unseal
from triage.sharing.tokens import secret


def sealed_bytes_of(scope: str) -> str:
    """What is inside a share of this scope: its row unsealed, nothing else."""
    token, owner = kept()
    made = share(owner=owner, token=token, snapshot=snapshot_of(MARA), scope=scope_of(scope), days=7, form="one form")
    row = Link.objects.get(lookup=secret(made.token).lookup)
    return unseal(bytes(row.sealed), secret(made.token).key, row.place).decode()


def words_of_answers() -> set[str]:
    questionnaire = registry.questionnaire()
    words = set()
    for name, given in MARA.items():
        field = questionnaire.field[name]
        words |= {field.text, *(questionnaire.choice(field, choice).text for choice in chosen(given))}
    return {word for word in words if len(word) > 7}


def filled(thing: object) -> set[str]:
    """Every text in a JSON value, however deep."""
    if isinstance(thing, dict):
        return set().union(*(filled(value) for value in thing.values()))
    if isinstance(thing, list):
        return set().union(*(filled(value) for value in thing))
    return {thing} if isinstance(thing, str) and thing else set()


def same_for_all(scope: str) -> set[str]:
    """What stands in every copy of this scope, whoever made it."""
    known, own = registry.questionnaire(), scope_of(scope)
    table = known.section["side_by_side"]
    return {own.id, own.depth, own.told, known.id, known.title, known.words.limits, table.id, table.title} | {
        table.note,
        table.layout,
    } - {""}


@pytest.mark.django_db
def test_a_recommendation_holds_the_recommendation_and_nothing_else() -> None:
    expected = same_for_all("recommendation") | {ISSUED.isoformat()}
    outcome = outcome_of(narrow(snapshot_of(MARA), scope_of("recommendation")))
    expected |= {outcome.id, outcome.name, outcome.headline}
    assert filled(json.loads(sealed_bytes_of("recommendation"))) == expected


@pytest.mark.django_db
def test_reasons_hold_their_sentences_and_no_answer() -> None:
    letter = snapshot_of(MARA).letter
    outcome = letter.plain
    assert outcome is not None
    inside = filled(json.loads(sealed_bytes_of("reasons")))
    expected = same_for_all("reasons") | {ISSUED.isoformat(), letter.told, outcome.summary}
    expected |= {outcome.id, outcome.name, outcome.headline, outcome.service}
    for reason in letter.reasons:
        expected |= {reason.sentence, reason.signal.id, reason.signal.name}
    assert inside == expected


@pytest.mark.django_db
@pytest.mark.parametrize("scope", ["recommendation", "reasons"])
def test_no_narrow_link_holds_a_word_of_an_answer(scope: str) -> None:
    inside = sealed_bytes_of(scope)
    assert [word for word in words_of_answers() if word in inside] == []


@pytest.mark.django_db
def test_everything_holds_every_answer() -> None:
    inside = json.loads(sealed_bytes_of("everything"))
    texts = filled(inside)
    assert [word for word in words_of_answers() if word not in texts] == []
    assert [screen["total"] for screen in inside["screens"]] == [12, 1]


def test_everything_shows_what_the_reasons_show() -> None:
    scopes = registry.questionnaire().scopes
    _, wider, whole = (filled(json.loads(write_snapshot(narrow(snapshot_of(MARA), scope)))) for scope in scopes)
    said = {word for scope in scopes for word in (scope.id, scope.depth, scope.told)}
    assert wider - said < whole


NAMES = {"coaching": "Coaching", "counseling": "Career counseling", "therapy": "Therapy", "careers": "Careers advice"}


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_a_recommendation_tells_the_service_and_not_which_outcome_of_it(person: Person) -> None:
    whole = snapshot_of(person.answers)
    service = outcome_of(whole).service if whole.letter.settled else ""
    name = NAMES.get(service, "Not settled")
    headline = f"{name} was recommended." if service else "No kind of help could be recommended yet."
    told = OutcomeTold(id=service, service=service, name=name, headline=headline, summary="", urgent=False)
    assert narrow(whole, scope_of("recommendation")).letter.outcome == told


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_reasons_name_the_outcome_in_words_that_are_the_same_for_all(person: Person) -> None:
    whole = snapshot_of(person.answers)
    told = narrow(whole, scope_of("reasons")).letter.outcome
    assert told is not None
    own = registry.questionnaire().outcome[outcome_of(whole).id]
    assert told.headline == (own.headline if whole.letter.settled else "No kind of help could be recommended yet.")
