"""From a coaching result to the directory: what of it may go along, for the person to look at and change first.

Only the kind of goal, the career stage and the budget are ever read here: no answer about how someone is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from coaches.vocabulary import names
from coaches.vocabulary.choices import LANGUAGES, Goal, Meeting, SignLanguage, Stage
from triage.engine.explaining.evaluation import Evaluation

# Coming back after illness or care is a stage of the directory, too, but says something about health.
STAGES: Mapping[str, Stage] = {"early_direction": Stage.EARLY, "late_career": Stage.LATE, "retired": Stage.LATE}
"""Career stages by what the question is about, and by the situation."""


@dataclass(frozen=True)
class Wish:
    """One value that can go along, and whether it does unless the person changes that."""

    value: str
    label: str | Promise
    on: bool = False


@dataclass(frozen=True)
class Wishes:
    """What the person said of it: kinds of goal, a career stage or none, and whether money is tight.

    Two who said the same get the same form. What it offers beyond that is open.
    """

    goals: tuple[str, ...]
    stage: str
    tight: bool

    def wanted(self) -> tuple[Wish, ...]:
        """Their own goals."""
        return tuple(wish for wish in _offer(Goal.choices, self.goals) if wish.on)

    def others(self) -> tuple[Wish, ...]:
        """The other goals."""
        return tuple(wish for wish in _offer(Goal.choices, self.goals) if not wish.on)

    def stages(self) -> tuple[Wish, ...]:
        """All stages."""
        return _offer(Stage.choices, (self.stage,))

    def meetings(self) -> tuple[Wish, ...]:
        """All ways of meeting."""
        return _offer(Meeting.choices, ())

    def languages(self) -> tuple[Wish, ...]:
        """All languages, by name."""
        named = sorted((names.language(code), code) for code in (*LANGUAGES, *SignLanguage.values))
        return _offer(((code, name) for name, code in named), ())


def wishes(evaluation: Evaluation) -> Wishes | None:
    """What the person said of their goal, stage and budget; None where the recommendation is no coach."""
    if evaluation.outcome.service != "coaching":
        return None
    signals = evaluation.signals
    goals = signals["goal_kind"].tags
    stages = {STAGES[each] for each in (*goals, *signals["circumstances"].tags) if each in STAGES}
    return Wishes(
        goals=tuple(goal for goal in goals if goal in Goal.values),
        # Two stages at once are none that a single choice could show.
        stage=stages.pop() if len(stages) == 1 else "",
        tight=signals["budget"].level in ("tight", "no"),
    )


def _offer(choices: Iterable[tuple[str, str | Promise]], on: Collection[str]) -> tuple[Wish, ...]:
    return tuple(Wish(value, label, value in on) for value, label in choices)
