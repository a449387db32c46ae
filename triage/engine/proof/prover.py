"""Proving every promise of a questionnaire, with witnesses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from triage.engine.deciding.answers import Answers
from triage.engine.deciding.combinations import deciding
from triage.engine.deciding.decision import decide_among, see
from triage.engine.explaining.changes import changes
from triage.engine.explaining.reasons import reasons
from triage.engine.model import Promise, Questionnaire
from triage.engine.model.instruments import Scale
from triage.engine.proof.comparisons import never_less_care, never_matters, never_more_care, skipping_never_lowers
from triage.engine.proof.counting import count_answer_sets
from triage.engine.proof.help import help_next, safety_first
from triage.engine.proof.promises import always, exactly, never, only_if
from triage.engine.proof.sayings import fits, never_says
from triage.engine.proof.says_only_if import says_only_if
from triage.engine.proof.score import Score, score
from triage.engine.proof.space import Space, space_of
from triage.engine.proof.verdict import Counterexample, Verdict, complete, verdict
from triage.engine.proof.witnesses import Witnesses, find_witnesses


@dataclass(frozen=True)
class Proof:
    """The verdict on each promise, the sizes of what was looked at, and the witnesses.

    `answer_sets` counts complete sets of answers; `level_sets` how many sets of combinations of levels
    each cluster of signals comes to; `ends` the different ends of all their combinations.
    """

    questionnaire: Questionnaire
    verdicts: tuple[Verdict, ...]
    answer_sets: int
    level_sets: Mapping[str, int]
    ends: int
    witnesses: Witnesses
    space: Space

    @property
    def holds(self) -> bool:
        """Whether every promise does."""
        return all(each.holds for each in self.verdicts)

    @cached_property
    def score(self) -> Score:
        """How well the promises pin the rules, which takes a while. They must hold."""
        return score(self.space)

    @property
    def gaps(self) -> tuple[str, ...]:
        """What the promises leave unpinned of the rules. They must hold."""
        return self.score.gaps(self.questionnaire.idle_edits)


def prove(questionnaire: Questionnaire) -> Proof:
    """Look at every possible set of answers (see the package's docstring for how, and why it is sound).

    Where the rules leave a case undecided, only that is reported: the other promises speak of outcomes.
    """
    space = space_of(questionnaire)
    verdicts = [_decided(space)]
    witnesses: Witnesses = {}
    if verdicts[0].holds:
        witnesses, dead = find_witnesses(space)
        verdicts = [_verdict(space, promise, witnesses, dead) for promise in questionnaire.promises]
    return Proof(
        questionnaire=questionnaire,
        verdicts=tuple(verdicts),
        answer_sets=count_answer_sets(questionnaire),
        level_sets={"+".join(s.id for s in each.signals): len(space.options[each]) for each in space.diagram.clusters},
        ends=len(space.everything),
        witnesses=witnesses,
        space=space,
    )


def _decided(space: Space) -> Verdict:
    """Whether some rule holds in every case."""
    named = (promise.id for promise in space.questionnaire.promises if promise.kind == "total_and_alive")
    name = next(named, "total_and_alive")
    broken = (
        Counterexample(name, "no rule holds", found.answers, cost=found.cost)
        for nodes, found in space.everything.items()
        if None in deciding(space.diagram, nodes)
    )
    return verdict(name, len(space.everything), broken)


def _verdict(space: Space, promise: Promise, witnesses: Witnesses, dead: tuple[str, ...]) -> Verdict:
    if promise.kind == "total_and_alive":
        broken = [Counterexample(promise.id, f"these can never be reached: {', '.join(dead)}")] if dead else []
        return verdict(promise.id, len(space.everything) + sum(map(len, witnesses.values())), broken)
    found = PROOFS[promise.kind](space, promise)
    if found.holds and found.shown == "cases" and not found.cases:
        return verdict(promise.id, 0, [Counterexample(promise.id, "it covers no case, so it promises nothing")])
    return found


def explained(space: Space, promise: Promise) -> Verdict:
    """Every outcome names its rule and why; changes do what is said; none leads away from crisis help.

    That holds by the way `reasons` and `changes` work, see the package's docstring. Here it is
    seen to: one set of answers for each end is evaluated, and each change applied and evaluated again.
    """
    broken: list[Counterexample] = []
    for nodes, found in space.everything.items():
        expected = decide_among(space.questionnaire, deciding(space.diagram, nodes)).rule.id
        faults = _unexplained(space.questionnaire, complete(space.questionnaire, found.answers), expected)
        broken += [Counterexample(promise.id, fault, found.answers, cost=found.cost) for fault in faults]
    return verdict(promise.id, len(space.everything), broken)


def _unexplained(questionnaire: Questionnaire, answers: Answers, expected: str) -> Iterator[str]:
    seen = see(questionnaire, answers)
    if seen.decision.rule.id != expected:
        yield f"the interpreter decides {seen.decision.rule.id}, the proof {expected}"
    why = reasons(questionnaire, seen)
    if not why or not all(reason.answers or reason.open for reason in why):
        yield f"{seen.decision.rule.id} names no answers that made it hold"
    if seen.decision.outcome.urgent and seen.decision.outcome.offers_changes:
        yield "changes may be offered that lead away from crisis help"
    offered = changes(questionnaire, seen)
    for change in offered.single:
        if see(questionnaire, {**answers, change.field: change.answer}).decision.outcome.id != change.outcome:
            yield f"“{change.field}” does not lead to {change.outcome}"
    together = {change.field: change.answer for change in offered.together}
    if together and see(questionnaire, {**answers, **together}).decision.outcome.id != offered.outcome:
        yield f"“{', '.join(together)}” together do not lead to {offered.outcome}"


def pinned(space: Space, promise: Promise) -> Verdict:
    """Published examples come to the published totals and bands. Versions are pinned by the record."""
    scales = [scale for each in space.questionnaire.instruments for scale in each.scales]
    faults = [fault for scale in scales for fault in _example_faults(scale)]
    cases = sum(len(scale.examples) for scale in scales)
    if not cases:
        return Verdict(promise.id, 0, shown="versions")
    return verdict(promise.id, cases, [Counterexample(promise.id, "; ".join(faults))] if faults else [])


def _example_faults(scale: Scale) -> Iterator[str]:
    for example in scale.examples:
        total = sum(example.values)
        band = scale.band(total).id
        if (total, band) != (example.total, example.band):
            given = f"{scale.name}: {list(example.values)} gives {total} ({band})"
            yield f"{given}, published: {example.total} ({example.band})"


PROOFS: Mapping[str, Callable[[Space, Promise], Verdict]] = {
    "safety_first": safety_first,
    "help_next": help_next,
    "exactly": exactly,
    "always": always,
    "only_if": only_if,
    "never": never,
    "never_less_care": never_less_care,
    "never_more_care": never_more_care,
    "never_matters": never_matters,
    "skipping_never_lowers": skipping_never_lowers,
    "explained": explained,
    "pinned": pinned,
    "fits": fits,
    "never_says": never_says,
    "says_only_if": says_only_if,
}
"""How each kind of promise is proved; `total_and_alive` alone needs the witnesses."""
