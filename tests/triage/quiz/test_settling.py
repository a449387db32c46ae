"""What is not settled can be settled on the result itself; who is done early need not answer the rest."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.people import WELL, Given
from tests.triage.visits import Visitor
from triage.questionnaires import registry


def visit(client: Client, answers: dict[str, Given], until: str = "") -> tuple[Visitor, str]:
    visitor = Visitor(client, answers)
    return visitor, visitor.walk(until)


@pytest.mark.parametrize("missing", ["daily_life", "consent"])
def test_what_would_settle_it_is_asked_on_the_result_and_leads_back_to_it(client: Client, missing: str) -> None:
    visitor, _ = visit(client, {**WELL, missing: "no" if missing == "consent" else None})
    page = client.get(f"{visitor.root}result/").content.decode()
    assert "What would settle it" in page
    form = next(form for form in re.findall(r"<form.*?</form>", page, re.DOTALL) if f'value="{missing}"' in form)
    where = re.findall(r'action="([^"]+)"', form)[0]
    answer = {"page": missing, missing: str(WELL[missing]), "checking": "1", "then": "result", "do": "go"}
    there = client.post(where, answer)["Location"]
    assert visitor.kept()[missing] == WELL[missing]
    # Consent brings the questions that waited for it.
    assert there == f"{visitor.root}result/" or missing == "consent"


def test_a_settled_result_asks_nothing_more(client: Client) -> None:
    visitor, _ = visit(client, dict(WELL))
    page = client.get(f"{visitor.root}result/").content.decode()
    assert "What would settle it" not in page
    assert "What is still possible" not in page


def test_who_ends_early_leaves_the_rest_out(client: Client) -> None:
    visitor, _ = visit(client, dict(WELL), "sleep")
    assert client.post(f"{visitor.root}finish/")["Location"] == f"{visitor.root}result/"
    assert visitor.kept()["sleep"] is None
    assert visitor.kept()["clear_goal"] == WELL["clear_goal"]


def test_help_that_is_due_comes_before_an_early_result(client: Client) -> None:
    visitor, address = visit(client, dict(WELL), "safety")
    client.post(address, {"page": "safety", "safety": "thoughts", "do": "go"})
    there = client.post(f"{visitor.root}finish/")["Location"]
    assert registry.questionnaire().question[visitor.page_at(there)].kind == "help"


def test_an_early_result_needs_a_quiz_that_was_begun(client: Client) -> None:
    assert client.post("/quiz/finish/")["Location"] == "/"
