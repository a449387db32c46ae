"""How many sets of answers there are in all."""

from __future__ import annotations

from collections import Counter
from itertools import product
from math import prod

from triage.engine.deciding.answers import Given
from triage.engine.deciding.feeding import every_answer, gates_of, gating
from triage.engine.deciding.path import gates_hold, is_withheld
from triage.engine.model import Question, Questionnaire

Known = frozenset[tuple[str, Given]]


def count_answer_sets(questionnaire: Questionnaire) -> int:
    """The number of different complete sets of answers, each skip being one way of answering.

    Consent is given or refused: skipping its page counts as refusing.
    """
    consents = sorted({part.consent for part in questionnaire.parts if part.consent is not None})
    clusters = _clusters(questionnaire)
    total = 0
    # Consent pages reach over clusters, so each way of answering them is counted by itself.
    for decided in product(*(questionnaire.field[name].choices for name in consents)):
        given: dict[str, Given] = dict(zip(consents, decided, strict=True))
        total += prod(_count(questionnaire, cluster, given) for cluster in clusters)
    return total


def _clusters(questionnaire: Questionnaire) -> list[list[Question]]:
    """Pages that decide over each other's being asked, together; every other page by itself."""
    consents = {page.id for page in questionnaire.questions if page.kind == "consent"}
    clusters: list[set[str]] = []
    for page in questionnaire.questions:
        if page.kind == "consent":
            continue
        linked = {page.id, *gating(questionnaire, page)} - consents
        joined = [cluster for cluster in clusters if cluster & linked]
        clusters = [cluster for cluster in clusters if not cluster & linked] + [linked.union(*joined)]
    return [[page for page in questionnaire.questions if page.id in cluster] for cluster in clusters]


def _count(questionnaire: Questionnaire, pages: list[Question], consent: dict[str, Given]) -> int:
    gates = [gate for field in questionnaire.field.values() for gate in gates_of(field)]
    watched = {gate.question for gate in gates}.union(*(questionnaire.items_of(gate.scale) for gate in gates))
    reached: Counter[Known] = Counter({frozenset(consent.items()): 1})
    for page in pages:
        following: Counter[Known] = Counter()
        for known, ways in reached.items():
            if not gates_hold(questionnaire, page.when, dict(known)) or is_withheld(questionnaire, page, dict(known)):
                following[known] += ways
                continue
            now = Counter({known: ways})
            for field in questionnaire.fields_of(page) if page.kind != "help" else ():
                nexts: Counter[Known] = Counter()
                for each, so_far in now.items():
                    if not gates_hold(questionnaire, field.when, dict(each)):
                        nexts[each] += so_far
                        continue
                    for given in (None, *field.unanswered, *every_answer(field)):
                        nexts[each | {(field.id, given)} if field.id in watched else each] += so_far
                now = nexts
            following.update(now)
        reached = following
    return sum(reached.values())
