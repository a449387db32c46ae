"""Listings that may be of one and the same coach."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from django.db.models import Q
from django.utils.translation import gettext as _

from coaches.models.coach import Coach
from coaches.vocabulary.folding import words_of

NEAR = 0.9
"""How much alike two names are (`difflib`'s ratio over their sorted words, 1 for the same) to be pointed out."""

SHORTEST = 3
MOST = 200


def plain_name(name: str) -> str:
    """A name without accents, capitals, signs and the order of its words."""
    return " ".join(sorted(words_of(name)))


def plain_number(number: str) -> str:
    """A credential number without signs, capitals and the zeros in front, which spreadsheets drop."""
    return re.sub(r"[\W_]", "", number).casefold().lstrip("0")


def alike(one: Coach, other: Coach) -> str:
    """Why two listings may be of one coach, in words; nothing where they hardly are."""
    if len(plain_number(one.credential_number)) >= SHORTEST and plain_number(one.credential_number) == plain_number(
        other.credential_number
    ):
        return _("the same credential number")
    if one.email and one.email.casefold() == other.email.casefold():
        return _("the same e-mail")
    mine, theirs = plain_name(one.name), plain_name(other.name)
    if mine and mine == theirs:
        return _("the same name")
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    # The two quick ones are upper bounds, and most names fail them.
    if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR:
        return _("nearly the same name")
    return ""


def similar(coach: Coach) -> list[tuple[Coach, str]]:
    """Other listings that may be of the same coach, each with the reason. One query, of at most `MOST` rows."""
    wanted = Q(email__iexact=coach.email)
    for fragment in _fragments(coach.name):
        wanted |= Q(name__icontains=fragment)
    number = plain_number(coach.credential_number)
    if len(number) >= SHORTEST:
        wanted |= Q(
            credential_number__iregex=r"^[^0-9a-z]*0*" + r"[^0-9a-z]*".join(map(re.escape, number)) + r"[^0-9a-z]*$"
        )
    found = Coach.objects.filter(wanted).exclude(pk=coach.pk).order_by("name", "pk")[:MOST]
    return [(other, reason) for other in found if (reason := alike(coach, other))]


def _fragments(name: str) -> set[str]:
    """Beginnings of the words, without accents, which databases take differently. A slip leaves most of them whole."""
    words = name.split()
    runs = (max(re.findall(r"[A-Za-z]+", word) or [word], key=len) for word in words)
    return {run[:4] for run in runs if len(run) >= SHORTEST} or set(words)


@dataclass
class KnownCoaches:
    """Many listings at once, to compare each row of a file with. Candidates share a word, a number or an e-mail."""

    _by_mark: dict[str, list[Coach]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def all(cls) -> KnownCoaches:
        """Every listing there is. One query."""
        known = cls()
        for coach in Coach.objects.only("slug", "name", "email", "credential_number"):
            known.add(coach)
        return known

    def add(self, coach: Coach) -> None:
        for mark in _marks(coach):
            self._by_mark[mark].append(coach)

    def similar(self, coach: Coach) -> list[tuple[Coach, str]]:
        """As `similar`, without a query."""
        near = {other.slug: other for mark in _marks(coach) for other in self._by_mark.get(mark, [])[:MOST]}
        near.pop(coach.slug, None)
        found = ((other, alike(coach, other)) for other in near.values())
        return sorted(((other, reason) for other, reason in found if reason), key=lambda pair: pair[0].name)


def _marks(coach: Coach) -> set[str]:
    marks = {word[:4] for word in plain_name(coach.name).split()} | {f"@{coach.email.casefold()}"}
    number = plain_number(coach.credential_number)
    return marks | {f"#{number}"} if len(number) >= SHORTEST else marks
