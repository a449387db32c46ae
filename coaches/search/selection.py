"""What a visitor chose, read from the address: everything valid is kept, everything else is named and left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_stubs_ext import StrOrPromise

from coaches.search.facets import FACET, FACETS

SORTS: Mapping[str, StrOrPromise] = {
    "fit": gettext_lazy("Fit"),
    "fee": gettext_lazy("Fee, lowest first"),
    "checked": gettext_lazy("Last check, newest first"),
}
"""Ways of sorting, the usual one first. None of them can be paid for."""

LONGEST_TEXT = 120
"""How many characters of a search are read."""

MOST_PROBLEMS = 4
"""How many things that were left out are named."""

# What does not belong into a search: control characters, NUL among them.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


@dataclass(frozen=True)
class Selection:
    """What was chosen: values by facet in the vocabulary's order, a text, a way of sorting, a page from 1 on."""

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text: str = ""
    sort: str = next(iter(SORTS))
    page: int = 1
    problems: Sequence[str] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing narrows the list."""
        return not self.chosen and not self.text

    def values(self) -> Iterator[tuple[str, str]]:
        """Each chosen value with its facet."""
        return ((facet, value) for facet, values in self.chosen.items() for value in values)

    def without(self, facet: str, value: str | None = None) -> Selection:
        """The same without one value of a facet, or without all of them, from the first page on."""
        left = tuple(each for each in self.chosen.get(facet, ()) if value is not None and each != value)
        chosen = {name: left if name == facet else values for name, values in self.chosen.items()}
        return replace(self, chosen={name: values for name, values in chosen.items() if values}, page=1)

    def query(self) -> str:
        """The part of the address after the path, with its question mark; empty if nothing was chosen."""
        pairs = [("q", self.text)] if self.text else []
        pairs += self.values()
        pairs += [("sort", self.sort)] if self.sort != next(iter(SORTS)) else []
        pairs += [("page", str(self.page))] if self.page > 1 else []
        return f"?{urlencode(pairs)}" if pairs else ""


def read_selection(given: QueryDict) -> Selection:
    """What an address asks for. `problems` say in words what was not understood."""
    problems = [_("We have no filter called “%s”.") % _short(name) for name in given if name not in _KNOWN]
    chosen: dict[str, tuple[str, ...]] = {}
    for facet in FACETS:
        asked = [value for value in given.getlist(facet.id) if value]
        problems += [
            _("“%(value)s” is not a choice under “%(facet)s”.") % {"value": _short(value), "facet": facet.label}
            for value in dict.fromkeys(asked)
            if value not in facet.values
        ]
        if values := tuple(value for value in facet.values if value in asked):
            chosen[facet.id] = values
    sort = given.get("sort") or next(iter(SORTS))
    if sort not in SORTS:
        problems.append(_("We cannot sort by “%s”; this is sorted by fit.") % _short(sort))
        sort = next(iter(SORTS))
    return Selection(chosen, _text(given, problems), sort, _page(given, problems), _few(problems))


_KNOWN = frozenset({*FACET, "q", "sort", "page"})


def _text(given: QueryDict, problems: list[str]) -> str:
    text = " ".join(_UNPRINTABLE.sub(" ", given.get("q", "")).split())
    if len(text) > LONGEST_TEXT:
        problems.append(_("We read the first %d characters of your search.") % LONGEST_TEXT)
    return text[:LONGEST_TEXT].strip()


def _page(given: QueryDict, problems: list[str]) -> int:
    written = given.get("page") or "1"
    # Longer numbers are no page of ours, and Python refuses to read very long ones.
    if written.isascii() and written.isdigit() and len(written) < 9 and int(written) > 0:
        return int(written)
    problems.append(_("There is no page “%s”; this is the first.") % _short(written))
    return 1


def _short(written: str) -> str:
    return Truncator(_UNPRINTABLE.sub(" ", written)).chars(40)


def _few(problems: Sequence[str]) -> Sequence[str]:
    more = len(problems) - MOST_PROBLEMS
    return problems if more <= 0 else (*problems[:MOST_PROBLEMS], _("%d more things were left out.") % more)
