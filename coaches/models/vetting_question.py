"""The five questions that every coach is vetted by, each in one record: whatever tells or asks one reads it here.

Source of the questions: "How to Choose a Career Coach" in the career coaching guide; the words are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from coaches.models.claims import HasCredential, HasMethod, HasReferOut, HasTerms, HasTrackRecord


@dataclass(frozen=True)
class FirstCall:
    """What to ask on a first call, what a good answer holds, and what to be wary of."""

    ask: StrOrPromise
    good: StrOrPromise
    wary: StrOrPromise


@dataclass(frozen=True)
class Record:
    """What there is to say of one question.

    `asked`: as a visitor would ask it. `looked_at`: what we look at. `form_hint`: what the coach reads above the
    claims in their own form. `claimed`: the part of a listing that its check covers, if any.
    """

    asked: StrOrPromise
    looked_at: StrOrPromise
    form_hint: StrOrPromise
    call: FirstCall
    claimed: type[models.Model] | None = None


class VettingQuestion(models.TextChoices):
    """What a check answers. The order is that of every page; the ids are stored: never change one."""

    record: Record

    CREDENTIAL = (
        "credential",
        Record(
            asked=_("What did they learn, and is the credential real?"),
            looked_at=_("We look the credential up in its public register, or open the badge, and note its last day."),
            form_hint=_(
                "We look the credential up in its register and note the last day. It is fine to have none: then your "
                "track record has to carry the listing."
            ),
            call=FirstCall(
                _("What training do you have, and who can confirm your credential?"),
                _("Names the school and the credential, and where you can look it up."),
                _("Only titles of their own making; will not say where it can be checked."),
            ),
            claimed=HasCredential,
        ),
        _("Credential and training"),
    )
    TRACK_RECORD = (
        "track_record",
        Record(
            asked=_("Have they worked with people like me?"),
            looked_at=_("We read what they say about people, fields and goals, and ask for situations without names."),
            form_hint=_(
                "We compare these with what we can find about your work. People look for a coach who knows their kind "
                "of step."
            ),
            call=FirstCall(
                _("Tell me about two or three people in a place like mine. What came of it?"),
                _("Cases without names that resemble yours in stage, field and goal; also one that went less well."),
                _("Only success, only famous employers, or names of clients."),
            ),
            claimed=HasTrackRecord,
        ),
        _("Track record"),
    )
    METHOD = (
        "method",
        Record(
            asked=_("How do they work?"),
            looked_at=_(
                "We look for plain words on how it begins, what happens between sessions, and how progress shows."
            ),
            form_hint=_("Write as you would say it to a client on a first call, in plain words."),
            call=FirstCall(
                _("How would we work: in a session, between sessions, and after three months?"),
                _("Plain words: how it begins, what you do in between, a day to look back and decide anew."),
                _("Whatever comes up on the day; no way to see progress; no wish to look back together."),
            ),
            claimed=HasMethod,
        ),
        _("Method"),
    )
    TERMS = (
        "terms",
        Record(
            asked=_("What does it cost, and what if I stop?"),
            looked_at=_("We read the fees, the refunds and the cancellations where clients get them in writing."),
            form_hint=_(
                "We compare this with what you give clients in writing. Give the fee of a session, a package, or both: "
                "whole amounts without a sign, such as 180. If there is one price, leave the “up to” empty."
            ),
            call=FirstCall(
                _("What does all of it cost, what do I pay when, and what if I want to stop?"),
                _("One number for the whole, and refunds and cancellations sent to you in writing."),
                _("A price that ends today, or pressure to pay for a long package during this call."),
            ),
            claimed=HasTerms,
        ),
        _("Fees and terms"),
    )
    REFER_OUT = (
        "refer_out",
        Record(
            asked=_("When do they send people to a clinician?"),
            looked_at=_("We ask what is outside their scope, for examples, and to whom they send people then."),
            form_hint=_(
                "The question that counts most for us: what you do not work on, and what you do when it comes up."
            ),
            call=FirstCall(
                _("Which troubles are not yours to work on, and what do you do when one shows?"),
                _("Names examples, such as depression or trauma, and says to which licensed people clients are sent."),
                _("Says nothing is out of reach, offers to treat it, or guarantees a result."),
            ),
            claimed=HasReferOut,
        ),
        _("Referring on"),
    )

    def __new__(cls, value: str, *record: Record) -> VettingQuestion:
        """A question by its id, with its record."""
        question = str.__new__(cls, value)
        question._value_ = value
        # Several in the signature alone: by its id alone a question is looked up, not made.
        (question.record,) = record
        return question

    @property
    def claims(self) -> tuple[str, ...]:
        """The fields of a listing that its check covers."""
        if self.record.claimed is None:
            return ()
        return tuple(field.name for field in self.record.claimed._meta.local_fields)


QUESTION_OF: Mapping[str, VettingQuestion] = {
    field: question for question in VettingQuestion for field in question.claims
}
"""The question whose check covers a field."""
