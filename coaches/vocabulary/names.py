"""Names of languages, countries and time zones, and money, as people write them where they live."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_timezone_location, get_timezone_name
from babel.numbers import format_currency
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _

from coaches.vocabulary.choices import SignLanguage


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(to_locale(language))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def locale() -> Locale:
    """The reader's locale, or English where it is not known."""
    return _locale(get_language() or "en")


def language(code: str) -> str:
    """A language by its code; the code itself where it has no name."""
    # CLDR has no names for most sign languages.
    if code in SignLanguage.values:
        return str(SignLanguage(code).label)
    return str(locale().languages.get(code, code))


def country(code: str) -> str:
    """A country by its code; the code itself where it has no name."""
    return str(locale().territories.get(code, code))


def time_zone(name: str) -> str:
    """A time zone by its IANA name, such as "Eastern Time (New York)"."""
    return _("%(zone)s (%(city)s)") % {
        "zone": get_timezone_name(name, width="long", zone_variant="generic", locale=locale()),
        "city": get_timezone_location(name, return_city=True, locale=locale()),
    }


def money(amount: int, currency: str) -> str:
    """A whole amount, such as "$250" or "250 €"."""
    whole = locale().currency_formats["standard"].pattern.replace(".00", "")
    return format_currency(amount, currency, whole, locale=locale(), currency_digits=False)
