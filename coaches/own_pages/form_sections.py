"""How the form for coaches is laid out: by the five questions, with an example beside what is hard to answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from coaches.models.vetting_question import VettingQuestion
from coaches.vetting.revising import FREE, OWN

READ = _("A change here is read by us before it shows. Your listing stays up meanwhile.")
CHECKED = _(
    "A change here is looked at first. Once we accept it, your listing is taken down until the change is checked and "
    "the listing published again."
)
AT_ONCE = _("A change here shows at once.")


@dataclass(frozen=True)
class FormSection:
    """A part of the form. `changing` says what happens to a change of a listing that is up."""

    id: str
    title: StrOrPromise
    why: StrOrPromise
    fields: Sequence[str]
    changing: StrOrPromise


SECTIONS: Sequence[FormSection] = (
    FormSection("you", _("You"), _("What people read first, and where we write to you."), OWN, READ),
    *(
        FormSection(
            question.value,
            format_lazy("{}. {}", number, question.label),
            question.record.form_hint,
            question.claims,
            CHECKED,
        )
        for number, question in enumerate(VettingQuestion, 1)
    ),
    FormSection(
        "meeting",
        _("Meeting and reaching you"),
        _("Nobody checks these, and the listing says so. Give at least one way to reach you."),
        FREE,
        AT_ONCE,
    ),
)

NEEDED = frozenset({
    "name", "headline", "own_words", "email", "credential", "goals", "stages", "method", "currency", "refunds",
    "cancellations", "refer_out", "refers_for", "refers_to", "languages", "meetings",
})  # fmt: skip
"""Fields that nobody can leave out; others are needed only together with some answers: see `consistency.py`."""

IF_IT_APPLIES = frozenset({
    "credential_name", "credential_number", "badge_link", "credential_expires_on", "other_training",
    "representative_situations", "session_fee_low", "session_fee_high", "package_fee_low", "package_fee_high",
    "package", "free_call_minutes", "terms_where", "refers_for_other", "place", "website", "public_email", "phone",
})  # fmt: skip
"""Fields that some answers ask for, and others leave without a meaning."""

AUTOCOMPLETE: Mapping[str, str] = {"name": "name", "email": "email", "website": "url", "phone": "tel"}
"""What a browser may fill in of the person who types."""

LABELS: Mapping[str, StrOrPromise] = {
    "name": _("Your name, or the name you practice under"),
    "headline": _("One line about your work"),
    "own_words": _("In your own words"),
    "email": _("E-mail for letters from us"),
    "credential_number": _("Number of the credential"),
    "badge_link": _("Link to the badge or to the register"),
    "credential_expires_on": _("Last day of the credential"),
    "goals": _("What people come to you with"),
    "representative_situations": _("Two or three situations"),
    "coaching_since": _("Coaching since"),
    "method": _("How an engagement goes"),
    "session_minutes": _("Length of a session in minutes"),
    "engagement": _("Usual length of an engagement"),
    "three_month_check_in": _("Do you look back together after about three months?"),
    "sliding_scale": _("Do some people pay less, by their means?"),
    "free_call": _("Is there a free first call?"),
    "free_call_minutes": _("Length of the free call in minutes"),
    "terms_in_writing": _("Do clients get fees and terms in writing before they pay?"),
    "refunds": _("What is paid back, and when"),
    "cancellations": _("How a session is called off"),
    "refer_out": _("What is outside your scope, and what you do then"),
    "refers_for": _("Situations that you refer to a clinician"),
    "refers_to": _("To whom you refer"),
    "accepting": _("Do you take new clients now?"),
}
"""Names of fields where the listing's own are too short to answer."""

HINTS: Mapping[str, StrOrPromise] = {
    "headline": _("Such as “Calm preparation for pay talks”."),
    "own_words": _("Whom you work with, and how that feels. Please promise no outcome: nobody can, and we cannot list "
                   "coaches who do."),
    "email": _("Never shown. We send you a link there, now and whenever you want to change something."),
    "goals": _("Choose what you know well: a short list tells people more than a long one."),
    "credential_number": _("For ICF credentials: the number or the link, whichever you have."),
    "other_training": _("Such as “Coaching certificate, a university near you, 2019”."),
    "representative_situations": _("No names. Such as: “An engineer with two offers who had never negotiated.” One on "
                                   "each line."),
    "coaching_since": _("A year, such as 2015."),
    "method": _("Such as: “We agree on one goal and how we will know. Each session ends with two things to try.”"),
    "session_minutes": _("Such as 50."),
    "between_sessions": _("Such as: “A draft of the letter, two calls.”"),
    "progress": _("Such as: “We write the goal down, and look at it every fourth session.”"),
    "package": _("Such as “eight sessions in four months, with messages in between”."),
    "refunds": _("Such as: “Sessions that were not used are paid back within two weeks.” If nothing is paid back, say "
                 "so."),
    "cancellations": _("Such as: “Free of charge until the day before.”"),
    "refer_out": _("Such as: “I do not coach someone in a depression. I say so, give two names, and we pause until "
                   "they want to go on.”"),
    "refers_to": _("Such as “licensed therapists nearby, and the client's own doctor”."),
    "place": _("The town, if you meet in person."),
    "website": _("Such as https://your-practice.example."),
    "phone": _("With the country code, such as +1 555 010 0100."),
}  # fmt: skip
"""Examples, and why we ask."""
