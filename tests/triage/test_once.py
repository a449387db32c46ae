"""What is rendered once reads the same to everyone, and only to those to whom the same is said."""

from __future__ import annotations

from django.test import Client
from django.utils.translation import override

from triage.quiz.review import Line
from triage.results.letter_format import Piece
from triage.templatetags.once import once, rendered


def test_another_value_is_rendered_anew() -> None:
    assert "Sleep" in once("triage/piece.html", Piece(id="a", title="Sleep", text="Rest."))
    changed = once("triage/piece.html", Piece(id="a", title="Sleep", text="Rest more."))
    assert "Rest more." in changed


def test_what_stands_in_a_value_is_escaped() -> None:
    assert "<b>Often &amp; long</b>" in once("triage/review.html#line", Line("", ("Often & long",)))


def test_each_language_is_rendered_for_itself() -> None:
    rendered.cache_clear()
    for language in ("en", "en-gb"):
        with override(language):
            once("triage/mark.html", "coaching")
    assert rendered.cache_info().misses == 2


def test_the_same_value_is_rendered_once() -> None:
    rendered.cache_clear()
    for _ in range(3):
        once("triage/review.html#line", Line("", ("Often",)))
    assert rendered.cache_info().misses == 1


def test_a_page_says_that_it_is_english_where_there_are_no_other_words(client: Client) -> None:
    page = client.get("/", headers={"Accept-Language": "de"}).content.decode()
    assert '<html lang="en' in page
