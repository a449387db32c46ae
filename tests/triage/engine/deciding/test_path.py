"""Which pages answers lead through, which answers count, and which are refused."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from tests.triage.engine.contents import read_sample
from tests.triage.engine.sample_people import WELL
from tests.triage.engine.walks import random_walk, seeds
from triage.engine.deciding.answers import Given, UnknownAnswers, check_answers
from triage.engine.deciding.path import replay
from triage.engine.model import Questionnaire

SAMPLE = read_sample()


def ids(questionnaire: Questionnaire, answers: Mapping[str, Given]) -> list[str]:
    return [page.id for page in replay(questionnaire, answers).pages]


def following(questionnaire: Questionnaire, answers: Mapping[str, Given]) -> str | None:
    page = replay(questionnaire, answers).next
    return page.id if page is not None else None


def faults(questionnaire: Questionnaire, answers: Mapping[str, object]) -> list[str]:
    with pytest.raises(UnknownAnswers) as raised:
        check_answers(questionnaire, answers)
    return raised.value.faults


def test_the_first_page_comes_first(career_help: Questionnaire) -> None:
    assert following(career_help, {}) == "country"


def test_a_skipped_question_is_not_asked_again(career_help: Questionnaire) -> None:
    assert following(career_help, {"country": None}) == "goal"


def test_a_page_of_rows_waits_until_each_row_is_dealt_with(career_help: Questionnaire) -> None:
    answers = {name: WELL[name] for name in WELL if name != "phq_down"}
    assert following(career_help, answers) == "mood_two"


def test_nothing_follows_the_last_page(career_help: Questionnaire) -> None:
    assert following(career_help, WELL) is None


def test_about_twenty_pages_are_asked_of_someone_without_marked_signals(career_help: Questionnaire) -> None:
    assert 18 <= len(ids(career_help, WELL)) <= 24


def test_help_comes_before_every_other_waiting_page(career_help: Questionnaire) -> None:
    assert following(career_help, {"safety": "unsure"}) == "help_after_safety"


def test_help_on_item_nine_comes_before_every_other_waiting_page(career_help: Questionnaire) -> None:
    answers = {"phq_interest": "nearly_every_day", "phq_down": None, "phq_harm": "several_days"}
    assert following(career_help, answers) == "help_after_mood"


def test_the_first_of_two_pages_of_help_comes_first(career_help: Questionnaire) -> None:
    answers = {"phq_down": "nearly_every_day", "phq_harm": "several_days", "safety": "yes"}
    assert following(career_help, answers) == "help_after_mood"


def test_after_the_help_the_questions_go_on_where_they_were(career_help: Questionnaire) -> None:
    assert following(career_help, {"safety": "unsure", "help_after_safety": "seen"}) == "country"


def test_two_points_on_the_short_screen_lead_to_the_long_one(career_help: Questionnaire) -> None:
    answers = {**WELL, "phq_interest": "several_days", "phq_down": "several_days"}
    assert "mood_more" in ids(career_help, answers)


def test_one_point_on_the_short_screen_does_not(career_help: Questionnaire) -> None:
    assert "mood_more" not in ids(career_help, {**WELL, "phq_down": "several_days"})


def test_any_suspicion_leads_to_the_question_how_much_it_matters(career_help: Questionnaire) -> None:
    assert "suspects_weight" in ids(career_help, {**WELL, "suspects": ("eating", "mood")})


@pytest.mark.parametrize("refusal", ["no", None])
def test_without_consent_only_safety_is_asked_of_the_feelings(career_help: Questionnaire, refusal: Given) -> None:
    pages = replay(career_help, {**WELL, "consent": refusal}).pages
    parts = [page.id for page in pages if page.part in ("feelings", "decision")]
    assert parts == ["consent", "safety"]


def test_without_consent_the_other_pages_are_named_as_withheld(career_help: Questionnaire) -> None:
    withheld = [page.id for page in replay(career_help, {**WELL, "consent": "no"}).withheld]
    assert {"mood_two", "sleep", "tangled"} <= set(withheld)


def test_answers_given_before_consent_was_refused_do_not_count(career_help: Questionnaire) -> None:
    assert "sleep" not in replay(career_help, {**WELL, "consent": "no"}).answers


def test_help_is_shown_without_consent_too(career_help: Questionnaire) -> None:
    assert following(career_help, {**WELL, "consent": "no", "safety": "yes"}) == "help_after_safety"


def test_answers_off_the_path_do_not_count(career_help: Questionnaire) -> None:
    assert "phq_harm" not in replay(career_help, {**WELL, "phq_harm": "nearly_every_day"}).answers


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(random=seeds())
def test_answering_what_comes_next_ends_after_at_most_thirty_pages(random: Random) -> None:
    answers = random_walk(SAMPLE, random)
    path = replay(SAMPLE, answers)
    assert path.next is None
    assert len(path.pages) <= 30
    assert len({page.id for page in path.pages}) == len(path.pages)


@settings(max_examples=100, deadline=None)
@given(random=seeds())
def test_pages_keep_the_order_of_the_content(random: Random) -> None:
    pages = replay(SAMPLE, random_walk(SAMPLE, random)).pages
    order = [SAMPLE.questions.index(page) for page in pages]
    assert order == sorted(order)


def test_answers_are_taken_in_their_own_types(career_help: Questionnaire) -> None:
    checked = check_answers(
        career_help, {"goal": ["pivot", "values"], "situation": None, "sleep": "most", "safety": None}
    )
    assert checked == {"goal": ("pivot", "values"), "situation": None, "sleep": "most", "safety": None}


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ({"mood": "bad"}, "mood: there is no such question"),
        ({"sleep": "never"}, "sleep: there is no choice “never”; there are: rarely, weekly, most"),
        ({"sleep": ["most"]}, "sleep: give one choice as text, or null for a skipped question"),
        ({"sleep": 1}, "sleep: give one choice as text, or null for a skipped question"),
        ({"goal": "pivot"}, "goal: give a list of choices, or null for a skipped question"),
        ({"goal": ["pivot", 1]}, "goal: give a list of choices, or null for a skipped question"),
        ({"goal": []}, "goal: the list is empty; give null for a skipped question"),
        ({"goal": ["pivot", "pivot"]}, "goal: a choice is given twice"),
        ({"goal": ["pivot", "values", "promotion"]}, "goal: at most 2 choices can be given"),
        ({"suspects": ["none", "mood"]}, "suspects: one of these choices can only be given alone"),
        ({"situation": ["rich"]}, "situation: there is no choice “rich”; there are: disability, record"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_in_one_line(
    career_help: Questionnaire, answers: dict[str, object], fault: str
) -> None:
    told = faults(career_help, answers)
    assert len(told) == 1
    assert told[0].startswith(fault)


def test_every_fault_has_a_line(career_help: Questionnaire) -> None:
    assert len(faults(career_help, {"mood": "bad", "sleep": "never", "goal": ["x", "y"], "safety": "no"})) == 4
