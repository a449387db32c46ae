"""The picture of the flow has everything in it, and nothing that a browser could trip over."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tests.triage.engine.contents import Content
from triage.engine.drawing.flow import draw
from triage.engine.drawing.svg import wrap
from triage.engine.model import Questionnaire

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def picture(career_help: Questionnaire) -> ElementTree.Element:
    return ElementTree.fromstring(draw(career_help))


def words(picture: ElementTree.Element) -> str:
    """All words in the picture, in order."""
    return " ".join(row.text or "" for row in picture.iter(f"{SVG}tspan"))


def test_every_question_is_in_the_picture(picture: ElementTree.Element, career_help: Questionnaire) -> None:
    assert [page.label for page in career_help.questions if page.label not in words(picture)] == []


def test_every_part_is_in_the_picture(picture: ElementTree.Element, career_help: Questionnaire) -> None:
    assert [part.title for part in career_help.parts if part.title not in words(picture)] == []


def test_every_rule_is_in_the_picture(picture: ElementTree.Element, career_help: Questionnaire) -> None:
    assert [rule.id for rule in career_help.rules if f"{rule.id} {rule.sentence}" not in words(picture)] == []


def test_every_outcome_is_in_the_picture(picture: ElementTree.Element, career_help: Questionnaire) -> None:
    assert [outcome.id for outcome in career_help.outcomes if outcome.name not in words(picture)] == []


def test_gates_are_told_in_words(picture: ElementTree.Element) -> None:
    told = words(picture)
    assert "if PHQ-2 total 2 or more" in told
    assert "if Safety: I am not sure / Now and then, but I would not act on them / Yes" in told


def test_the_refusal_of_consent_is_an_edge_of_its_own(picture: ElementTree.Element) -> None:
    assert len([path for path in picture.iter(f"{SVG}path") if path.get("stroke-dasharray")]) == 2


def test_the_picture_has_a_name_and_a_description(picture: ElementTree.Element) -> None:
    assert picture.findtext(f"{SVG}title")
    assert "12 rules" in (picture.findtext(f"{SVG}desc") or "")


def test_the_picture_is_the_same_each_time(career_help: Questionnaire) -> None:
    assert draw(career_help) == draw(career_help)


def test_boxes_do_not_overlap(picture: ElementTree.Element) -> None:
    boxes = [
        tuple(int(box.get(key, "")) for key in ("x", "y", "width", "height"))
        for box in picture.iter(f"{SVG}rect")
        if box.get("rx") is not None
    ]
    overlapping = [
        (a, b)
        for number, a in enumerate(boxes)
        for b in boxes[:number]
        if a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]
    ]
    assert overlapping == []


def test_everything_lies_inside_the_picture(picture: ElementTree.Element) -> None:
    height = int(picture.get("height", ""))
    assert max(int(box.get("y", "")) + int(box.get("height", "")) for box in picture.iter(f"{SVG}rect")) <= height


def test_the_picture_needs_no_style_of_its_own(career_help: Questionnaire) -> None:
    drawn = draw(career_help)
    assert "<style" not in drawn
    assert "style=" not in drawn.replace("font-style=", "")


def test_words_of_the_content_cannot_become_markup(content: Content) -> None:
    content.replace("questions.toml", 'label = "Sleep"', 'label = "Sleep <b> & more"')
    assert "Sleep <b> & more" in words(ElementTree.fromstring(draw(content.read())))


def test_a_word_longer_than_a_line_stands_alone() -> None:
    assert wrap("a incomprehensibilities b", 60, 12) == ["a", "incomprehensibilities", "b"]
