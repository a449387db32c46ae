"""What levels signals can have, over every way the open questions could have been answered.

A signal hangs on the fields that feed it and on those that decide whether these are asked. Signals that
hang on a common field form a *cluster*. So a set of answers is, to the rules, one set of possible
*combinations* of levels a cluster, and the clusters combine freely.

Some signals stay by themselves although they share fields, and combine more freely than answers do: signals
of safety, whose silence never decides and which decide by themselves whatever else was said; and those that
no rule reads, which decide nothing and form clusters among themselves only. No outcome is gained or lost by it.

The pages of a cluster are walked in order while *states* (what has been gathered so far) are kept: one if
everything is answered, more where something is open. What nothing later looks at is forgotten on the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property

from triage.engine.deciding.answers import Answers, Given
from triage.engine.deciding.feeding import behind, every_answer, gates_of, is_open
from triage.engine.deciding.forgetting import Forgetting, forgetting
from triage.engine.deciding.moves import Moves
from triage.engine.deciding.states import Combination, Filled, State, States, Walk, add
from triage.engine.model import Field, Gate, Question, Questionnaire
from triage.engine.model.conditions import Gates


class Cluster(Moves):
    """Signals that hang on common fields, with everything that their levels depend on."""

    @cached_property
    def pages(self) -> tuple[Question, ...]:
        """The pages on the way, in order."""
        asking = {field.page.id for field in self.own_fields}
        return tuple(page for page in self.questionnaire.questions if page.id in asking)

    @cached_property
    def fields(self) -> Mapping[str, tuple[Field, ...]]:
        """The fields of each page (by its id) that make any difference here."""
        return {
            page.id: tuple(field for field in self.own_fields if field.page is page and self.matters(field))
            for page in self.pages
        }

    @cached_property
    def start(self) -> State:
        """Before anything is answered."""
        nothing = (0,) * len(self.signals)
        return State(nothing, nothing, (0,) * len(self.slots), frozenset(), frozenset())

    def leads_to(self, field: Field, state: State) -> bool:
        """Whether the field is asked of someone in this state."""
        return self._some(field.page.when, state) and self._some(field.when, state)

    def _some(self, when: Gates, state: State) -> bool:
        """Whether one of the alternatives holds, or there are none."""
        return not when or any(all(self._holds(gate, state) for gate in gates) for gates in when)

    def asked(self, field: Field, states: Iterable[State]) -> bool:
        """Whether a person who may be in any of these states is asked, given what they answered."""
        states = list(states)
        return all(
            not when or any(all(self._known(gate, states) for gate in gates) for gates in when)
            for when in (field.page.when, field.when)
        )

    def _holds(self, gate: Gate, state: State) -> bool:
        if gate.scale is not None:
            return state.totals[self.slots.index((gate.scale, True))] >= gate.at_least
        made = any((gate.question, choice) in state.choices for choice in gate.choices)
        return made if gate.any_of else not made

    def _known(self, gate: Gate, states: list[State]) -> bool:
        holding = (self._holds(gate, state) for state in states)
        # “None of these” holds where nothing was answered, even if one of them could have been.
        return any(holding) if gate.none_of else all(holding)

    @cached_property
    def _gated(self) -> frozenset[str]:
        return frozenset(field.id for field in self.own_fields if gates_of(field))

    def answer(self, states: States, field: Field, given: Given) -> dict[State, Filled]:
        """The states after one field was answered, or left open (None), in those that lead to it."""
        passed: dict[State, Filled] = {}
        if field.id in self._gated:
            passed = {state: filled for state, filled in states.items() if not self.leads_to(field, state)}
            states = {state: filled for state, filled in states.items() if state not in passed}
        if is_open(field, given):
            answered = {
                add(state, move): (*filled, (field.id, could_be))
                for move, could_be in self.open_moves(field)
                for state, filled in states.items()
            }
        else:
            move = self.move(field, given)
            answered = {add(state, move): filled for state, filled in states.items()}
        return {**answered, **passed}

    def leave(self, states: States, page: Question) -> dict[State, Filled]:
        """The states once the page has been dealt with, without what nothing later looks at."""
        after = self._forgetting[page.id]
        left: dict[State, Filled] = {}
        for state, filled in states.items():
            following = state
            if page.when and self._some(page.when, state):
                following = state._replace(asked=state.asked | {page.id})
            following = after.applied(following)
            if following not in left or len(filled) < len(left[following]):
                left[following] = filled
        return left

    @cached_property
    def _forgetting(self) -> Mapping[str, Forgetting]:
        return forgetting(self, self.pages)

    def walk(self, answers: Answers) -> Walk:
        """The end, given these answers; fields without one are open."""
        if all(answers.get(name) is None for name in self._asks):
            return self._silence
        return self._walk(answers)

    @cached_property
    def _asks(self) -> frozenset[str]:
        return frozenset(field.id for page in self.pages for field in self.fields[page.id])

    @cached_property
    def _silence(self) -> Walk:
        return self._walk({})

    def _walk(self, answers: Answers) -> Walk:
        states: States = {self.start: ()}
        met: set[str] = set()
        for page in self.pages:
            for field in self.fields[page.id]:
                given = answers.get(field.id)
                if is_open(field, given) and any(self.leads_to(field, state) for state in states):
                    met.add(field.id)
                states = self.answer(states, field, given)
            states = self.leave(states, page)
        return Walk(states, frozenset(met))

    def combinations(self, answers: Answers) -> frozenset[Combination]:
        """Every combination of levels that is possible, given these answers."""
        return frozenset(state.levels for state in self.walk(answers).states)

    def some_combinations(self, answers: Answers) -> frozenset[Combination]:
        """Combinations that some way of answering what is open comes to: not all of them, but found at once."""
        if not self.hangs_on(name for name, given in answers.items() if given is not None):
            return frozenset(state.levels for state in self._silence.states)
        given = {field.id: answers.get(field.id) for page in self.pages for field in self.fields[page.id]}
        filled = {
            name: next(every_answer(self.questionnaire.field[name]))
            for name, answer in given.items()
            if is_open(self.questionnaire.field[name], answer)
        }
        return self.combinations({**given, **filled})

    def hangs_on(self, field_ids: Iterable[str]) -> bool:
        """Whether an answer to one of these fields makes a difference here."""
        return not self._asks.isdisjoint(field_ids)

    def place(self, signal_id: str) -> int:
        """Where a signal stands in the combinations."""
        return next(place for place, signal in enumerate(self.signals) if signal.id == signal_id)


@cache
def clusters(questionnaire: Questionnaire) -> tuple[Cluster, ...]:
    """The clusters of all signals that have levels, in the order of each one's first signal."""
    levelled = [signal for signal in questionnaire.signals if signal.levels]
    read = _read_by_rules(questionnaire)
    deciding = [signal.id for signal in levelled if signal.id in read and signal.side != "safety"]
    telling = [signal.id for signal in levelled if signal.id not in read and signal.side != "safety"]
    safety = [signal.id for signal in levelled if signal.side == "safety"]
    groups = [*_grouped(questionnaire, deciding), *_grouped(questionnaire, telling)]
    groups += [group for name in safety for group in _grouped(questionnaire, [name])]
    order = [signal.id for signal in questionnaire.signals]
    made = [
        Cluster(
            questionnaire,
            tuple(signal for signal in questionnaire.signals if signal.id in names),
            tuple(field for field in questionnaire.field.values() if field.id in fields),
        )
        for names, fields in groups
    ]
    return tuple(sorted(made, key=lambda cluster: order.index(cluster.signals[0].id)))


def _grouped(questionnaire: Questionnaire, signals: Iterable[str]) -> list[tuple[list[str], set[str]]]:
    """Those of the signals that hang on common fields together, with these fields."""
    groups: list[tuple[list[str], set[str]]] = []
    for name in signals:
        fields = {field.id for field in behind(questionnaire, name)}
        sharing = [group for group in groups if group[1] & fields]
        rest = [group for group in groups if group not in sharing]
        names = [each for group in sharing for each in group[0]]
        groups = [*rest, ([*names, name], fields.union(*(group[1] for group in sharing)))]
    return groups


def _read_by_rules(questionnaire: Questionnaire) -> set[str]:
    criteria = [criterion for rule in questionnaire.rules for tests in rule.when for criterion in tests]
    named = {criterion.signal for criterion in criteria if criterion.signal is not None}
    groups = [questionnaire.group[criterion.group] for criterion in criteria if criterion.group is not None]
    return named.union(*(group.signals for group in groups))


@cache
def cluster_of(questionnaire: Questionnaire, signal_id: str) -> Cluster:
    """The cluster that a signal with levels belongs to."""
    return next(each for each in clusters(questionnaire) if any(signal.id == signal_id for signal in each.signals))
