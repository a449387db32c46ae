"""The page of the list, ready for its template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django_stubs_ext import StrOrPromise

from coaches.search.current import current_index
from coaches.search.facets import FACET, FACETS, Facet
from coaches.search.matching import Matching
from coaches.search.rows import ListRow, rows_of
from coaches.search.selection import SORTS, Selection
from coaches.search.text_search.find import TextMatches, search
from coaches.search.text_search.words import MOST

PAGE_SIZE = 20

LONG = 10
"""A facet with more values than this shows the chosen ones and those that lead somewhere, the most frequent first."""

TITLE_WORDS = 3
"""How many choices are named in the page's title."""

OPEN = ("goal", "stage", "fee")
"""Facets that are unfolded from the start."""


@dataclass(frozen=True)
class Choice:
    """A value of a facet, with how many listings it leads to."""

    value: str
    label: StrOrPromise
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class FacetShown:
    """A facet with what can be chosen in it."""

    facet: Facet
    choices: Sequence[Choice]
    is_open: bool

    @property
    def chosen(self) -> int:
        """How many values are chosen."""
        return sum(choice.is_chosen for choice in self.choices)


@dataclass(frozen=True)
class ListLink:
    """Words that lead to another selection. `count` is how many fit it, where that is told."""

    label: StrOrPromise
    query: str
    count: int | None = None
    is_current: bool = False


@dataclass(frozen=True)
class ListPage:
    """Everything the template shows. `selection` is what was understood, its page being one that exists."""

    selection: Selection
    found: TextMatches | None
    count: int
    total: int
    pages: int
    facets: Sequence[FacetShown]
    rows: Sequence[ListRow]
    problems: Sequence[str]
    looser: Sequence[ListLink]

    most = MOST

    @property
    def first(self) -> int:
        """The place of the first row among all that fit, from 1."""
        return (self.selection.page - 1) * PAGE_SIZE + 1

    @property
    def last(self) -> int:
        """The place of the last row among all that fit."""
        return min(self.selection.page * PAGE_SIZE, self.count)

    @property
    def chosen(self) -> int:
        """How many filters are chosen."""
        return sum(1 for _choice in self.selection.values())

    @property
    def title(self) -> str:
        """The page's title: what was chosen makes it one's own."""
        words = [str(link.label) for link in self.removals()]
        title = _("Career coaches we checked")
        if words:
            title = _("%(title)s: %(words)s") % {"title": title, "words": ", ".join(words[:TITLE_WORDS])}
        if self.selection.page > 1:
            title = _("%(title)s, page %(page)d") % {"title": title, "page": self.selection.page}
        return title

    @property
    def canonical(self) -> str:
        """The address's query for search engines: what narrows the list, and nothing else."""
        return replace(self.selection, sort=next(iter(SORTS)), page=1).query()

    @property
    def has_invented(self) -> bool:
        """Whether a listing shown here is invented."""
        return any(row.coach.invented for row in self.rows)

    def previous(self) -> str:
        """The query of the page before this one; empty if there is none."""
        return self._page(self.selection.page - 1) if self.selection.page > 1 else ""

    def next(self) -> str:
        """The query of the page after this one; empty if there is none."""
        return self._page(self.selection.page + 1) if self.selection.page < self.pages else ""

    def _page(self, number: int) -> str:
        # The first page has no query of its own, and an empty link would lead to this very page.
        return replace(self.selection, page=number).query() or "?"

    def sorts(self) -> Iterator[ListLink]:
        """The ways of sorting."""
        for sort, label in SORTS.items():
            query = replace(self.selection, sort=sort, page=1).query() or "?"
            yield ListLink(label, query, is_current=sort == self.selection.sort)

    def removals(self) -> Iterator[ListLink]:
        """What is chosen, each leading to the list without it."""
        if self.selection.text:
            yield ListLink(_("“%s”") % self.selection.text, replace(self.selection, text="", page=1).query() or "?")
        for facet, value in self.selection.values():
            yield ListLink(FACET[facet].tell(value), self.selection.without(facet, value).query() or "?")

    def suggestion(self) -> str:
        """The query of what may have been meant by the text."""
        return replace(self.selection, text=self.found.suggestion if self.found else "", page=1).query()


def make_page(selection: Selection) -> ListPage:
    """The page that a selection asks for: a fixed number of queries, whatever is found."""
    index = current_index()
    found = search(selection.text) if selection.text else None
    matching = Matching(index, selection, found.ids if found else None)
    problems = list(selection.problems)
    pages = max(1, -(-matching.count // PAGE_SIZE))
    if selection.page > pages:
        problems.append(_("There is no page %(asked)d; this is the last.") % {"asked": selection.page})
        selection = replace(selection, page=pages)
    start = (selection.page - 1) * PAGE_SIZE
    return ListPage(
        selection=selection,
        found=found,
        count=matching.count,
        total=index.size,
        pages=pages,
        facets=list(_facets(selection, matching.counts())),
        rows=rows_of(matching.ids(start, start + PAGE_SIZE)),
        problems=problems,
        looser=[] if matching.count else _looser(selection, matching),
    )


def _facets(selection: Selection, counts: Mapping[str, Mapping[str, int]]) -> Iterator[FacetShown]:
    for facet in FACETS:
        chosen = selection.chosen.get(facet.id, ())
        choices = [
            Choice(value, label, counts[facet.id][value], value in chosen) for value, label in facet.values.items()
        ]
        if len(choices) > LONG:
            leading = [choice for choice in choices if choice.is_chosen or choice.count]
            choices = sorted(leading, key=lambda choice: (not choice.is_chosen, -choice.count))
        yield FacetShown(facet, choices, bool(chosen) or facet.id in OPEN)


def _looser(selection: Selection, matching: Matching) -> list[ListLink]:
    links = [
        ListLink(FACET[facet].label, selection.without(facet).query() or "?", matching.count_without(facet))
        for facet in selection.chosen
    ]
    if selection.text and selection.chosen:
        without = replace(selection, text="", page=1)
        links.append(ListLink(_("the search for words"), without.query() or "?", matching.count_without_text()))
    return sorted((link for link in links if link.count), key=lambda link: -(link.count or 0))
