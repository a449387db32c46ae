"""A sheet for each first call."""

from __future__ import annotations

import html

import pytest
from django.test import Client

from coaches.models.vetting_question import VettingQuestion
from tests.coaches.public.people import ana, tomas

pytestmark = pytest.mark.django_db


def test_the_five_questions_are_on_it_the_one_about_referring_on_last(client: Client) -> None:
    client.post("/coaches/shortlist/add/", {"slug": ana().slug})
    page = html.unescape(client.get("/coaches/call-sheet/").content.decode())
    places = [page.index(str(question.record.call.ask)) for question in VettingQuestion]
    assert places == sorted(places)
    assert list(VettingQuestion)[-1] == VettingQuestion.REFER_OUT


def test_each_coach_has_a_sheet_with_facts_questions_findings_and_room(client: Client) -> None:
    for coach in (ana(), tomas()):
        client.post("/coaches/shortlist/add/", {"slug": coach.slug})
    page = client.get("/coaches/call-sheet/").content.decode()
    sheets = page.split('<article class="call-sheet">')[1:]
    assert len(sheets) == 2
    for sheet in sheets:
        assert sheet.count("A good answer") == sheet.count("Be wary of") == sheet.count('class="lines"') == 5
        assert "Which troubles are not yours to work on" in sheet
    assert "ICF PCC" in sheets[0]
    assert "We found: not checked" in sheets[1]


def test_nobody_to_call_is_told_where_to_look(client: Client) -> None:
    assert "nobody on your shortlist to call yet" in client.get("/coaches/call-sheet/").content.decode()
