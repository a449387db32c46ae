"""What a coach says of themselves, by the question that vouches for it; nobody checks how to meet and reach them."""

from __future__ import annotations

from django.db import models
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from coaches.vocabulary import names
from coaches.vocabulary.choices import (
    COUNTRIES,
    CURRENCIES,
    LANGUAGES,
    TIME_ZONES,
    Credential,
    Goal,
    Industry,
    Meeting,
    SignLanguage,
    Situation,
    Stage,
    Training,
    Upfront,
)
from coaches.vocabulary.fields import WordsField

_language, _country, _time_zone = (lazy(named, str) for named in (names.language, names.country, names.time_zone))


class HasCredential(models.Model):
    """Credential and training."""

    credential = models.CharField(_("credential"), max_length=7, choices=Credential, default=Credential.NONE)
    credential_name = models.CharField(
        _("its name, if another"),
        max_length=120,
        blank=True,
        help_text=_("Such as “Certified Career Services Provider”."),
    )
    credential_number = models.CharField(_("credential number"), max_length=60, blank=True)
    badge_link = models.URLField(_("link to the badge or register"), blank=True)
    credential_expires_on = models.DateField(
        _("credential valid until"), null=True, blank=True, help_text=_("The last day, as the register shows it.")
    )
    training = WordsField(_("training programs"), words=Training.choices)
    other_training = models.CharField(_("other training"), max_length=200, blank=True)

    class Meta:
        abstract = True


class HasTrackRecord(models.Model):
    """Whom the coach has worked with."""

    goals = WordsField(_("goals"), words=Goal.choices, help_text=_("What people come with."))
    stages = WordsField(_("career stages"), words=Stage.choices)
    industries = WordsField(_("industries"), words=Industry.choices)
    representative_situations = models.TextField(
        _("representative situations"),
        max_length=2000,
        blank=True,
        help_text=_("Two or three situations without names, one on each line."),
    )
    coaching_since = models.PositiveSmallIntegerField(_("coaching since (year)"), null=True, blank=True)

    class Meta:
        abstract = True


class HasMethod(models.Model):
    """How an engagement goes, in plain words."""

    method = models.TextField(_("method"), max_length=2000, blank=True, help_text=_("How a typical engagement goes."))
    session_minutes = models.PositiveSmallIntegerField(_("length of a session (minutes)"), null=True, blank=True)
    rhythm = models.CharField(_("rhythm"), max_length=120, blank=True, help_text=_("Such as “every two weeks”."))
    engagement = models.CharField(_("usual length"), max_length=120, blank=True, help_text=_("Such as “four months”."))
    between_sessions = models.TextField(_("work between sessions"), max_length=1000, blank=True)
    progress = models.TextField(_("how progress is tracked"), max_length=1000, blank=True)
    three_month_check_in = models.BooleanField(_("check-in at three months"), null=True, blank=True)

    class Meta:
        abstract = True


class HasTerms(models.Model):
    """What it costs, and what is agreed in writing. Empty means that we do not know, never that there is none."""

    currency = models.CharField(
        _("currency"), max_length=3, choices=[(code, code) for code in CURRENCIES], default="USD"
    )
    session_fee_low = models.PositiveIntegerField(_("a session, from"), null=True, blank=True)
    session_fee_high = models.PositiveIntegerField(_("a session, up to"), null=True, blank=True)
    package_fee_low = models.PositiveIntegerField(_("a package, from"), null=True, blank=True)
    package_fee_high = models.PositiveIntegerField(_("a package, up to"), null=True, blank=True)
    package = models.CharField(_("what a package holds"), max_length=200, blank=True)
    sliding_scale = models.BooleanField(_("sliding scale"), null=True, blank=True)
    free_call = models.BooleanField(_("free discovery call"), null=True, blank=True)
    free_call_minutes = models.PositiveSmallIntegerField(_("length of the call (minutes)"), null=True, blank=True)
    upfront = models.CharField(_("payment upfront"), max_length=5, choices=Upfront, blank=True)
    terms_in_writing = models.BooleanField(_("terms in writing"), null=True, blank=True)
    terms_where = models.CharField(
        _("where they are written"), max_length=300, blank=True, help_text=_("An address, or “in the agreement”.")
    )
    refunds = models.TextField(_("refunds"), max_length=1000, blank=True)
    cancellations = models.TextField(_("cancellations"), max_length=1000, blank=True)

    class Meta:
        abstract = True


class HasReferOut(models.Model):
    """When and to whom the coach refers people on."""

    refer_out = models.TextField(
        _("refer-out policy"), max_length=2000, blank=True, help_text=_("What is outside your scope, and what you do.")
    )
    refers_for = WordsField(_("situations named"), words=Situation.choices)
    refers_for_other = models.CharField(_("other situations"), max_length=200, blank=True)
    refers_to = models.CharField(_("to whom"), max_length=300, blank=True)

    class Meta:
        abstract = True


class HasMeeting(models.Model):
    """Ways of meeting. Nobody checks these; `accepting_confirmed_on` is when the coach last confirmed the openings."""

    languages = WordsField(
        _("languages"), words=tuple((code, _language(code)) for code in (*LANGUAGES, *SignLanguage.values))
    )
    meetings = WordsField(_("ways of meeting"), words=Meeting.choices)
    place = models.CharField(_("place"), max_length=120, blank=True, help_text=_("A town, for meeting in person."))
    country = models.CharField(
        _("country"), max_length=2, blank=True, choices=[(code, _country(code)) for code in COUNTRIES]
    )
    time_zone = models.CharField(
        _("time zone"), max_length=40, blank=True, choices=[(name, _time_zone(name)) for name in TIME_ZONES]
    )
    accepting = models.BooleanField(_("accepting clients"), null=True, blank=True)
    accepting_confirmed_on = models.DateField(_("openings confirmed on"), null=True, blank=True)
    website = models.URLField(_("website"), blank=True)
    public_email = models.EmailField(_("e-mail for clients"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True, help_text=_("With the country code."))

    class Meta:
        abstract = True
