"""What two versions of a questionnaire make of the same person, cluster by cluster.

A person answers both versions in full. They answer a question that both ask (it has the same id) alike: the choices
that both have are the same choice, and those that one of them lacks take the place of those that the other lacks (of
any, if it lacks none). A question that only one version asks may be answered in any way. Where two signals of the same
id, or a renamed one, have no question in common, the person is taken to have the same level of both; a level that one
of them lacks may be any of the other's.

What only the new version can have heard is marked: a choice where the old version has none left that it could stand
for, and an answer to a new question that raises a signal which the versions otherwise ask about alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from triage.engine.deciding.answers import Given, chosen
from triage.engine.deciding.clusters import Cluster, clusters
from triage.engine.deciding.feeding import every_answer, fields_behind
from triage.engine.deciding.states import State
from triage.engine.model import Field, Question, Questionnaire, Signal

Levels = tuple[int, ...]
"""A level for each signal of the old clusters, then of the new ones."""
States = tuple[State, ...]


@dataclass(frozen=True)
class Joined:
    """Clusters of both versions that hang on the same answers, and every combination of levels that they come to.

    With each combination comes whether it takes an answer that only the new version can have heard.
    """

    old: tuple[Cluster, ...]
    new: tuple[Cluster, ...]
    levels: frozenset[tuple[Levels, bool]]

    @property
    def signals(self) -> tuple[tuple[bool, Signal], ...]:
        """The signals that the levels are of, each with whether it is the new version's."""
        sides = ((False, self.old), (True, self.new))
        return tuple((new, signal) for new, side in sides for cluster in side for signal in cluster.signals)


def renamed(old: Questionnaire, new: Questionnaire) -> Mapping[str, str]:
    """The new id of each old signal that the new version still has."""
    ids = {signal.id: signal.id for signal in old.signals}
    for change in new.changes:
        if change.version > old.version:
            ids = {first: change.renamed.get(last, last) for first, last in ids.items()}
    return {first: last for first, last in ids.items() if last in new.signal}


def joined_clusters(old: Questionnaire, new: Questionnaire) -> tuple[Joined, ...]:
    """All clusters of both versions, those together that share a question or a signal."""
    ids = renamed(old, new)
    groups: list[tuple[list[Cluster], list[Cluster], set[str]]] = []
    for is_new, questionnaire in ((False, old), (True, new)):
        for cluster in clusters(questionnaire):
            names = {signal.id if is_new else ids.get(signal.id, f"{signal.id} of old") for signal in cluster.signals}
            hangs_on = {f"signal {name}" for name in names} | {f"field {field}" for field in _fields(cluster)}
            met = [group for group in groups if group[2] & hangs_on]
            groups = [group for group in groups if group not in met]
            olds = [each for group in met for each in group[0]] + ([] if is_new else [cluster])
            news = [each for group in met for each in group[1]] + ([cluster] if is_new else [])
            groups.append((olds, news, hangs_on.union(*(group[2] for group in met))))
    return tuple(_joined(ids, tuple(olds), tuple(news)) for olds, news, _ in groups)


def _fields(cluster: Cluster) -> Mapping[str, Field]:
    return {field.id: field for fields in cluster.fields.values() for field in fields}


def _joined(ids: Mapping[str, str], olds: tuple[Cluster, ...], news: tuple[Cluster, ...]) -> Joined:
    both = Joined(olds, news, frozenset())
    reached: set[tuple[States, bool]] = {(tuple(cluster.start for cluster in (*olds, *news)), False)}
    for step in _in_order(ids, both):
        reached = {after for states, unheard in reached for after in step.after(states, unheard)}
    found = {(tuple(level for state in states for level in state.levels), unheard) for states, unheard in reached}
    return Joined(olds, news, frozenset(each for each in found if _agree(ids, both, each[0])))


@dataclass(frozen=True)
class _Answering:
    """A question (or a row of one) is answered: in one version, or alike in both (`places` in the states).

    Each of the `ways` has an answer for each version that asks, and whether the old one cannot have heard it.
    """

    asking: tuple[tuple[int, Cluster, Field], ...]
    ways: tuple[tuple[tuple[Given, ...], bool], ...]

    def after(self, states: States, unheard: bool) -> Iterator[tuple[States, bool]]:
        asked = [cluster.leads_to(field, states[place]) for place, cluster, field in self.asking]
        for answers, new in self.ways if any(asked) else self.ways[:1]:
            following = list(states)
            for (place, cluster, field), leads, given in zip(self.asking, asked, answers, strict=True):
                if leads:
                    (following[place],) = cluster.answer({states[place]: ()}, field, given)
            yield tuple(following), unheard or (new and asked[-1])


@dataclass(frozen=True)
class _Leaving:
    """A page of one version is behind."""

    place: int
    cluster: Cluster
    page: Question

    def after(self, states: States, unheard: bool) -> Iterator[tuple[States, bool]]:
        (left,) = self.cluster.leave({states[self.place]: ()}, self.page)
        yield (*states[: self.place], left, *states[self.place + 1 :]), unheard


