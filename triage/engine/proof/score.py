"""How well the promises hold the rules: every single edit that changes an outcome must break one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from triage.engine.deciding.combinations import deciding, sweep
from triage.engine.model import IdleEdits, Promise
from triage.engine.proof.comparisons import never_less_care, never_matters, never_more_care, skipping_never_lowers
from triage.engine.proof.edits import single_edits
from triage.engine.proof.promises import always, exactly, never, only_if, urgent_where_raised
from triage.engine.proof.side_by_side import side_by_side
from triage.engine.proof.space import Space
from triage.engine.proof.verdict import Verdict

Kind = Callable[[Space, Promise], Verdict]

# In the order in which they are tried: the quickest first.
_ON_OUTCOMES: Mapping[str, Kind] = {
    "exactly": exactly,
    "always": always,
    "only_if": only_if,
    "never": never,
    "safety_first": urgent_where_raised,
    "never_less_care": never_less_care,
    "never_more_care": never_more_care,
    "never_matters": never_matters,
    "skipping_never_lowers": skipping_never_lowers,
}
_OVER_SKIPS = ("never_matters", "skipping_never_lowers")
"""Kinds that walk the questions by themselves, so that nothing is gained by looking at complete answers first."""


@dataclass(frozen=True)
class Score:
    """All single edits of the rule table by what became of them.

    `caught` gives for each edit that changes an outcome the first promise found that it breaks, `missed` has those
    that break none, `idle` those that change no outcome for any set of answers.
    """

    caught: Mapping[str, str]
    missed: tuple[str, ...]
    idle: tuple[str, ...]

    @property
    def changing(self) -> int:
        """How many edits change an outcome."""
        return len(self.caught) + len(self.missed)

    def gaps(self, reasons: Sequence[IdleEdits]) -> tuple[str, ...]:
        """What keeps the score from being all, given the content's reasons for edits that change nothing."""
        given = [edit for reason in reasons for edit in reason.edits]
        known = {*self.caught, *self.missed}
        unexplained = (edit for edit in self.idle if edit not in given)
        return (
            *(f"“{edit}” changes an outcome and breaks no promise" for edit in self.missed),
            *(f"“{edit}” changes no outcome; say in idle_edits why it is written so" for edit in unexplained),
            *(f"“{edit}” stands in idle_edits, but changes an outcome" for edit in given if edit in known),
            *(f"“{edit}” stands in idle_edits, but is no edit" for edit in given if edit not in {*known, *self.idle}),
        )


def score(space: Space) -> Score:
    """Try every single edit. The promises must hold of the table as it is."""
    caught: dict[str, str] = {}
    missed: list[str] = []
    idle: list[str] = []
    promises = _by_quickness(space)
    for edit in single_edits(space.questionnaire):
        edited = space.with_rules(edit.rules)
        if not _changes_an_outcome(space, edited):
            idle.append(edit.name)
        elif (broken := _broken_by(edited, promises)) is not None:
            caught[edit.name] = broken
        else:
            missed.append(edit.name)
    return Score(caught, tuple(missed), tuple(idle))


def _by_quickness(space: Space) -> list[Promise]:
    order = list(_ON_OUTCOMES)
    on_outcomes = [promise for promise in space.questionnaire.promises if promise.kind in order]
    return sorted(on_outcomes, key=lambda promise: order.index(promise.kind))


def _changes_an_outcome(space: Space, edited: Space) -> bool:
    """Whether any set of answers comes to another outcome, complete ones first, which are quick to compare."""
    return any(_differ(one, other) for one, other in ((space.settled, edited.settled), (space, edited)))


def _differ(space: Space, edited: Space) -> bool:
    both = side_by_side(space.order, space.diagram, edited.diagram)
    for nodes in sweep(both, space.options):
        before, after = zip(*deciding(both, nodes), strict=True)
        if None in after or space.outcome_of(before) != edited.outcome_of(after):
            return True
    return False


def _broken_by(edited: Space, promises: list[Promise]) -> str | None:
    """A promise that the edited table breaks. Complete answers are looked at first: most slips show there."""
    alive = next((each.id for each in edited.questionnaire.promises if each.kind == "total_and_alive"), None)
    rules = {rule for nodes in edited.settled.everything for rule in deciding(edited.diagram, nodes)}
    if None in rules:
        return alive
    for promise in promises:
        if promise.kind not in _OVER_SKIPS and not _ON_OUTCOMES[promise.kind](edited.settled, promise).holds:
            return promise.id
    if alive is not None and _leaves_out_some(edited, rules):
        return alive
    return next((each.id for each in promises if not _ON_OUTCOMES[each.kind](edited, each).holds), None)


def _leaves_out_some(edited: Space, rules: set[int | None]) -> bool:
    """Whether a rule or an outcome can no longer come about."""
    questionnaire = edited.deciding_by
    outcomes = {questionnaire.rules[rule].outcome for rule in rules if rule is not None}
    return len(rules) < len(questionnaire.rules) or len(outcomes) < len(questionnaire.outcomes)
