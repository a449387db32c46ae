from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.people import DAILY, NEVER, WELL, Given
from triage.engine.explaining.evaluation import evaluate
from triage.questionnaires import registry
from triage.results.bars import WIDTH
from triage.results.letter import write_letter
from triage.results.letter_format import Letter
from triage.results.sections import find


def letter(**answers: Given) -> Letter:
    """The letter to someone who is well but for these answers."""
    given: Mapping[str, object] = {**WELL, **answers}
    return write_letter(evaluate(registry.questionnaire(), given), registry.signposts())


def pieces(told: Letter, section: str = "") -> list[str]:
    """The pieces of advice in a section, or in all of them."""
    return [piece.id for each in told.sections if section in ("", each.id) for piece in each.pieces]


def test_it_names_what_was_said_in_the_persons_own_choices() -> None:
    questionnaire = registry.questionnaire()
    page = questionnaire.question["identity"]
    said = [(said.asked, said.chosen) for reason in letter(identity="hardly").reasons for said in reason.answers]
    assert (page.text, questionnaire.choice(questionnaire.field["identity"], "hardly").text) in said


def test_a_scale_is_told_by_its_total_and_where_it_counts() -> None:
    rows = dict.fromkeys([name for name in registry.questionnaire().field if name.startswith("gad_")], DAILY)
    reason = letter(**rows).reasons[0]
    assert [(score.scale.name, score.total, score.highest, score.counts_from) for score in reason.scores] == [
        ("GAD-7", 21, 21, 8)
    ]


def test_rows_left_out_leave_no_total() -> None:
    scores = {score.scale.name: score.total for score in letter(gad_nervous=None).scores}
    assert scores["GAD-2"] is None


def test_a_few_nearest_changes_are_told_and_each_outcome_among_them() -> None:
    told = letter().changes
    assert len(told) == 4
    assert {change.outcome.id for change in told} >= {"counseling", "therapy"}


def test_what_was_left_out_is_named_by_page() -> None:
    assert letter(identity=None, daily_life=None).left_out == tuple(
        registry.questionnaire().question[name].label for name in ("daily_life", "identity")
    )


def test_what_is_not_settled_says_what_is_possible_and_nothing_about_the_person() -> None:
    told = letter(daily_life=None)
    assert not told.settled
    assert {outcome.id for outcome in told.possible} >= {"coaching", "therapy"}
    assert told.told == ""
    assert told.outcome is not None
    assert told.outcome.headline == "We cannot tell yet which kind of help fits."
    assert "you told us" not in told.outcome.summary.lower()


def test_every_result_that_is_not_settled_has_its_words() -> None:
    for field in registry.questionnaire().field:
        told = letter(**{field: None})
        assert told.outcome is not None
        assert told.settled == (not told.outcome.name.startswith("Not settled")), field


def test_what_is_settled_names_no_other_outcome() -> None:
    assert letter().settled
    assert letter().possible == ()


def test_signs_that_are_not_there_are_told_in_one_line() -> None:
    told = letter()
    assert {reason.signal.id for reason in told.reasons} >= {"clear_goal", "execution_obstacle"}
    assert "Low mood" in told.quiet
    assert not {reason.signal.name for reason in told.reasons} & set(told.quiet)


def test_silence_on_safety_is_told() -> None:
    assert letter(safety=None).silent
    assert not letter().silent


def test_a_bar_crosses_its_line_just_when_its_signal_counts() -> None:
    bars = {bar.signal.id: bar for bar in letter(identity="hardly", phq_interest=NEVER).clinical}
    crossing, short = bars["identity"], bars["low_mood"]
    assert crossing.line is not None
    assert short.line is not None
    assert (crossing.known > crossing.line, crossing.counts) == (True, True)
    assert (short.known < short.line, short.counts) == (True, False)


def test_what_is_open_reaches_as_far_as_it_could() -> None:
    bar = next(bar for bar in letter(identity=None).clinical if bar.signal.id == "identity")
    assert (bar.known, bar.possible, bar.open) == (0, WIDTH, True)


@pytest.mark.parametrize(("code", "name"), [("US", "FindTreatment.gov"), ("GB", "NHS")])
def test_finders_are_those_of_the_country(code: str, name: str) -> None:
    assert any(name in place.name for place in find(registry.signposts(), "therapy", code))


def test_finders_of_everywhere_come_last() -> None:
    assert find(registry.signposts(), "therapy", "other")[-1] == find(registry.signposts(), "therapy", "US")[-1]


def test_an_urgent_letter_brings_no_career_plan() -> None:
    goals = [choice.id for choice in registry.questionnaire().question["goal"].choices][:2]
    situations = tuple(c.id for c in registry.questionnaire().question["situation"].choices if not c.exclusive)
    later = ["early_direction", "late_career", "values", "supported_work", "pivot", "job_search"]
    for goal in [*goals, *later]:
        told = letter(safety="thoughts", goal=(goal,), situation=tuple(situations))
        assert pieces(told, "plan") == ["plan_urgent_next"]
        assert pieces(told, "ways") == []


def test_who_has_a_clinician_is_sent_back_to_them_and_not_to_find_another() -> None:
    rows = dict.fromkeys([name for name in registry.questionnaire().field if name.startswith("phq_")], DAILY)
    rows["phq_difficulty"] = "extremely_difficult"
    heavy = {**rows, "phq_harm": NEVER}
    cared_for, alone = letter(**heavy, in_care="yes"), letter(**heavy, in_care="no")
    told, other = (set(pieces(one)) for one in (cared_for, alone))
    assert cared_for.outcome is not None
    assert alone.outcome is not None
    assert cared_for.outcome.id == alone.outcome.id == "therapy"
    assert told - other == {"first_in_care"}
    assert other - told == {"first_therapy", "plan_therapist_find"}
