"""Applying to be listed, confirming it, and asking for a link."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from django.db import IntegrityError, transaction
from django.urls import resolve, reverse
from django.utils.text import slugify

from coaches.letters import tell
from coaches.models.coach import Coach
from coaches.models.status import Status
from coaches.own_pages.drafts import discard
from coaches.own_pages.links import confirm_url, edit_url
from coaches.today import today
from coaches.vetting.lifecycle import apply_to_be_listed
from coaches.vetting.revising import BY_THE_COACH

LONGEST_NAME = 60


@transaction.atomic
def apply(*, coach: Coach) -> None:
    """Keep a new listing as a draft and mail a link to confirm it.

    If the e-mail address has a listing already, nothing is kept, and its holder is told instead.
    """
    known = list(Coach.objects.filter(email__iexact=coach.email).exclude(status=Status.DRAFT))
    for each in known:
        tell(each, "known", link=edit_url(each))
    if known:
        return
    coach.status = Status.DRAFT
    coach.accepting_confirmed_on = today() if coach.accepting is not None else None
    coach._change_reason = BY_THE_COACH
    _save_under_a_free_key(coach)
    tell(coach, "confirm", link=confirm_url(coach))


@transaction.atomic
def confirm(*, coach: Coach) -> bool:
    """Make an application of a draft. Returns False if there was nothing left to confirm."""
    same = list(Coach.objects.filter(email__iexact=coach.email).order_by("pk").select_for_update())
    draft = next((each for each in same if each.pk == coach.pk and each.status == Status.DRAFT), None)
    if draft is None or any(each.status != Status.DRAFT for each in same):
        return False
    apply_to_be_listed(coach=draft)
    discard(Coach.objects.filter(pk__in=[each.pk for each in same if each.pk != coach.pk]))
    tell(draft, "received")
    return True


def send_links(*, email: str) -> None:
    """Mail a link to each listing of an e-mail address; to a draft, the one to confirm it."""
    found = list(Coach.objects.filter(email__iexact=email).order_by("-applied_at"))
    listings = [each for each in found if each.status != Status.DRAFT]
    for each in listings:
        tell(each, "link", link=edit_url(each))
    if found and not listings:
        tell(found[0], "confirm", link=confirm_url(found[0]))


def _save_under_a_free_key(coach: Coach) -> None:
    for slug in _keys(coach.name):
        if Coach.objects.filter(slug=slug).exists():
            continue
        coach.slug = slug
        try:
            with transaction.atomic():
                coach.save()
        except IntegrityError:
            # Somebody of the same name may have been quicker; anything else is not for another key to solve.
            if not Coach.objects.filter(slug=slug).exists():
                raise
        else:
            return


def _keys(name: str) -> Iterator[str]:
    """Keys that say the name, the plain one first, without those of the directory's own pages."""
    plain = slugify(name)[:LONGEST_NAME].strip("-") or "coach"
    for number in count(1):
        key = plain if number == 1 else f"{plain}-{number}"
        if resolve(reverse("coach", args=[key])).url_name == "coach":
            yield key
