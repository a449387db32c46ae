"""Promises on the outcome where a condition holds.

`exactly`, `always` and `only_if` are proved over all ways of answering every question that bears on a signal. They
then hold with questions skipped as well: the outcome is that of one of the completions (`decide_among`), each
completion is one of the cases looked at (`prover.completable` sees to that), and a condition that certainly holds
holds in all of them. `never` says more, of conditions that only could hold, and is proved over skips too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from triage.engine.deciding.clusters import cluster_of
from triage.engine.deciding.combinations import Way
from triage.engine.model import Outcome, Promise
from triage.engine.proof.cases import Cases
from triage.engine.proof.space import Space
from triage.engine.proof.verdict import Counterexample, Verdict, joined, verdict


def never(space: Space, promise: Promise) -> Verdict:
    """Wherever the condition could hold, the outcome is none of the named ones."""
    ends = Cases(space, promise).ends("possibly")
    return _outcomes(promise, ends, lambda outcome: outcome in promise.outcomes)


def always(space: Space, promise: Promise) -> Verdict:
    """Where the condition certainly holds, the outcome is one of the named ones."""
    ends = Cases(space.settled, promise).ends("certainly")
    return _outcomes(promise, ends, lambda outcome: outcome not in promise.outcomes)


def only_if(space: Space, promise: Promise) -> Verdict:
    """Where the condition can't hold, the outcome is none of the named ones; its cases are where it is one."""
    ends = Cases(space.settled, promise).ends("in no way")
    found = _outcomes(promise, ends, lambda outcome: outcome in promise.outcomes)
    covered = sum(outcome.id in promise.outcomes for outcome, _ in Cases(space.settled, promise).ends("possibly"))
    return Verdict(promise.id, covered, found.counterexample)


def exactly(space: Space, promise: Promise) -> Verdict:
    """The outcome is one of the named ones if and only if the condition holds."""
    return joined([always(space, promise), only_if(space, promise)], promise.id)


def urgent_where_raised(space: Space, promise: Promise) -> Verdict:
    """The outcome is one of the named ones wherever one of the signals has more than its lowest level."""
    verdicts = []
    for signal in promise.signals:
        cluster = cluster_of(space.questionnaire, signal)
        place = cluster.place(signal)
        raised = [o for o in space.options[cluster] if all(levels[place] > 0 for levels in o.combinations)]
        ends = space.ends({**space.options, cluster: raised})
        verdicts.append(_outcomes(promise, ends, lambda outcome: outcome not in promise.outcomes))
    return joined(verdicts, promise.id)


def _outcomes(promise: Promise, ends: Iterable[tuple[Outcome, Way]], breaks: Callable[[str], bool]) -> Verdict:
    """The verdict if no outcome at these ends may be one that breaks the promise."""
    looked_at = list(ends)
    broken = (
        Counterexample(promise.id, f"the outcome is {outcome.id}", way.answers, cost=way.cost)
        for outcome, way in looked_at
        if breaks(outcome.id)
    )
    return verdict(promise.id, len(looked_at), broken)
