"""Plain words: the support plan is for sixth-graders, the other questions and results for eighth-graders."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from triage.questionnaires import registry

GRADES = {"career_help": 8, "career_conversation": 10, "work_support": 6}
"""The highest school year that each questionnaire may need."""
LONGEST = {"career_help": 34, "work_support": 26}
"""The most words that a sentence may have, where that is held to."""


def texts(name: str) -> Iterator[str]:
    """What the person is asked and told, each a sentence or more."""
    guide = registry.read_unproved(name)
    for page in guide.questions:
        yield from (page.text, page.why, page.note)
    for outcome in guide.outcomes:
        yield from (outcome.headline, outcome.summary)
        yield from (text for variant in outcome.variants for text in (variant.headline, variant.summary))
    for rule in guide.rules:
        yield rule.told
    for piece in guide.advice:
        yield from (piece.text, piece.first_step)
    yield from (guide.words.lead, guide.words.time, guide.words.limits)


def syllables(word: str) -> int:
    """About how many syllables a word has: groups of vowels, without a silent e at the end."""
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee", "ye"))
    return max(1, groups - silent)


def grade(said: list[list[str]]) -> float:
    """The Flesch-Kincaid grade (school years)."""
    words = [word for sentence in said for word in sentence]
    return 0.39 * len(words) / len(said) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def sentences(name: str) -> list[list[str]]:
    """The sentences, each as its words. A source in brackets is for those who look it up."""
    told = (re.sub(r"\([^()]*\d[^()]*\)", "", text) for text in texts(name))
    split = [re.findall(r"[\w']+", part) for text in told for part in re.split(r"[.?!:]+", text)]
    return [words for words in split if words]


@pytest.mark.parametrize("name", GRADES)
def test_its_words_are_plain(name: str) -> None:
    assert grade(sentences(name)) <= GRADES[name]


@pytest.mark.parametrize("name", LONGEST)
def test_no_sentence_of_it_is_long(name: str) -> None:
    assert [" ".join(words) for words in sentences(name) if len(words) > LONGEST[name]] == []


def test_the_measure_tells_plain_words_from_others() -> None:
    hard = "Vocational rehabilitation necessitates individualized determination of eligibility"
    assert grade([hard.split()]) > 20
    assert grade([["We", "ask", "you", "now"]]) < 2
