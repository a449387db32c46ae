"""What a coach's page says after something was done there, by the word in its address."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

MESSAGES: Mapping[str, StrOrPromise] = {
    "saved": _("It is changed. Nothing of it had to be looked at."),
    "proposed": _("We have your changes. What shows at once is changed; the rest waits for us to look at it."),
    "guarantee": _(
        "We have your changes. Something in your words reads like the promise of an outcome: if it is one, please take "
        "it out, since we cannot list it."
    ),
    "openings": _("Thank you. Your listing says so, with today as the day."),
    "paused": _("Your listing is paused. Nobody sees it until you resume it."),
    "resumed": _("Your listing is no longer paused."),
    "again": _("We have your application. It is looked at like a new one."),
    "agreed": _("Thank you. You have agreed to be listed; we go on from here."),
    "answered": _("We have your answer."),
    "not_now": _("That cannot be done now: something has changed meanwhile. This is how it stands."),
}
