"""Everybody of the two further guides walks from the start to their plan, over HTTP."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.casts import CASTS
from tests.people import Person
from tests.triage.visits import visitor_like
from triage.questionnaires import registry

CAST = [(guide, person) for guide, cast in CASTS.items() if guide != registry.CAREER_HELP for person in cast]


@pytest.mark.parametrize(("guide", "person"), CAST, ids=lambda each: each if isinstance(each, str) else each.name)
def test_each_person_gets_the_plan_that_the_engine_gives(client: Client, guide: str, person: Person) -> None:
    visitor = visitor_like(client, person, guide)
    visitor.walk()
    shown = client.get(f"{visitor.root}result/").content.decode()
    assert registry.questionnaire(guide).outcome[person.outcome].headline in shown
    assert f"rule {person.rule}" in shown
