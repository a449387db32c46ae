"""From a step to its page. What is the same for everyone is rendered once and kept."""

from __future__ import annotations

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from triage.engine.model import Questionnaire
from triage.progress.country import chosen_country
from triage.questionnaires.converter import start_url
from triage.quiz.steps import Step

TEMPLATE = "triage/step.html"


def show(
    request: HttpRequest,
    questionnaire: Questionnaire,
    step: Step,
    *,
    part: bool,
    checking: bool,
    news: str = "",
    status: int = 200,
) -> HttpResponse:
    """The step as a whole page, or (`part`) as what htmx swaps in."""
    title = _("Page %(number)d") % {"number": step.number}
    context = {
        "questionnaire": questionnaire,
        "step": step,
        "title": _("Please look again: %(title)s") % {"title": title} if step.errors else title,
        "journey": _once("triage/step.html#journey", questionnaire, step),
        "question": _question(request, questionnaire, step),
        "buttons": _once("triage/question.html#buttons", questionnaire, step),
        "here": step_url(questionnaire, step.number),
        "back": step_url(questionnaire, step.back) if step.back is not None else start_url(questionnaire),
        "checking": checking,
        "news": news,
        "part": part,
    }
    if not part:
        return render(request, TEMPLATE, context, status=status)
    # Without the request no context processor runs: a part needs none of what they add.
    # The token that was just found good is good for the next form, too: a new one costs as much as the rest of it.
    context["csrf_token"] = request.POST.get("csrfmiddlewaretoken") or get_token(request)
    return HttpResponse(render_to_string(f"{TEMPLATE}#step", context), status=status)


@cache
def step_url(questionnaire: Questionnaire, number: int | None) -> str:
    """The URL of a position on the path; of the review after the last one."""
    return reverse("review", args=[questionnaire]) if number is None else reverse("step", args=[questionnaire, number])


def _question(request: HttpRequest, questionnaire: Questionnaire, step: Step) -> str:
    """The question with its choices; nobody's own answers get into what is kept."""
    if step.page.kind == "help":
        return render_to_string("triage/question.html", {"step": step, "country": chosen_country(request)})
    if step.is_blank:
        return _once("triage/question.html", questionnaire, step)
    return render_to_string("triage/question.html", {"step": step})


_kept: dict[tuple[str, str, str, tuple[str, ...], str], SafeString] = {}


def _once(template: str, questionnaire: Questionnaire, step: Step) -> SafeString:
    """Rendered for the first to need it: the same rows read the same to everyone who has not answered them."""
    rows = tuple(row.field.id for row in step.rows)
    key = (template, questionnaire.id, step.page.id, rows, get_language())
    if key not in _kept:
        _kept[key] = render_to_string(template, {"step": step})
    return _kept[key]
