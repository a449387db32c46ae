"""What a questionnaire is: typed, frozen values with closed vocabularies."""

from __future__ import annotations

from triage.engine.model.conditions import Condition, Criterion, Gate
from triage.engine.model.instruments import Instrument, Item, Scale
from triage.engine.model.plan import Advice, Agenda, Carry, Scope, Section, Slot
from triage.engine.model.promises import IdleEdits, Promise
from triage.engine.model.questionnaire import Questionnaire
from triage.engine.model.questions import Choice, Field, Part, Question, Row, Score
from triage.engine.model.rules import Outcome, Rule, Variant
from triage.engine.model.signals import Signal, SignalGroup

__all__ = [
    "Advice",
    "Agenda",
    "Carry",
    "Choice",
    "Condition",
    "Criterion",
    "Field",
    "Gate",
    "IdleEdits",
    "Instrument",
    "Item",
    "Outcome",
    "Part",
    "Promise",
    "Question",
    "Questionnaire",
    "Row",
    "Rule",
    "Scale",
    "Scope",
    "Score",
    "Section",
    "Signal",
    "SignalGroup",
    "Slot",
    "Variant",
]
