"""How promises on the plan itself are proved: that an agenda fits its time, that some words are never said."""

from __future__ import annotations

from collections.abc import Iterator

from triage.engine.deciding.clusters import cluster_of
from triage.engine.deciding.states import Filled
from triage.engine.explaining.agendas import timed
from triage.engine.model import Promise, Questionnaire
from triage.engine.proof.space import Space
from triage.engine.proof.texts import searching
from triage.engine.proof.verdict import Counterexample, Verdict, verdict
from triage.engine.proof.witnesses import advice_witness


def fits(space: Space, promise: Promise) -> Verdict:
    """At every length and outcome that any set of answers comes to, the agenda's minutes add up to the length.

    Nothing else decides over an agenda (`agendas.timed` takes nothing else), so these ends stand for all answers.
    """
    questionnaire = space.questionnaire
    cases = 0
    broken: list[Counterexample] = []
    for section in (questionnaire.section[name] for name in promise.sections):
        length = section.length or ""
        cluster = cluster_of(questionnaire, length)
        for place, wanted in enumerate(section.minutes):
            own = cluster.place(length)
            held = [o for o in space.options[cluster] if {levels[own] for levels in o.combinations} == {place}]
            for outcome, found in space.ends({**space.options, cluster: held}):
                cases += 1
                minutes = timed(questionnaire, outcome, {length: frozenset({place})})
                total = sum(minutes[name] for name in minutes if questionnaire.advice_by_id[name].section == section.id)
                if total != wanted:
                    message = f"“{section.id}” takes {total} of {wanted} minutes when the outcome is {outcome.id}"
                    broken.append(Counterexample(promise.id, message, found.answers, cost=found.cost))
    return verdict(promise.id, cases, broken)


def never_says(space: Space, promise: Promise) -> Verdict:
    """No question or choice, and no piece of the named sections, holds one of the words, whoever gets to see it."""
    forbidden = searching(promise.words)
    texts = list(_said(space.questionnaire, promise.sections))
    broken = (
        Counterexample(promise.id, f"{place} says “{said[0]}”", _way_to(space, place), cost=len(place))
        for place, text in texts
        if (said := forbidden.search(text))
    )
    return verdict(promise.id, len(texts), broken)


def _said(questionnaire: Questionnaire, sections: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every text that is asked, or told in these sections, with what it stands in."""
    for page in questionnaire.questions:
        for text in (page.text, page.why, page.note, page.label):
            yield f"question {page.id}", text
        for choice in page.choices:
            yield f"choice {page.id}.{choice.id}", f"{choice.text} {choice.hint}"
    for section in (questionnaire.section[name] for name in sections):
        yield f"section {section.id}", f"{section.title} {section.note}"
    for piece in questionnaire.advice:
        if piece.section in sections:
            yield f"advice {piece.id}", " ".join((piece.title, piece.text, piece.example, piece.first_step))


def _way_to(space: Space, place: str) -> Filled | None:
    """Answers with which somebody would read it, where it depends on answers."""
    kind, name = place.split(" ")
    if kind != "advice":
        return None
    return advice_witness(space, space.questionnaire.advice_by_id[name])
