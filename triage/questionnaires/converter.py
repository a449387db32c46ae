"""Questionnaires in URLs: `/quiz/…`, `/talk/…`, `/steps/…`. Views get the questionnaire itself."""

from __future__ import annotations

from django.urls import reverse

from triage.engine.model import Questionnaire
from triage.questionnaires import registry


class QuestionnaireConverter:
    """The prefix of a questionnaire; anything else is another page's URL."""

    regex = "[a-z]{2,12}"

    def to_python(self, value: str) -> Questionnaire:
        name = registry.name_of(value)
        if name is None:
            raise ValueError(f"no questionnaire has the prefix {value}")
        return registry.questionnaire(name)

    def to_url(self, value: Questionnaire) -> str:
        return value.prefix


def start_url(questionnaire: Questionnaire) -> str:
    """The URL of the page where a questionnaire begins. One of them begins on the home page."""
    return reverse("start") if questionnaire.id == registry.CAREER_HELP else reverse("begin", args=[questionnaire])
