"""The support plan is for sixth-graders: short words, short sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triage.questionnaires import registry


def texts() -> Iterator[str]:
    """What the person is asked and told, each a sentence or more."""
    guide = registry.questionnaire("work_support")
    for page in guide.questions:
        yield from (page.text, page.why, page.note)
    for outcome in guide.outcomes:
        yield from (outcome.headline, outcome.summary)
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


def grade(sentences: list[list[str]]) -> float:
    """The Flesch-Kincaid grade (school years)."""
    words = [word for sentence in sentences for word in sentence]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def read() -> list[list[str]]:
    """The sentences, each as its words."""
    split = [re.findall(r"[\w']+", part) for text in texts() for part in re.split(r"[.?!:]+", text)]
    return [words for words in split if words]


def test_the_support_plan_reads_at_sixth_grade_or_below() -> None:
    assert grade(read()) <= 6


def test_no_sentence_of_the_support_plan_is_long() -> None:
    assert [" ".join(words) for words in read() if len(words) > 26] == []


def test_the_measure_tells_plain_words_from_others() -> None:
    hard = "Vocational rehabilitation necessitates individualized determination of eligibility"
    assert grade([hard.split()]) > 20
    assert grade([["We", "ask", "you", "now"]]) < 2
