"""The five questions that every coach is vetted by, from the guide, and which claims each one covers."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from coaches.models.claims import HasCredential, HasMethod, HasReferOut, HasTerms, HasTrackRecord


class VettingQuestion(models.TextChoices):
    """What a check answers. Source: "How to Choose a Career Coach" in the career coaching guide."""

    CREDENTIAL = "credential", _("Credential and training")
    TRACK_RECORD = "track_record", _("Track record")
    METHOD = "method", _("Method")
    TERMS = "terms", _("Fees and terms")
    REFER_OUT = "refer_out", _("Referring on")


_CLAIMS = {
    VettingQuestion.CREDENTIAL: HasCredential,
    VettingQuestion.TRACK_RECORD: HasTrackRecord,
    VettingQuestion.METHOD: HasMethod,
    VettingQuestion.TERMS: HasTerms,
    VettingQuestion.REFER_OUT: HasReferOut,
}

# When we looked is ours to say, and looking again changes no claim.
_OURS = {"credential_checked_on"}

CLAIMS: Mapping[VettingQuestion, tuple[str, ...]] = {
    question: tuple(field.name for field in claims._meta.local_fields if field.name not in _OURS)
    for question, claims in _CLAIMS.items()
}
"""The fields of a listing that each question's check covers."""

QUESTION_OF: Mapping[str, VettingQuestion] = {
    field: question for question, fields in CLAIMS.items() for field in fields
}
"""The question that covers a field."""
