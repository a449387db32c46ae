"""A whole questionnaire, and look-ups into it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Protocol, TypeVar

from pydantic import Field as Setting

from triage.engine.model.base import Content, Day, FrozenMap, Id, Text
from triage.engine.model.instruments import Answer, Instrument, Item, Scale
from triage.engine.model.plan import Advice, Agenda, Carry, Scope, Section
from triage.engine.model.promises import IdleEdits, Promise
from triage.engine.model.questions import Choice, Field, Part, Question, Score
from triage.engine.model.rules import Outcome, Rule
from triage.engine.model.signals import Signal, SignalGroup


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def by_id(things: Iterable[N]) -> Mapping[str, N]:
    """The things under their ids, in order."""
    return MappingProxyType({thing.id: thing for thing in things})


class VersionNote(Content):
    """What a version changed, for people who audit it. `renamed` gives the new id of signals that had another."""

    version: int = Setting(ge=1)
    day: Day
    text: Text
    renamed: FrozenMap[Id, Id] = Setting(default={}, validate_default=True)


class Words(Content):
    """What its pages say of the questionnaire as a whole.

    `lead` and `time` stand where it begins, `finish` on the button after the last question, `result` above what
    comes out, `limits` below it. Where there is `feedback`, people can be asked afterwards whether it helped, and this
    says what for.
    """

    lead: Text
    time: Text
    finish: Text
    result: Text
    limits: Text
    feedback: str = ""


class Questionnaire(Content):
    """Everything that decides and explains, as read from its files and checked.

    `prefix` is what its addresses begin with: a word that tells nothing. `country` is the question whose choices
    are the signposts' country codes. `before_settling` are the pages without which nobody is told that all is settled.
    """

    id: Id
    prefix: Id = Setting(pattern=r"^[a-z]{2,12}$")
    version: int = Setting(ge=1)
    title: Text
    words: Words
    country: Id
    before_settling: tuple[Id, ...] = ()
    parts: tuple[Part, ...] = Setting(min_length=1)
    changes: tuple[VersionNote, ...] = Setting(min_length=1)
    signals: tuple[Signal, ...] = Setting(min_length=1)
    groups: tuple[SignalGroup, ...] = ()
    questions: tuple[Question, ...] = Setting(min_length=1)
    scores: tuple[Score, ...] = ()
    outcomes: tuple[Outcome, ...] = Setting(min_length=1)
    rules: tuple[Rule, ...] = Setting(min_length=1)
    sections: tuple[Section, ...] = ()
    advice: tuple[Advice, ...] = ()
    agendas: tuple[Agenda, ...] = ()
    scopes: tuple[Scope, ...] = ()
    carries: tuple[Carry, ...] = ()
    promises: tuple[Promise, ...] = ()
    idle_edits: tuple[IdleEdits, ...] = ()
    instruments: tuple[Instrument, ...] = ()

    # A questionnaire is read once and shared: identity is equality, which makes caches cheap.
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 (hex) over all that the content says, independent of files, layout and keys left out."""
        said = self.model_dump(mode="json", exclude_defaults=True)
        plain = json.dumps(said, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(plain.encode()).hexdigest()

    @cached_property
    def signal(self) -> Mapping[str, Signal]:
        """Signals under their ids."""
        return by_id(self.signals)

    @cached_property
    def group(self) -> Mapping[str, SignalGroup]:
        """Groups under their ids."""
        return by_id(self.groups)

    @cached_property
    def question(self) -> Mapping[str, Question]:
        """Questions (pages) under their ids."""
        return by_id(self.questions)

    @cached_property
    def part(self) -> Mapping[str, Part]:
        """Parts under their ids."""
        return by_id(self.parts)

    @cached_property
    def outcome(self) -> Mapping[str, Outcome]:
        """Outcomes under their ids."""
        return by_id(self.outcomes)

    @cached_property
    def section(self) -> Mapping[str, Section]:
        """Sections under their ids."""
        return by_id(self.sections)

    @cached_property
    def advice_by_id(self) -> Mapping[str, Advice]:
        """Pieces of advice under their ids."""
        return by_id(self.advice)

    @cached_property
    def scope(self) -> Mapping[str, Scope]:
        """Scopes under their ids."""
        return by_id(self.scopes)

    @cached_property
    def asks_feelings(self) -> bool:
        """Whether some questions wait for consent, because their answers are health information."""
        return any(part.consent is not None for part in self.parts)

    @cached_property
    def instrument(self) -> Mapping[str, Instrument]:
        """Instruments under their ids."""
        return by_id(self.instruments)

    @cached_property
    def scale(self) -> Mapping[str, Scale]:
        """Every instrument's scales under their ids."""
        return by_id(scale for instrument in self.instruments for scale in instrument.scales)

    @cached_property
    def item(self) -> Mapping[str, Item]:
        """Every instrument's items under their ids."""
        return by_id(item for instrument in self.instruments for item in instrument.items)

    @cached_property
    def values(self) -> Mapping[str, Mapping[str, int]]:
        """What each answer to each instrument's item is worth (in points)."""
        return MappingProxyType(
            {
                item.id: {answer.id: answer.value for answer in item.answers or instrument.answers}
                for instrument in self.instruments
                for item in instrument.items
            }
        )

    def items_of(self, scale_id: str | None) -> tuple[str, ...]:
        """The items of a scale, in order; none of a scale that does not exist."""
        scale = self.scale.get(scale_id or "")
        return scale.items if scale is not None else ()

    @cached_property
    def field(self) -> Mapping[str, Field]:
        """Everything that can be answered, under the id that answers are kept under, in page order."""
        return by_id(field for question in self.questions for field in self.fields_of(question))

    @cached_property
    def field_ids(self) -> Mapping[str, tuple[str, ...]]:
        """The choices under each id that can be answered; it holds even where references are broken."""
        asked = {item: tuple(self.values.get(item, ())) for question in self.questions for item in question.items}
        own = {
            name: tuple(choice.id for choice in question.choices)
            for question in self.questions
            if question.kind != "instrument"
            for name in ([row.id for row in question.rows] if question.kind == "rows" else [question.id])
        }
        return MappingProxyType(asked | own)

    @cached_property
    def _fields_of(self) -> Mapping[str, tuple[Field, ...]]:
        return {question.id: tuple(self._make_fields(question)) for question in self.questions}

    def fields_of(self, question: Question) -> tuple[Field, ...]:
        """What the page can ask: one field, or one for each row."""
        return self._fields_of[question.id]

    def choice(self, field: Field, choice_id: str) -> Choice | Answer:
        """A field's choice by its id."""
        options: tuple[Choice, ...] | tuple[Answer, ...] = field.page.choices
        if field.page.instrument is not None:
            options = self.instrument[field.page.instrument].answers_of(field.id)
        return next(option for option in options if option.id == choice_id)

    def effects(self, field: Field, choice_id: str) -> Mapping[str, str | int]:
        """What a choice of a page with choices gives to which signals; nothing for an instrument's answers."""
        return self._effects.get((field.id, choice_id), {})

    @cached_property
    def _effects(self) -> Mapping[tuple[str, str], Mapping[str, str | int]]:
        own = {row.id: row.effects for question in self.questions for row in question.rows}
        return {
            (field.id, choice.id): own.get(field.id, {}).get(choice.id, choice.effects)
            for field in self.field.values()
            for choice in field.page.choices
        }

    def _make_fields(self, question: Question) -> Iterable[Field]:
        nothing: frozenset[str] = frozenset()
        if question.instrument is not None:
            for item_id in question.items:
                answers = tuple(answer.id for answer in self.instrument[question.instrument].answers_of(item_id))
                yield Field(item_id, question, self.item[item_id].text, answers, False, nothing, nothing)
            return
        choices = tuple(choice.id for choice in question.choices)
        unanswered = frozenset(choice.id for choice in question.choices if choice.unanswered)
        if question.kind == "rows":
            for row in question.rows:
                yield Field(row.id, question, row.text, choices, False, nothing, unanswered, row.when)
            return
        yield Field(
            id=question.id,
            page=question,
            text=question.text,
            choices=choices,
            several=question.kind == "several",
            exclusive=frozenset(choice.id for choice in question.choices if choice.exclusive),
            unanswered=unanswered,
        )
