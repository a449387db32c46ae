"""What the public reads was read by two: who found it, and whoever published the listing after that."""

from __future__ import annotations

import csv
import io
import re

import pytest
from django.test import Client

from coaches.models.check import Check, Finding
from coaches.models.coach import Coach
from coaches.models.vetting_question import VettingQuestion
from coaches.search.index import Index
from coaches.today import today
from coaches.vetting.checking import record_check
from coaches.vetting.lifecycle import publish
from tests.coaches.cast import cora, fresh, listed, meet, rosa
from tests.coaches.desk.desk import at_desk, deciding, do, text

pytestmark = pytest.mark.django_db

WORDS = "Their method is a riddle to us."
PLACES = ("/coaches/", "/coaches/{slug}/", "/coaches/compare/", "/coaches/call-sheet/", "/coaches/shortlist.csv")


def find(coach: Coach, question: VettingQuestion, finding: Finding, said: str) -> None:
    record_check(coach=coach, question=question, finding=finding, by=rosa(), evidence="Seen.", said=said)


def is_shown(coach: Coach) -> bool:
    return Coach.objects.published().filter(pk=coach.pk).exists()


def read_all(client: Client, coach: Coach) -> str:
    client.post("/coaches/shortlist/add/", {"slug": coach.slug})
    pages = "".join(client.get(place.format(slug=coach.slug)).content.decode() for place in PLACES)
    return re.sub(
        r'csrfmiddlewaretoken" value="\w+"',
        "",
        pages,
    )


@pytest.mark.parametrize("finding", [Finding.MET, Finding.PARTLY, Finding.NOT_MET])
def test_what_one_person_found_after_publication_is_not_public(client: Client, finding: Finding) -> None:
    coach = listed()
    before = read_all(client, coach)
    find(coach, VettingQuestion.METHOD, finding, WORDS)
    assert is_shown(coach), "nothing that it needs has changed"
    assert read_all(client, coach) == before
    publish(coach=coach, by=cora())
    assert WORDS in read_all(client, coach)


@pytest.mark.parametrize("question", [VettingQuestion.TERMS, VettingQuestion.REFER_OUT, VettingQuestion.CREDENTIAL])
def test_other_words_about_what_a_listing_needs_wait_for_the_second_person(question: VettingQuestion) -> None:
    coach = listed()
    find(coach, question, Finding.MET, WORDS)
    assert not is_shown(coach)
    publish(coach=coach, by=cora())
    assert is_shown(coach)


def test_the_same_words_and_finding_go_on_as_they_are() -> None:
    coach = listed()
    check = Check.objects.get(coach=coach, question=VettingQuestion.TERMS)
    find(coach, VettingQuestion.TERMS, Finding.MET, check.said)
    assert is_shown(coach)
    assert Check.objects.get(pk=check.pk).stands_since == check.stands_since


def test_a_second_way_to_stand_takes_nobody_down() -> None:
    coach = listed()
    find(coach, VettingQuestion.TRACK_RECORD, Finding.MET, WORDS)
    assert is_shown(coach)


def test_an_unseen_credential_is_no_tier_to_search_by() -> None:
    coach = listed()
    assert Index.build(today()).serving("tier", "icf_pcc")
    meet(coach, VettingQuestion.TRACK_RECORD)
    publish(coach=coach, by=cora())
    find(coach, VettingQuestion.CREDENTIAL, Finding.MET, WORDS)
    assert is_shown(coach)
    assert not Index.build(today()).serving("tier", "icf_pcc")


def test_the_desk_says_what_waits_and_offers_to_publish_it() -> None:
    coach = listed()
    find(coach, VettingQuestion.METHOD, Finding.PARTLY, WORDS)
    assert "The public sees what was found since" in text(at_desk(cora()).get(deciding(coach)))
    assert "Found since it was published" in text(at_desk(cora()).get("/admin/"))
    assert coach in Coach.objects.unseen()
    do(cora(), coach, "step-publish")
    assert coach not in Coach.objects.unseen()
    assert fresh(coach).seen_checks()[VettingQuestion.METHOD].said == WORDS


def test_the_file_for_a_spreadsheet_says_not_checked_of_what_waits(client: Client) -> None:
    coach = listed()
    find(coach, VettingQuestion.METHOD, Finding.MET, WORDS)
    client.post("/coaches/shortlist/add/", {"slug": coach.slug})
    table = csv.DictReader(io.StringIO(client.get("/coaches/shortlist.csv").content.decode("utf-8-sig")))
    assert next(table)["Method: finding"] == "not checked"
