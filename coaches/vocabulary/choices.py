"""The words that a listing chooses from. Their ids are stored, in addresses and in files: never change one."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Credential(models.TextChoices):
    """What a coach holds, the International Coaching Federation's three tiers first."""

    ACC = "icf_acc", _("ICF ACC")
    PCC = "icf_pcc", _("ICF PCC")
    MCC = "icf_mcc", _("ICF MCC")
    BCC = "bcc", _("BCC")
    OTHER = "other", _("Another credential")
    NONE = "none", _("No credential")


class Training(models.TextChoices):
    """Programs that the guide names, and others."""

    CTI = "cti", _("Co-Active Training Institute (CTI)")
    HUDSON = "hudson", _("Hudson Institute")
    NEWFIELD = "newfield", _("Newfield Network")
    OTHER = "other", _("Another program")


class Goal(models.TextChoices):
    """What people want help with: the triage's own kinds of goal, by the same ids."""

    NEGOTIATION = "negotiation", _("Pay, or weighing up an offer")
    PIVOT = "pivot", _("Moving to another field or kind of work")
    JOB_SEARCH = "job_search", _("Finding a job")
    PROMOTION = "promotion", _("A promotion, or a first bigger role")
    VISIBILITY = "visibility", _("Being heard and seen at work")
    EARLY_DIRECTION = "early_direction", _("Finding a direction at the start")
    LATE_CAREER = "late_career", _("The last stretch of working life")
    VALUES = "values", _("Work that means something again")
    SUPPORTED_WORK = "supported_work", _("Working with some support")
    GROWING_HERE = "growing_here", _("Growing where one is")


class Stage(models.TextChoices):
    """Where in their working life people are."""

    STUDENT = "student", _("Still studying")
    EARLY = "early", _("First years of work")
    MIDDLE = "middle", _("Mid-career")
    MANAGER = "manager", _("Leading a team")
    EXECUTIVE = "executive", _("Executive")
    RETURNING = "returning", _("Coming back after a break")
    LATE = "late", _("Last years of work")


class Industry(models.TextChoices):
    """Fields of work."""

    ARTS = "arts", _("Arts and media")
    CONSTRUCTION = "construction", _("Building and trades")
    EDUCATION = "education", _("Education and research")
    ENERGY = "energy", _("Energy and environment")
    FINANCE = "finance", _("Banking and insurance")
    GOVERNMENT = "government", _("Government")
    HEALTH = "health", _("Health and care")
    HOSPITALITY = "hospitality", _("Hotels, food and travel")
    LAW = "law", _("Law")
    MANUFACTURING = "manufacturing", _("Manufacturing")
    NONPROFIT = "nonprofit", _("Nonprofits")
    RETAIL = "retail", _("Shops and consumer goods")
    SCIENCE = "science", _("Science and medicine makers")
    SERVICES = "services", _("Consulting and business services")
    TECHNOLOGY = "technology", _("Technology")
    TRANSPORT = "transport", _("Transport and logistics")


class Situation(models.TextChoices):
    """What a coach refers to a clinician."""

    DEPRESSION = "depression", _("Depression")
    EATING = "eating", _("An eating disorder")
    ADHD = "adhd", _("Untreated ADHD")
    TRAUMA = "trauma", _("Trauma")
    ANXIETY = "anxiety", _("Panic or severe anxiety")
    ADDICTION = "addiction", _("Addiction")
    SUICIDE = "suicide", _("Thoughts of suicide")
    OTHER = "other", _("Something else that is named")


class Meeting(models.TextChoices):
    """How sessions are held."""

    VIDEO = "video", _("Video")
    PHONE = "phone", _("Phone")
    IN_PERSON = "in_person", _("In person")


class SignLanguage(models.TextChoices):
    """Sign languages, which CLDR has no names for, by their ISO 639-3 codes."""

    AMERICAN = "ase", _("American Sign Language")
    BRITISH = "bfi", _("British Sign Language")


class Upfront(models.TextChoices):
    """How much of an engagement is paid before it begins."""

    NONE = "none", _("Nothing upfront")
    PART = "part", _("Part of it upfront")
    WHOLE = "whole", _("All of it upfront")


LANGUAGES = (
    "ar", "bn", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko",
    "nl", "no", "pl", "pt", "ro", "ru", "so", "sv", "sw", "ta", "th", "tl", "tr", "uk", "ur", "vi", "yue", "zh",
)  # fmt: skip
"""Languages that sessions can be held in, by their CLDR codes."""

TIME_ZONES = (
    "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Chicago",
    "America/New_York", "America/Halifax", "America/Sao_Paulo", "Europe/Dublin", "Europe/London", "Europe/Berlin",
    "Europe/Athens", "Africa/Lagos", "Africa/Johannesburg", "Africa/Nairobi", "Asia/Dubai", "Asia/Kolkata",
    "Asia/Singapore", "Asia/Tokyo", "Australia/Perth", "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip
"""Time zones by their IANA names, from west to east."""

CURRENCIES = ("USD", "CAD", "GBP", "EUR", "AUD", "NZD", "CHF", "SGD", "INR", "ZAR")
"""Currencies of fees, by their ISO 4217 codes."""

COUNTRIES = (
    "US", "CA", "GB", "IE", "AU", "NZ", "AT", "BE", "BR", "CH", "DE", "DK", "ES", "FI", "FR", "GR", "IN", "IT", "JP",
    "KE", "NG", "NL", "NO", "PL", "PT", "SE", "SG", "ZA",
)  # fmt: skip
"""Countries that coaches work from, by their ISO 3166 codes."""
