"""Which open questions would settle most, and whether everything is settled before the end."""

from __future__ import annotations

from collections.abc import Iterator

from triage.engine.deciding.answers import Answers, Given
from triage.engine.deciding.clusters import cluster_of
from triage.engine.deciding.decision import Seen, see
from triage.engine.deciding.diagram import Possible, diagram, rule_signals
from triage.engine.deciding.feeding import every_answer, speaks_of_danger
from triage.engine.deciding.path import Path, replay
from triage.engine.explaining.facts import is_settled
from triage.engine.explaining.open_outcomes import as_if_spoken
from triage.engine.model import Question, Questionnaire

AT_MOST = 2
"""How many questions are named."""


def settling(questionnaire: Questionnaire, seen: Seen) -> tuple[str, ...]:
    """The one or two pages with open questions which, answered, leave the fewest outcomes.

    Each is judged by the answer that leaves most outcomes, then by the mean over answers; a page of several rows by
    answering all of them alike. A page that waits for consent stands for the page that asks for it. None are named
    where everything is settled.
    """
    if is_settled(questionnaire, seen):
        return ()
    met = {name for cluster in diagram(questionnaire).clusters for name in seen.walks[cluster].open}
    ranked: list[tuple[int, float, int, str]] = []
    for place, page in enumerate(questionnaire.questions):
        open_fields = [field for field in questionnaire.fields_of(page) if field.id in met]
        if not open_fields or (page not in seen.path.pages and page not in seen.path.withheld):
            continue
        left = [_outcomes_left(questionnaire, seen, answers) for answers in _ways(questionnaire, page, met)]
        if left and min(left) < _count(questionnaire, seen.possible):
            ranked.append((max(left), sum(left) / len(left), place, _asked_on(questionnaire, seen.path, page)))
    return tuple(dict.fromkeys(name for _, _, _, name in sorted(ranked)))[:AT_MOST]


def _ways(questionnaire: Questionnaire, page: Question, met: set[str]) -> Iterator[Answers]:
    """Ways of answering what is open on the page: its one field in each way, or all its rows alike."""
    fields = [field for field in questionnaire.fields_of(page) if field.id in met]
    for given in every_answer(fields[0]):
        ways: dict[str, Given] = {field.id: given for field in fields}
        # Nobody is asked to speak of danger so that something else is settled.
        yield {name: way for name, way in ways.items() if not speaks_of_danger(questionnaire, name, way)}


def _outcomes_left(questionnaire: Questionnaire, seen: Seen, answers: Answers) -> int:
    """How many outcomes are possible once these answers are given as well."""
    changed = {cluster_of(questionnaire, name) for name in rule_signals(questionnaire)}
    given = {**seen.path.answers, **answers}
    possible = {
        cluster: cluster.combinations(given) if cluster in changed and cluster.hangs_on(answers) else combinations
        for cluster, combinations in seen.possible.items()
    }
    return _count(questionnaire, possible)


def _count(questionnaire: Questionnaire, possible: Possible) -> int:
    places = diagram(questionnaire).rules(possible)
    return len({questionnaire.rules[place].outcome for place in places if place is not None})


def _asked_on(questionnaire: Questionnaire, path: Path, page: Question) -> str:
    """The page to go to, so that the page can be answered."""
    consent = questionnaire.part[page.part].consent
    return consent if page in path.withheld and consent is not None else page.id


def settled_early(questionnaire: Questionnaire, answers: Answers) -> bool:
    """Whether no answer to what was skipped or is still to come can change the outcome, before the end.

    Never before the pages that the questionnaire names in `before_settling` were shown, and not at all without any.
    """
    if not questionnaire.before_settling:
        return False
    path = replay(questionnaire, answers)
    before = (field.id for name in questionnaire.before_settling for field in path.fields.get(name, ()))
    if path.next is None or any(name not in path.answers for name in before):
        return False
    # On most pages a few ways of going on already come to different outcomes, and nothing more has to be looked at.
    clusters = diagram(questionnaire).clusters
    some = {cluster: cluster.some_combinations(path.answers) for cluster in clusters}
    if _count(questionnaire, some) > 1:
        return False
    seen = see(questionnaire, path.answers)
    return _count(questionnaire, as_if_spoken(questionnaire, seen)) == 1
