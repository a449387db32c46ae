"""Random ways through the real questionnaire, for hypothesis and for plain loops over a seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from hypothesis import strategies as st

from triage.engine.deciding.answers import Given
from triage.engine.deciding.feeding import every_answer
from triage.engine.deciding.path import replay
from triage.engine.model import Field, Questionnaire

Pick = Callable[[Field], Given]


def walk(questionnaire: Questionnaire, pick: Pick) -> dict[str, Given]:
    """Answers to every page that comes up."""
    answers: dict[str, Given] = {}
    while (page := (path := replay(questionnaire, answers)).next) is not None:
        answers |= {field.id: pick(field) for field in path.fields[page.id] if field.id not in answers}
    return answers


def random_walk(questionnaire: Questionnaire, random: Random) -> dict[str, Given]:
    """A walk with some leaning of its own: how much is skipped, how heavy the answers are, whether consent is given."""
    skips = random.choice((0.0, 0.0, 0.05, 0.15, 0.5))
    calm = random.choice((0.0, 0.5, 0.8, 0.95))

    def pick(field: Field) -> Given:
        if field.page.kind in ("consent", "help"):
            return field.choices[int(random.random() < 0.1) % len(field.choices)]
        if random.random() < skips:
            return None
        ways = [*every_answer(field), *(field.unanswered if not field.several else ())]
        if field.several:
            ways += [(choice,) for choice in field.unanswered]
        given: Given = random.choice(ways)
        return ways[0] if random.random() < calm and not field.several else given

    return walk(questionnaire, pick)


def seeds() -> st.SearchStrategy[Random]:
    """Sources of chance that hypothesis controls."""
    return st.randoms(use_true_random=False)
