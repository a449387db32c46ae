"""Where, when and in which language people meet the coach, and how they reach them."""

from __future__ import annotations

from django.db import models
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from coaches import words
from coaches.fields import WordsField
from coaches.vocabulary import COUNTRIES, LANGUAGES, TIME_ZONES, Meeting, SignLanguage

_language, _country, _time_zone = (lazy(named, str) for named in (words.language, words.country, words.time_zone))


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
