"""Content that is broken on purpose: the prover says which promise, and shows answers that break it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.triage.engine.contents import Content
from tests.triage.engine.tiny import tiny
from triage.engine.deciding.decision import NoRule, see
from triage.engine.deciding.states import Filled
from triage.engine.explaining.changes import AnswerChange, Changes
from triage.engine.explaining.evaluation import Evaluation, evaluate
from triage.engine.model import Promise, Questionnaire
from triage.engine.proof import Counterexample, Proof, Verdict, complete, prove, prover
from triage.engine.proof.comparisons import never_matters
from triage.engine.proof.help import safety_first
from triage.engine.proof.space import Space, space_of
from triage.engine.proof.witnesses import find_witnesses

# It proves the real content once more, which takes three times as long while branches are counted; other tests here
# reach the same ones.
UNCOUNTED = pytest.mark.uncounted

RULES = "rules.toml"


def only_broken(questionnaire: Questionnaire, promise: str) -> Counterexample:
    """The counterexample to the one promise that is broken."""
    broken = [verdict for verdict in prove(questionnaire).verdicts if not verdict.holds]
    assert [verdict.promise for verdict in broken] == [promise]
    assert broken[0].counterexample is not None
    return broken[0].counterexample


def broken(questionnaire: Questionnaire, promise: str) -> Counterexample:
    """The counterexample to a promise of the real content, proved by itself, which takes a fraction of the time."""
    alone = tuple(each for each in questionnaire.promises if each.id == promise)
    return only_broken(questionnaire.model_copy(update={"promises": alone}), promise)


def broken_by(questionnaire: Questionnaire, kind: Callable[[Space, Promise], Verdict]) -> Counterexample:
    """The counterexample that one kind of promise brings up."""
    promise = next(promise for promise in questionnaire.promises if promise.kind == kind.__name__)
    found = kind(space_of(questionnaire), promise).counterexample
    assert found is not None
    return found


def dead(questionnaire: Questionnaire) -> tuple[str, ...]:
    """What can never be reached."""
    return find_witnesses(space_of(questionnaire))[1]


def shown(questionnaire: Questionnaire, filled: Filled | None) -> Evaluation:
    """What the interpreter makes of the answers of a counterexample."""
    assert filled is not None
    return evaluate(questionnaire, complete(questionnaire, filled))


def test_all_promises_hold_of_the_real_content(career_help_proof: Proof) -> None:
    assert [verdict.promise for verdict in career_help_proof.verdicts if verdict.holds] == [
        f"P{number}" for number in range(1, 10)
    ]


@UNCOUNTED
def test_p1_breaks_without_the_page_of_help(content: Content) -> None:
    content.drop("questions.toml", "questions", "help_after_mood")
    questionnaire = content.read()
    found = broken(questionnaire, "P1")
    assert found.answers is not None
    assert dict(found.answers) == {"phq_harm": "several_days"}


def test_p1_breaks_if_a_question_comes_before_the_help(content: Content) -> None:
    moved = "questions.toml"
    content.replace(moved, 'id = "help_after_safety"', 'id = "help_later"')
    text = content.file(moved).read_text(encoding="utf-8")
    entries = text.split("[[questions]]\n")
    place = next(number for number, entry in enumerate(entries) if entry.startswith('id = "help_later"'))
    entries[place], entries[place + 1] = entries[place + 1], entries[place]
    content.file(moved).write_text("[[questions]]\n".join(entries), encoding="utf-8")
    assert broken_by(content.read(), safety_first).message.endswith("the next page is not help")


def test_p1_breaks_if_those_who_refuse_consent_are_not_asked(content: Content) -> None:
    content.replace("questions.toml", "always = true\n", "")
    assert broken_by(content.read(), safety_first).message == "not everyone is asked a question on “safety”"


@UNCOUNTED
def test_p2_breaks_if_coaching_comes_first_for_strong_sense_of_self(content: Content) -> None:
    content.replace(RULES, 'id = "R4"\noutcome = "therapy"', 'id = "R4"\noutcome = "coaching_later"')
    content.replace("promises.toml", '"relationships", "self_understanding"]', '"relationships"]')
    questionnaire = content.read()
    found = broken(questionnaire, "P2")
    seen = shown(questionnaire, found.answers)
    assert (seen.outcome.id, seen.signals["self_understanding"].levels[-1]) == ("coaching_later", "strong")


READY = """[[rules]]
id = "R10b"
outcome = "coaching_alongside_care"
when = [[{ signal = "commitment", at_least = "yes" }, { signal = "clear_goal", at_least = "yes" }]]
sentence = "Ready."
told = "Ready."

