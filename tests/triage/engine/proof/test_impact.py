"""What a version changes for people: every kind of change, and no other."""

from __future__ import annotations

from tests.triage.engine.second_table import as_questionnaire, second_table
from triage.engine.proof.impact import Standing, impact


def test_a_version_that_changes_no_rule_changes_nothing() -> None:
    assert impact(as_questionnaire(second_table()), as_questionnaire(second_table())).kinds == ()


def test_a_rule_that_another_outcome_is_given_changes_exactly_that() -> None:
    told = second_table()
    next(rule for rule in told["rules"] if rule["id"] == "R10")["outcome"] = "exploring"
    (kind,) = impact(as_questionnaire(second_table()), as_questionnaire(told)).kinds
    assert (kind.before, kind.after, kind.by_new_questions) == ("coaching_later", "exploring", False)
    assert kind.example == (Standing("commitment", "no", "no"),)
