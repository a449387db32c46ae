"""Plans: agendas that fit, words that are never said, numbers that people choose; and content that breaks them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.triage.engine.contents import Content, read_sample
from tests.triage.engine.proof.test_promises import only_broken, shown
from tests.triage.engine.slips import Slip, slips_of
from triage.engine.explaining.evaluation import evaluate
from triage.engine.proof import complete, prove


@pytest.fixture
def talk(tmp_path: Path) -> Content:
    return Content.copied(tmp_path, "career_conversation")


@pytest.fixture
def steps(tmp_path: Path) -> Content:
    return Content.copied(tmp_path, "work_support")


@pytest.mark.parametrize("guide", ["career_conversation", "work_support"])
def test_all_promises_hold_of_the_guides(guide: str) -> None:
    assert prove(read_sample(guide)).holds


def test_fits_breaks_with_one_minute_too_many(talk: Content) -> None:
    talk.replace("plan.toml", '"hear", minutes = [5, 7, 8, 10]', '"hear", minutes = [5, 7, 8, 11]')
    questionnaire = talk.read()
    found = only_broken(questionnaire, "M2")
    assert found.message == "“agenda” takes 61 of 60 minutes when the outcome is disappointed"
    seen = shown(questionnaire, found.answers)
    assert (seen.outcome.id, seen.signals["minutes"].level, sum(seen.minutes.values())) == ("disappointed", "m60", 61)


def test_fits_breaks_without_an_agenda_for_an_outcome(talk: Content) -> None:
    talk.replace("plan.toml", 'outcome = "unsure"', 'outcome = "grow"')
    assert "when the outcome is" in only_broken(talk.read(), "M2").message


def test_never_says_breaks_with_a_question_about_health(talk: Content) -> None:
    talk.replace("questions.toml", "How openly do the two of you talk as a rule?", "How is their health?")
    assert only_broken(talk.read(), "M1").message == "question openness says “health”"


def test_never_says_breaks_with_a_word_in_a_choice(talk: Content) -> None:
    talk.replace("questions.toml", "Many years in", "Near their age to retire")
    assert only_broken(talk.read(), "M1").message.startswith("choice stage.late says")


def test_never_says_breaks_with_a_word_in_the_agenda_and_shows_who_would_read_it(talk: Content) -> None:
    talk.replace("advice.toml", "What had you hoped for?", "Are you sleeping?")
    questionnaire = talk.read()
    found = only_broken(questionnaire, "M1")
    assert "hear" in {piece.id for piece in shown(questionnaire, found.answers).advice}


def test_never_says_does_not_look_into_other_sections(talk: Content) -> None:
    talk.replace("advice.toml", "You do not screen", "You do not diagnose")
    assert prove(talk.read()).holds


def test_a_label_in_the_support_plan_breaks_its_promise(steps: Content) -> None:
    steps.replace("advice.toml", "Ask for fixed rooms", "Good with autism: ask for fixed rooms")
    assert only_broken(steps.read(), "J5").message == "advice look_clean says “autism”"


def test_silence_that_means_nothing_in_the_way_breaks_the_promise_on_skipping(steps: Content) -> None:
    steps.replace(
        "signals.toml",
        'levels = ["none", "other", "lasting"]',
        'levels = ["none", "other", "lasting"]\nwhen_unanswered = "none"',
    )
    only_broken(steps.read(), "J4")


def test_a_rule_on_money_breaks_its_promise(steps: Content) -> None:
    steps.replace(
        "rules.toml",
        '[[{ signal = "hurdle", at_least = "other" }]]',
        '[[{ signal = "hurdle", at_least = "other" }], [{ signal = "pay", at_least = "no" }]]',
    )
    assert "J3" in {verdict.promise for verdict in prove(steps.read()).verdicts if not verdict.holds}


def test_the_numbers_chosen_are_known_to_the_plan() -> None:
    questionnaire = read_sample("work_support")
    seen = evaluate(questionnaire, complete(questionnaire, (("stage", "applying"), ("contacts", "c3"))))
    assert dict(seen.numbers) == {"contacts": 3}


def test_an_agenda_stands_in_its_own_order() -> None:
    questionnaire = read_sample("career_conversation")
    seen = evaluate(questionnaire, complete(questionnaire, (("situation", ("crossroads",)), ("minutes", "m30"))))
    order = [piece.id for piece in seen.advice if piece.section == "agenda"]
    assert (
        order
        == ["open_crossroads", "matters", "success", "highs_lows", "options", "roles", "close"]
        == list(seen.minutes)
    )


SLIPS = slips_of("plan_slips.toml")


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_in_a_plan_is_reported(talk: Content, slip: Slip) -> None:
    assert slip.is_reported_in(talk)


def test_a_scope_is_found_by_its_id() -> None:
    assert read_sample("career_help").scope["reasons"].depth == "reasons"


@pytest.mark.parametrize(("name", "asks"), [("career_help", True), ("career_conversation", False)])
def test_feelings_are_asked_about_where_consent_is_asked_first(name: str, asks: bool) -> None:
    assert read_sample(name).asks_feelings is asks