"""


@UNCOUNTED
def test_p3_breaks_if_care_is_less_when_daily_life_is_extremely_hard(content: Content) -> None:
    content.replace(
        RULES,
        '[[{ signal = "functioning", at_least = "strong" }]]',
        '[[{ signal = "functioning", at_least = "strong", at_most = "strong" }]]',
    )
    content.replace(RULES, '[[rules]]\nid = "R3"', EXTREME + '[[rules]]\nid = "R3"')
    questionnaire = content.read()
    found = broken(questionnaire, "P3")
    milder, worse = shown(questionnaire, found.answers), shown(questionnaire, found.other)
    assert milder.outcome.care > worse.outcome.care


EXTREME = """[[rules]]
id = "R2b"
outcome = "counseling"
when = [[{ signal = "functioning", at_least = "severe" }]]
sentence = "Counseling."
told = "Counseling."

"""


@UNCOUNTED
def test_p4_breaks_if_a_clear_goal_and_readiness_mean_more_care(content: Content) -> None:
    content.replace(RULES, '[[rules]]\nid = "R11"', READY + '[[rules]]\nid = "R11"')
    questionnaire = content.read()
    found = broken(questionnaire, "P4")
    vague, clear = shown(questionnaire, found.answers), shown(questionnaire, found.other)
    assert vague.outcome.care < clear.outcome.care


@UNCOUNTED
def test_p5_breaks_if_a_rule_reads_the_budget(content: Content) -> None:
    content.replace(RULES, '{ signal = "commitment", at_most = "no" }', '{ signal = "budget", at_most = "no" }')
    questionnaire = content.read()
    found = broken(questionnaire, "P5")
    outcomes = {shown(questionnaire, found.answers).outcome.id, shown(questionnaire, found.other).outcome.id}
    assert outcomes == {"coaching", "coaching_later"}


def test_p5_breaks_if_the_budget_decides_whether_a_question_is_asked(content: Content) -> None:
    text = content.file("questions.toml").read_text(encoding="utf-8")
    budget = 'id = "budget"' + text.split('id = "budget"')[1].split("[[questions]]")[0]
    content.drop("questions.toml", "questions", "budget")
    content.replace("questions.toml", "[[questions]]\n", f"[[questions]]\n{budget}\n[[questions]]\n")
    content.replace("questions.toml", 'id = "budget"\npart = "practical"', 'id = "budget"\npart = "work"')
    content.replace(
        "questions.toml",
        'label = "Work between sessions"',
        'label = "Work between sessions"\nwhen = [[{ question = "budget", any_of = ["yes", "tight"] }]]',
    )
    questionnaire = content.read()
    found = broken_by(questionnaire, never_matters)
    assert shown(questionnaire, found.answers).outcome != shown(questionnaire, found.other).outcome


@UNCOUNTED
def test_p6_breaks_if_silence_about_mood_counts_as_none(content: Content) -> None:
    content.replace("signals.toml", 'name = "Low mood"', 'name = "Low mood"\nwhen_unanswered = "none"')
    questionnaire = content.read()
    found = broken(questionnaire, "P6")
    skipped, answered = shown(questionnaire, found.answers), shown(questionnaire, found.other)
    assert skipped.outcome.care < answered.outcome.care


def test_p7_breaks_without_the_last_rule(content: Content) -> None:
    content.drop(RULES, "rules", "R11")
    content.replace(RULES, 'id = "R9"\noutcome = "counseling"', 'id = "R9"\noutcome = "coaching"')
    questionnaire = content.read()
    found = broken(questionnaire, "P7")
    with pytest.raises(NoRule):
        shown(questionnaire, found.answers)


def test_p7_breaks_if_a_rule_can_never_decide(content: Content) -> None:
    content.replace(RULES, '[[rules]]\nid = "R3"', EXTREME + '[[rules]]\nid = "R3"')
    assert dead(content.read()) == ("rules R2b",)


@UNCOUNTED
def test_p7_breaks_if_advice_can_never_apply(content: Content) -> None:
    content.replace(
        "advice.toml",
        '[[{ outcome = ["counseling", "therapy"] }]]',
        '[[{ outcome = ["counseling"] }, { outcome = ["therapy"] }]]',
    )
    assert broken(content.read(), "P7").message == "these can never be reached: advice later_coaching"


def test_p7_breaks_if_a_page_can_never_be_asked(content: Content) -> None:
    content.replace("questions.toml", '{ scale = "gad2", at_least = 2 }', '{ scale = "gad2", at_least = 7 }')
    assert "questions worry_more" in dead(content.read())


def test_p8_breaks_if_changes_are_offered_on_an_urgent_outcome(content: Content) -> None:
    content.replace(RULES, "offers_changes = false\n", "")
    questionnaire = content.read()
    found = broken(questionnaire, "P8")
    assert shown(questionnaire, found.answers).outcome.urgent


def test_p9_breaks_with_another_band_in_an_instrument(content: Content) -> None:
    content.replace("instruments/phq.toml", "low = 10, high = 14", "low = 10, high = 15")
    content.replace("instruments/phq.toml", "low = 15, high = 19", "low = 16, high = 19")
    assert "gives 15 (moderate), published: 15 (moderately_severe)" in broken(content.read(), "P9").message


def test_a_counterexample_tells_both_sets_of_answers() -> None:
    found = Counterexample("P5", "another outcome", (), (("goal", ("pivot", "values")),))
    assert str(found) == (
        "P5 does not hold: another outcome\n  with every question skipped\n  but  goal = pivot, values"
    )


def test_a_counterexample_without_answers_tells_only_what_is_wrong() -> None:
    assert str(Counterexample("P9", "another total")) == "P9 does not hold: another total"


def test_a_counterexample_of_one_set_of_answers_tells_only_that() -> None:
    assert (
        str(Counterexample("P2", "coaching", (("sleep", "most"),))) == "P2 does not hold: coaching\n  with sleep = most"
    )


def test_p7_breaks_if_advice_asks_for_two_levels_at_once(tmp_path: Path) -> None:
    content = tiny(tmp_path)
    condition = '{ signal = "budget", at_most = "no" }'
    content.replace("all.toml", condition, condition + ', { signal = "budget", at_least = "yes" }')
    assert dead(content.read()) == ("advice money",)


def test_p8_breaks_if_a_change_does_not_do_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lie = Changes(single=(AnswerChange("budget", "mood", "no", "yes", "urgent", 1, "practical"),))
    monkeypatch.setattr(prover, "changes", lambda questionnaire, seen: lie)
    assert only_broken(tiny(tmp_path).read(), "P8").message == "“budget” does not lead to urgent"


def test_p8_breaks_if_an_outcome_is_not_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prover, "reasons", lambda questionnaire, seen: ())
    assert only_broken(tiny(tmp_path).read(), "P8").message.endswith("names no answers that made it hold")


def test_p8_breaks_if_the_interpreter_decides_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    questionnaire = tiny(tmp_path).read()
    urgent = see(questionnaire, {"safety": "yes"})
    monkeypatch.setattr(prover, "see", lambda questionnaire, answers: urgent)
    assert "the interpreter decides R0, the proof R" in only_broken(questionnaire, "P8").message
