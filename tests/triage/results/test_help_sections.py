"""The plan's sections of help show the lines of the reader's country on their topics."""

from __future__ import annotations

from types import SimpleNamespace

from django.template.loader import render_to_string

from triage.questionnaires import registry


def shown(code: str, *topics: str) -> str:
    section = SimpleNamespace(pieces=(), topics=topics)
    country = registry.signposts().country[code]
    return render_to_string("triage/sections/help.html", {"section": section, "country": country})


def test_the_lines_are_those_on_the_topics_the_first_topic_first() -> None:
    page = shown("GB", "violence", "work_rights")
    assert "Samaritans" not in page
    assert page.index("0808 2000 247") < page.index("0300 123 1100")


def test_rights_come_with_their_deadlines() -> None:
    assert "three months less one day" in shown("GB", "work_rights")


def test_a_section_without_topics_shows_the_lines_for_a_crisis() -> None:
    page = shown("GB")
    assert "Samaritans" in page
    assert "Acas" not in page


def test_a_country_without_a_line_on_the_topic_still_has_somebody_to_call() -> None:
    assert "024" in shown("ES", "eating")
