"""What is said of a set of answers: signals, totals, reasons, changes, open_outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import assume, given, settings

from tests.triage.engine.contents import Content, read_sample
from tests.triage.engine.sample_people import WELL
from tests.triage.engine.walks import random_walk, seeds
from triage.engine.deciding.answers import Given, UnknownAnswers
from triage.engine.deciding.clusters import cluster_of
from triage.engine.deciding.decision import see
from triage.engine.explaining.changes import AnswerChange, Changes, all_changes
from triage.engine.explaining.evaluation import evaluate
from triage.engine.model import Questionnaire

SAMPLE = read_sample()
FEW = settings(max_examples=25, deadline=None)
LOW = {"phq_interest": "more_than_half", "phq_down": "several_days"}
HEAVY = {**LOW, **dict.fromkeys(("phq_sleep", "phq_energy", "phq_appetite", "phq_self"), "nearly_every_day")}
REST = dict.fromkeys(("phq_sleep", "phq_energy", "phq_appetite", "phq_self", "phq_focus", "phq_pace", "phq_harm"))


def test_unknown_answers_are_refused(career_help: Questionnaire) -> None:
    with pytest.raises(UnknownAnswers):
        evaluate(career_help, {"nothing": "x"})


def test_the_same_answers_come_to_the_same_evaluation(career_help: Questionnaire) -> None:
    assert evaluate(career_help, WELL) == evaluate(career_help, dict(reversed(list(WELL.items()))))


def test_an_evaluation_is_complete_once_nothing_waits(career_help: Questionnaire) -> None:
    assert evaluate(career_help, WELL).complete
    assert not evaluate(career_help, {}).complete


def test_unanswered_rows_are_open_and_never_zero(career_help: Questionnaire) -> None:
    reading = evaluate(career_help, {**WELL, **LOW, **REST}).signals["low_mood"]
    assert reading.levels == ("none", "some", "strong", "severe")
    assert reading.level is None
    assert reading.open == tuple(REST)


def test_a_total_is_not_given_while_rows_are_open(career_help: Questionnaire) -> None:
    totals = {total.scale: total for total in evaluate(career_help, {**WELL, **LOW, **REST}).totals}
    assert (totals["phq9"].total, totals["phq9"].band, totals["phq9"].answered) == (None, None, 2)


def test_a_total_comes_with_the_published_band(career_help: Questionnaire) -> None:
    answers = {**WELL, **HEAVY, **dict.fromkeys(("phq_focus", "phq_pace", "phq_harm"), "not_at_all")}
    totals = {total.scale: total for total in evaluate(career_help, answers).totals}
    assert (totals["phq9"].total, totals["phq9"].band) == (15, "moderately_severe")


def test_known_rows_narrow_what_is_possible(career_help: Questionnaire) -> None:
    answers = {**WELL, **HEAVY, **dict.fromkeys(("phq_focus", "phq_pace", "phq_harm"))}
    assert evaluate(career_help, answers).signals["low_mood"].level == "severe"


def test_silence_about_safety_is_not_urgent(career_help: Questionnaire) -> None:
    result = evaluate(career_help, {**WELL, "safety": None})
    assert result.outcome.id == "coaching"
    assert result.open_outcomes.silent == ("safety",)
    assert "therapy_urgent" in result.open_outcomes.outcomes


def test_someone_who_answered_everything_leaves_nothing_open(career_help: Questionnaire) -> None:
    left = evaluate(career_help, WELL).open_outcomes
    assert (left.outcomes, left.signals, left.silent, left.settlements) == (("coaching",), (), (), ())


def test_a_question_left_open_names_what_could_still_come_out(career_help: Questionnaire) -> None:
    result = evaluate(career_help, {**WELL, "daily_life": None})
    assert result.outcome.id == "therapy"
    assert not result.certain
    assert result.open_outcomes.outcomes == ("coaching", "therapy")
    assert result.open_outcomes.signals == ("functioning",)


def test_would_rather_not_say_is_open(career_help: Questionnaire) -> None:
    reading = evaluate(career_help, {**WELL, "suspects": ("rather_not",)}).signals["undiagnosed"]
    assert reading.open == ("suspects", "suspects_weight")


def test_those_who_refuse_consent_are_told_that_it_comes_first(career_help: Questionnaire) -> None:
    settled = evaluate(career_help, {**WELL, "consent": "no"}).open_outcomes.settlements
    assert all(dict(each.answers)["consent"] == "yes" for each in settled)
    assert {each.outcome for each in settled} >= {"coaching", "counseling"}


def test_nobody_is_told_to_speak_of_danger(career_help: Questionnaire) -> None:
    for settlement in evaluate(career_help, {"consent": "yes"}).open_outcomes.settlements:
        assert dict(settlement.answers).get("phq_harm", "not_at_all") == "not_at_all"


@FEW
@given(random=seeds())
def test_what_is_said_to_settle_an_outcome_does(random: Random) -> None:
    seen = evaluate(SAMPLE, random_walk(SAMPLE, random))
    for settlement in seen.open_outcomes.settlements:
        settled = evaluate(SAMPLE, {**seen.path.answers, **dict(settlement.answers)})
        assert (settled.outcome.id, settled.certain) == (settlement.outcome, True)


@FEW
@given(random=seeds())
def test_what_is_said_to_change_the_outcome_does(random: Random) -> None:
    answers = random_walk(SAMPLE, random)
    seen = evaluate(SAMPLE, answers)
    for change in seen.changes.single:
        changed = evaluate(SAMPLE, {**answers, change.field: change.answer}).outcome.id
        assert changed == change.outcome != seen.outcome.id


@FEW
@given(random=seeds())
def test_nobody_is_told_which_clinical_answer_to_play_down(random: Random) -> None:
    seen = evaluate(SAMPLE, random_walk(SAMPLE, random))
    for change in (*seen.changes.single, *seen.changes.together):
        assert change.kind != "apart"
        if change.kind == "clinical":
            assert SAMPLE.outcome[change.outcome].care > seen.outcome.care
            assert SAMPLE.field[change.field].page.instrument is None


def test_the_nearest_changes_come_first(career_help: Questionnaire) -> None:
    found = evaluate(career_help, WELL).changes.single
    assert [change.distance for change in found] == sorted(change.distance for change in found)
    assert {(c.field, c.answer) for c in found} >= {("commitment", "no"), ("tangled", "partly"), ("daily_life", "very")}


def test_no_change_leads_away_from_crisis_help(career_help: Questionnaire) -> None:
    assert evaluate(career_help, {**WELL, "safety": "yes"}).changes == Changes()


def test_no_change_is_about_safety(career_help: Questionnaire) -> None:
    answers = {**WELL, **HEAVY, **dict.fromkeys(("phq_focus", "phq_pace", "phq_harm"), "not_at_all")}
    assert not {"safety", "phq_harm"} & {change.field for change in evaluate(career_help, answers).changes.single}


def test_a_set_of_practical_changes_is_named_where_no_single_one_would_do(career_help: Questionnaire) -> None:
    answers = {**WELL, "clear_goal": "no", "obstacle": "no", "sleep": "rarely"}
    changes = evaluate(career_help, answers).changes
    assert {change.field for change in changes.together} == {"clear_goal", "obstacle"}
    assert (
        changes.outcome == evaluate(career_help, {**answers, "clear_goal": "roughly", "obstacle": "partly"}).outcome.id
    )


def test_where_only_clinical_answers_would_do_that_is_said(career_help: Questionnaire) -> None:
    changes = evaluate(career_help, {**WELL, "daily_life": "very"}).changes
    assert (changes.only_clinical, changes.single, changes.together) == (True, (), ())
    assert "daily_life" in {change.field for change in every_change(career_help, {**WELL, "daily_life": "very"})}


def every_change(questionnaire: Questionnaire, answers: Mapping[str, Given]) -> tuple[AnswerChange, ...]:
    return all_changes(questionnaire, see(questionnaire, answers))


def test_a_change_that_would_lead_to_more_questions_is_left_out(career_help: Questionnaire) -> None:
    assert not {"suspects", "phq_down"} & {change.field for change in every_change(career_help, WELL)}


def test_a_ticked_choice_can_be_changed_for_none_of_these(career_help: Questionnaire) -> None:
    answers = {**WELL, "suspects": ("attention",), "suspects_weight": "shapes"}
    changes = {change.field: change for change in every_change(career_help, answers)}
    assert (changes["suspects"].answer, changes["suspects"].outcome) == (("none",), "coaching")


def test_a_change_ticks_no_more_than_may_be_ticked(content: Content) -> None:
    content.replace("questions.toml", 'id = "suspects"\n', 'id = "suspects"\nmost = 2\n')
    answers = {**WELL, "suspects": ("attention", "mood"), "suspects_weight": "shapes"}
    changes = {change.field: change for change in every_change(content.read(), answers)}
    assert changes["suspects"].answer == ("none",)


def test_reasons_name_the_signals_that_suffice_with_their_answers(career_help: Questionnaire) -> None:
    result = evaluate(career_help, {**WELL, "daily_life": "very", "identity": "yes"})
    assert [(reason.signal, reason.level, dict(reason.answers)) for reason in result.reasons] == [
        ("functioning", "strong", {"daily_life": "very"}),
        ("safety", "no", {"safety": "no"}),
    ]


def test_a_reason_on_a_skipped_question_says_so(career_help: Questionnaire) -> None:
    reason = next(each for each in evaluate(career_help, {**WELL, "tangled": None}).reasons if not each.certain)
    assert (reason.signal, reason.level, reason.open) == ("tangled", "yes", ("tangled",))


def test_a_signal_that_was_not_asked_about_is_explained_by_what_stood_before_it(content: Content) -> None:
    gate = 'label = "Your goal"\nwhen = [[{ question = "goal", any_of = ["pivot"] }]]'
    content.replace("questions.toml", 'label = "Your goal"', gate)
    result = evaluate(content.read(), {name: given for name, given in WELL.items() if name != "clear_goal"})
    behind = {reason.signal: dict(reason.answers) for reason in result.reasons}
    assert (result.rule.id, behind["clear_goal"]) == ("R9", {"goal": ("promotion",)})


@FEW
@given(random=seeds())
def test_every_reason_has_answers_or_open_questions(random: Random) -> None:
    assert all(reason.answers or reason.open for reason in evaluate(SAMPLE, random_walk(SAMPLE, random)).reasons)


@FEW
@given(random=seeds())
def test_skipping_a_question_never_lowers_care(random: Random) -> None:
    answers = random_walk(SAMPLE, random)
    assume(answers.get("phq_harm") in (None, "not_at_all"))
    asked = [name for name, answer in answers.items() if answer is not None]
    own = [name for name in asked if SAMPLE.field[name].page.kind not in ("consent", "help") and name != "safety"]
    assume(own)
    skipped = random.choice(own)
    assert evaluate(SAMPLE, {**answers, skipped: None}).outcome.care >= evaluate(SAMPLE, answers).outcome.care


@pytest.mark.parametrize(
    "signal", ["functioning", "sleep", "identity", "relationships", "self_understanding", "safety", "burnout"]
)
@FEW
@given(random=seeds())
def test_a_worse_answer_never_lowers_care(random: Random, signal: str) -> None:
    _assert_order(random, signal, worse=True)


@pytest.mark.parametrize("signal", ["clear_goal", "execution_obstacle", "commitment"])
@FEW
@given(random=seeds())
def test_a_readier_answer_never_raises_care(random: Random, signal: str) -> None:
    _assert_order(random, signal, worse=False)


def _assert_order(random: Random, signal: str, *, worse: bool) -> None:
    """Care rises (or falls) with the signal over all answers to one of its questions."""
    answers = random_walk(SAMPLE, random)
    cluster = cluster_of(SAMPLE, signal)
    fields = [field for page in cluster.pages for field in cluster.fields[page.id] if page.instrument is None]
    field = random.choice(fields)
    assume(field.id in answers)
    moves = {choice: cluster.move(field, choice) for choice in field.choices}
    given = sorted(moves, key=lambda choice: (moves[choice].levels, moves[choice].points))
    care = [evaluate(SAMPLE, {**answers, field.id: choice}).outcome.care for choice in given]
    assert care == sorted(care, reverse=not worse)
