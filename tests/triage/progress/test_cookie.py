from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from pytest_django import Settings

from triage.engine.deciding.answers import Given
from triage.engine.model import Field, Questionnaire
from triage.progress.cookie import LIFETIME, Progress, cookie_name, forget_progress, read_progress, write_progress
from triage.questionnaires import registry

ANSWERS = {"country": "US", "goal": ("pivot", "values"), "clear_goal": None}
Sealed = Callable[[Progress], str]
CHANGES: list[Callable[[str], str]] = [
    lambda cookie: "x" + cookie[1:],
    lambda cookie: cookie[:-9],
    lambda cookie: "nonsense",
    lambda cookie: cookie[:-9] + "é" * 9,
]


@pytest.fixture
def sealed(settings: Settings) -> Sealed:
    """The cookie's value for some progress."""

    def seal(progress: Progress) -> str:
        response = HttpResponse()
        write_progress(response, registry.questionnaire(), progress)
        return response.cookies[cookie_name(registry.questionnaire())].value

    return seal


def opened(cookie: str, settings: Settings) -> Progress:
    request = RequestFactory().get("/")
    request.COOKIES[cookie_name(registry.questionnaire())] = cookie
    return read_progress(request, registry.questionnaire())


def test_answers_come_back_as_they_were_given(sealed: Sealed, settings: Settings) -> None:
    assert opened(sealed(Progress().with_answers(ANSWERS)), settings).answers == ANSWERS


def test_the_cookie_shows_no_answer(sealed: Sealed) -> None:
    assert "pivot" not in sealed(Progress().with_answers(ANSWERS))


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(settings: Settings) -> None:
    response = HttpResponse()
    settings.QUIZ_COOKIE_SECURE = True
    write_progress(response, registry.questionnaire(), Progress().with_answers(ANSWERS))
    cookie = response.cookies[cookie_name(registry.questionnaire())]
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", True)


def test_the_cookie_ends_a_day_after_the_first_answer(settings: Settings) -> None:
    response = HttpResponse()
    begun = int(time.time()) - 3600
    write_progress(response, registry.questionnaire(), Progress(ANSWERS, begun))
    left = response.cookies[cookie_name(registry.questionnaire())]["max-age"]
    assert LIFETIME - 3610 < left <= LIFETIME - 3600


def test_a_cookie_that_outlived_its_day_starts_again(sealed: Sealed, settings: Settings) -> None:
    old = Progress(ANSWERS, int(time.time()) - LIFETIME - 1)
    assert opened(sealed(old), settings) == Progress(news="ended")


@pytest.mark.parametrize("change", CHANGES)
def test_a_forged_or_cut_cookie_starts_again(change: Callable[[str], str], sealed: Sealed, settings: Settings) -> None:
    assert opened(change(sealed(Progress().with_answers(ANSWERS))), settings) == Progress(news="ended")


def test_a_new_key_in_front_still_opens_cookies_of_the_old_one(sealed: Sealed, settings: Settings) -> None:
    cookie = sealed(Progress().with_answers(ANSWERS))
    settings.QUIZ_COOKIE_KEYS = ["a key that was made just now, long enough", *settings.QUIZ_COOKIE_KEYS]
    assert opened(cookie, settings).answers == ANSWERS


def test_a_key_that_is_gone_opens_nothing(sealed: Sealed, settings: Settings) -> None:
    cookie = sealed(Progress().with_answers(ANSWERS))
    settings.QUIZ_COOKIE_KEYS = ["another key that is long enough for this"]
    assert opened(cookie, settings).answers == {}


def test_another_versions_cookie_keeps_what_still_fits(
    sealed: Sealed, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = registry.questionnaire().model_copy(update={"version": 99})
    response = HttpResponse()
    answers = {**ANSWERS, "gone_question": "yes", "sleep": "gone_choice", "pay": ("little",)}
    write_progress(response, earlier, Progress().with_answers(answers))
    progress = opened(response.cookies[cookie_name(registry.questionnaire())].value, settings)
    assert (progress.answers, progress.news) == ({**ANSWERS, "pay": ("little",)}, "updated")


def test_forgetting_takes_the_cookie_away(settings: Settings) -> None:
    response = HttpResponse()
    forget_progress(response, registry.all_questionnaires())
    assert response.cookies[cookie_name(registry.questionnaire())]["max-age"] == 0


def test_all_answers_fit_into_one_cookie(sealed: Sealed) -> None:
    fields = registry.questionnaire().field.values()
    longest = {
        field.id: tuple(field.choices) if field.several else max(field.choices, key=len, default="") for field in fields
    }
    assert len(sealed(Progress().with_answers(longest))) < 4000


@pytest.mark.parametrize("questionnaire", registry.all_questionnaires(), ids=lambda found: found.id)
def test_the_longest_answers_fit_into_one_cookie(questionnaire: Questionnaire) -> None:
    # Safari drops a cookie whose name, value and attributes pass 4,093 bytes, without a word.
    longest = {name: _longest(field) for name, field in questionnaire.field.items()}
    response = HttpResponse()
    write_progress(response, questionnaire, Progress().with_answers(longest))
    assert len(response.cookies[cookie_name(questionnaire)].OutputString()) < 4093


def _longest(field: Field) -> Given:
    choices = sorted(field.choices, key=len, reverse=True)
    return tuple(choices[: field.page.most]) if field.several else choices[0]