def _in_order(ids: Mapping[str, str], both: Joined) -> Iterator[_Answering | _Leaving]:
    """Both versions' questions, each version's in its own order, those that both ask at the same time.

    Where the versions ask two of them in different orders, one of the two counts as asked by each version alone.
    """
    places = list(enumerate((*both.old, *both.new)))
    old_steps, new_steps = _steps(places[: len(both.old)]), _steps(places[len(both.old) :])
    asked_alike = _asked_alike(ids, both)
    waiting = {step[2].id: number for number, step in enumerate(old_steps) if isinstance(step[2], Field)}
    done = 0
    for step in new_steps:
        place, cluster, thing = step
        if not isinstance(thing, Field):
            yield _Leaving(place, cluster, thing)
            continue
        twin = waiting.get(thing.id, -1)
        if twin < done or not _alike(old_steps[twin][2], thing):
            raised = asked_alike[cluster]
            yield _Answering(
                ((place, cluster, thing),),
                tuple(
                    ((g,), any(cluster.move(thing, g).levels[at] for at in raised) or _is_new(both, thing, g))
                    for g in every_answer(thing)
                ),
            )
            continue
        yield from (_alone(each) for each in old_steps[done:twin])
        done = twin + 1
        old_place, old_cluster, old_field = old_steps[twin]
        assert isinstance(old_field, Field)
        yield _Answering(
            ((old_place, old_cluster, old_field), (place, cluster, thing)), tuple(_pairs(old_field, thing))
        )
    yield from (_alone(each) for each in old_steps[done:])


Step = tuple[int, Cluster, "Field | Question"]


def _steps(clusters_of_one: Sequence[tuple[int, Cluster]]) -> list[Step]:
    """The fields and the ends of pages of one version's clusters, in the order of its pages."""
    steps: list[Step] = []
    if clusters_of_one:
        for page in clusters_of_one[0][1].questionnaire.questions:
            for place, cluster in clusters_of_one:
                if page in cluster.pages:
                    steps += [(place, cluster, field) for field in cluster.fields[page.id]]
                    steps.append((place, cluster, page))
    return steps


def _alone(step: Step) -> _Answering | _Leaving:
    place, cluster, thing = step
    if isinstance(thing, Field):
        return _Answering(((place, cluster, thing),), tuple(((given,), False) for given in every_answer(thing)))
    return _Leaving(place, cluster, thing)


def _alike(old: Field | Question, new: Field) -> bool:
    """Whether both versions ask this so that an answer to one is an answer to the other."""
    return isinstance(old, Field) and old.several == new.several and not set(old.choices).isdisjoint(new.choices)


def _is_new(both: Joined, field: Field, given: Given) -> bool:
    """Whether an answer has a choice that the old version's question lacks, with none left that it could stand for."""
    old = both.old[0].questionnaire.field.get(field.id) if both.old else None
    return old is not None and set(old.choices) < set(field.choices) and not set(chosen(given)) <= set(old.choices)


def _pairs(old: Field, new: Field) -> Iterator[tuple[tuple[Given, ...], bool]]:
    """The answers to both versions of a question that the same person could give."""
    common = set(old.choices) & set(new.choices)
    spare_old, spare_new = set(old.choices) - common, set(new.choices) - common
    for before in every_answer(old):
        for after in every_answer(new):
            one, other = set(chosen(before)), set(chosen(after))
            dropped, added = one & spare_old, other & spare_new
            same = one & common == other & common
            if (same and bool(dropped) == bool(added)) or (dropped and not spare_new):
                yield (before, after), False
            elif added and not spare_old:
                yield (before, after), True


def _agree(ids: Mapping[str, str], both: Joined, levels: Levels) -> bool:
    """Whether signals that are the same but have no question in common have the same level."""
    old = {ids.get(s.id): (s, level) for (new, s), level in zip(both.signals, levels, strict=True) if not new}
    for (is_new, signal), level in zip(both.signals, levels, strict=True):
        if is_new and signal.id in old and not _share(both, old[signal.id][0], signal):
            before, after = old[signal.id][0].levels[old[signal.id][1]], signal.levels[level]
            if before != after and before in signal.levels and after in old[signal.id][0].levels:
                return False
    return True


def _asked_alike(ids: Mapping[str, str], both: Joined) -> Mapping[Cluster, tuple[int, ...]]:
    """The places of those signals of each new cluster that the old version asks about alike."""
    olds = {ids.get(signal.id): signal for is_new, signal in both.signals if not is_new}
    return {
        cluster: tuple(
            place
            for place, signal in enumerate(cluster.signals)
            if signal.id in olds and _share(both, olds[signal.id], signal)
        )
        for cluster in both.new
    }


def _share(both: Joined, old: Signal, new: Signal) -> bool:
    """Whether a question that feeds the one also feeds the other."""
    before = _alike_fields(both.old, old)
    after = _alike_fields(both.new, new)
    return any(name in after and _alike(field, after[name]) for name, field in before.items())


def _alike_fields(side: tuple[Cluster, ...], signal: Signal) -> Mapping[str, Field]:
    cluster = next(each for each in side if signal in each.signals)
    return {field.id: field for field in fields_behind(cluster.questionnaire, signal.id)}
