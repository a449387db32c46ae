"""What a coach says, in words: one fact a line, for the listing's page, the comparison, the call sheet and the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from coaches.listing import answers as plain
from coaches.listing import readers as read
from coaches.listing.answers import Answer
from coaches.models.coach import Coach
from coaches.models.vetting_question import VettingQuestion


@dataclass(frozen=True)
class Fact:
    """A fact by its id, with the fields of the listing that it tells."""

    id: str
    label: StrOrPromise
    fields: tuple[str, ...]
    read: Callable[[Coach], Answer]

    def of(self, coach: Coach) -> StatedFact:
        """The fact as this coach tells it."""
        return StatedFact(self.id, str(self.label), self.read(coach))


@dataclass(frozen=True)
class StatedFact:
    """A fact of one coach. Without lines in the answer, they have not said."""

    id: str
    label: str
    answer: Answer


@dataclass(frozen=True)
class FactGroup:
    """Facts that stand together."""

    told: tuple[StatedFact, ...]

    @property
    def said(self) -> tuple[StatedFact, ...]:
        """What the coach has said something about."""
        return tuple(told for told in self.told if told.answer.lines)

    @property
    def unsaid(self) -> tuple[str, ...]:
        """The names of the others."""
        return tuple(told.label for told in self.told if not told.answer.lines)


def _plain(id: str, label: StrOrPromise, reader: Callable[[str], Callable[[Coach], Answer]]) -> Fact:
    return Fact(id, label, (id,), reader(id))


CHECKED: Sequence[Fact] = (
    Fact("credential", _("Credential"), ("credential", "credential_name"), read.credential),
    _plain("credential_number", _("Credential number"), plain.text),
    _plain("badge_link", _("Badge or register"), plain.link),
    _plain("credential_expires_on", _("Credential valid until"), plain.day),
    Fact("training", _("Training"), ("training", "other_training"), read.training),
    _plain("goals", _("What people come with"), plain.words),
    _plain("stages", _("Career stages"), plain.words),
    _plain("industries", _("Industries"), plain.words),
    _plain("representative_situations", _("Situations they worked on"), plain.lines),
    _plain("coaching_since", _("Coaching since"), plain.number),
    _plain("method", _("How they work"), plain.text),
    Fact("sessions", _("Sessions"), ("session_minutes", "rhythm"), read.sessions),
    _plain("engagement", _("Usual length"), plain.text),
    _plain("between_sessions", _("Work between sessions"), plain.text),
    _plain("progress", _("How progress is tracked"), plain.text),
    _plain("three_month_check_in", _("Check-in at three months"), plain.yes_or_no),
    Fact("session_fee", _("A session"), ("currency", "session_fee_low", "session_fee_high"), read.session_fee),
    Fact("package_fee", _("A package"), ("package_fee_low", "package_fee_high"), read.package_fee),
    _plain("package", _("What a package holds"), plain.text),
    _plain("sliding_scale", _("Sliding scale"), plain.yes_or_no),
    Fact("free_call", _("Free first call"), ("free_call", "free_call_minutes"), read.free_call),
    _plain("upfront", _("Paid upfront"), plain.choice),
    Fact("in_writing", _("Terms in writing"), ("terms_in_writing", "terms_where"), read.in_writing),
    _plain("refunds", _("Refunds"), plain.text),
    _plain("cancellations", _("Cancellations"), plain.text),
    _plain("refer_out", _("What is outside their scope"), plain.text),
    Fact("refers_for", _("Situations they refer on"), ("refers_for", "refers_for_other"), read.refers_for),
    _plain("refers_to", _("To whom"), plain.text),
)
"""The facts that a check covers: every claim is told by one of them."""

CLAIMED: Mapping[VettingQuestion, Sequence[Fact]] = {
    question: tuple(fact for fact in CHECKED if fact.fields[0] in question.claims) for question in VettingQuestion
}
"""The same by the question whose check covers them."""

MEETING: Sequence[Fact] = (
    Fact("accepting", _("Takes new clients"), ("accepting", "accepting_confirmed_on"), read.accepting),
    _plain("languages", _("Languages"), plain.words),
    _plain("meetings", _("Ways of meeting"), plain.words),
    Fact("place", _("Place"), ("place", "country"), read.place),
    _plain("time_zone", _("Time zone"), plain.choice),
)
"""Facts that nobody checks."""

CONTACT: Sequence[Fact] = (
    _plain("website", _("Website"), plain.link),
    _plain("public_email", _("E-mail"), plain.mail),
    _plain("phone", _("Telephone"), plain.telephone),
)
"""How to reach them."""


def tell(facts: Sequence[Fact], coach: Coach) -> FactGroup:
    """These facts as this coach tells them."""
    return FactGroup(tuple(fact.of(coach) for fact in facts))
