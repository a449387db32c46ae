"""Text search, on either database: what every search must find, and what only PostgreSQL knows."""

from __future__ import annotations

import pytest
from django.db import connection

from coaches.models.coach import Coach
from coaches.search.text_search import find
from coaches.search.text_search.find import TextMatches, search
from coaches.search.text_search.postgres import FIND, NEAR
from coaches.search.text_search.sqlite import SqliteSearcher
from tests.coaches.cast import listed

pytestmark = pytest.mark.django_db


def _names(found: TextMatches) -> list[str]:
    names = dict(Coach.objects.values_list("pk", "name"))
    return [names[pk] for pk in found.ids]


@pytest.fixture
def coaches() -> None:
    listed(name="José Gutiérrez", headline="Calm before the talk", method="We rehearse.")
    listed(name="Will Park", headline="Leaving the harbor", own_words="I worked as a beekeeper.")
    listed(name="Ana Harbor", headline="A first direction", representative_situations="A florist with two offers.")
    listed(name="Mei Tan", headline="Negotiation for quiet people", own_words="Below the harbor wall.")


@pytest.mark.usefixtures("coaches")
@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("jose GUTIERREZ", ["José Gutiérrez"]),
        ("Gutiérrez", ["José Gutiérrez"]),
        ("will", ["Will Park"]),
        ("gut", ["José Gutiérrez"]),
        ("beekeeper", ["Will Park"]),
        ("rehearse", ["José Gutiérrez"]),
        ("florist offers", ["Ana Harbor"]),
        ("florist beekeeper", []),
        ("harbor", ["Ana Harbor", "Will Park", "Mei Tan"]),
    ],
)
def test_every_word_must_occur_and_names_come_first(typed: str, names: list[str]) -> None:
    assert _names(search(typed)) == names


@pytest.mark.usefixtures("coaches")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Guttierez", "gutierrez"),
        ("josee gutierez", "jose gutierrez"),
        ("negotation", "negotiation"),
        ("Willl Parck", "will park"),
    ],
)
def test_a_mistyped_word_is_put_right(typed: str, meant: str) -> None:
    found = search(typed)
    assert found.searched_for == meant
    assert len(found.ids) == 1


@pytest.mark.usefixtures("coaches")
def test_what_was_found_as_typed_is_shown_and_more_is_only_suggested() -> None:
    listed(name="Tam Lin", headline="Calm", own_words="I grow gutierre at home.")
    found = search("gutierre")
    assert _names(found)[-1] == "Tam Lin"
    assert (found.searched_for, found.suggestion) == ("", "gutierrez")


@pytest.mark.usefixtures("coaches")
@pytest.mark.parametrize("typed", ["xylophonist", "' OR 1=1 --", "!&|():*<->", "%", "\\", "🙂", "ﬁ ¼ ²", "a" * 120])
def test_what_occurs_nowhere_finds_nothing_and_breaks_nothing(typed: str) -> None:
    assert search(typed) == TextMatches([])


def test_a_search_ends_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "MOST", 2)
    for _ in range(2):
        listed(own_words="A beekeeper.")
    assert not search("beekeeper").cut_off
    listed(own_words="A beekeeper.")
    found = search("beekeeper")
    assert (len(found.ids), found.cut_off) == (2, True)


@pytest.mark.usefixtures("coaches")
@pytest.mark.parametrize(("typed", "stem"), [("rehearsing", "rehearse"), ("florists", "florist")])
def test_only_postgresql_knows_the_forms_of_a_word(typed: str, stem: str) -> None:
    found = search(typed)
    if connection.vendor == "postgresql":
        assert found.ids == search(stem).ids
    else:
        assert found.ids == []


def test_postgresql_looks_into_its_indexes_for_what_sqlite_reads_through() -> None:
    if connection.vendor != "postgresql":
        assert isinstance(find.searcher(), SqliteSearcher)
        return
    asked: dict[str, str | int] = {"text": "harbor", "names": "'harbor':*", "most": 9, "listed": "listed"}
    with connection.cursor() as cursor:
        # In a table this small, reading it through, or all that are listed, is cheaper.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("DROP INDEX coach_queue")
        cursor.execute(f"EXPLAIN {FIND}", asked)
        plan = [row[0] for row in cursor.fetchall()]
        cursor.execute(f"EXPLAIN {NEAR}", {"words": ["harbor"], "listed": "listed"})
        plan += [row[0] for row in cursor.fetchall()]
    for index in ("coaches_told", "coaches_names", "coaches_name_like", "coaches_headline_like"):
        assert f"Bitmap Index Scan on {index}" in "\n".join(plan)
