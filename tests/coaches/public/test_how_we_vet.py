"""How we vet is told from what the site itself goes by."""

from __future__ import annotations

import html

import pytest
from django.test import Client

from coaches.models.check import VALID_DAYS, Finding
from coaches.models.published import PUBLISHABLE
from coaches.models.red_flag import Sign
from coaches.models.vetting_question import VettingQuestion
from coaches.public.how_we_vet import MEANING


@pytest.fixture
def page(client: Client) -> str:
    return html.unescape(client.get("/coaches/how-we-vet/").content.decode())


def test_every_requirement_stands_there_in_its_own_words(page: str) -> None:
    assert [each.id for each in PUBLISHABLE if str(each.missing) not in page] == []


def test_every_question_finding_and_sign_is_explained(page: str) -> None:
    assert set(MEANING) == set(Finding)
    looked_at = [question.record.looked_at for question in VettingQuestion]
    assert [str(text) for text in (*looked_at, *MEANING.values(), *Sign.labels) if str(text) not in page] == []


def test_how_long_a_finding_holds_is_the_number_in_use(page: str) -> None:
    assert f"holds for {VALID_DAYS} days at most" in page


def test_the_tiers_have_hours_a_source_and_a_day(page: str) -> None:
    for told in ("60", "125", "200", "100", "500", "2,500", "coachingfederation.org", "checked Nov. 22, 2026"):
        assert told in page, told


def test_money_plays_no_part(page: str) -> None:
    assert "Nobody pays to be listed, to be listed higher, or to be checked sooner." in page


def test_it_is_for_search_engines(page: str) -> None:
    assert "noindex" not in page
