"""The pages of the quiz, for every questionnaire. None of them touches the database."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from triage.engine.deciding.answers import Given
from triage.engine.deciding.path import replay
from triage.engine.explaining.settling import settled_early
from triage.engine.model import Questionnaire
from triage.progress.cookie import Progress, forget_progress, read_progress, write_progress
from triage.questionnaires import registry
from triage.questionnaires.converter import start_url
from triage.quiz.carrying import carried, in_words
from triage.quiz.form import read_form
from triage.quiz.htmx import QuizRequest, wants_part
from triage.quiz.rendering import show, step_url
from triage.quiz.review import summarise
from triage.quiz.steps import Step, after, make_step, may_answer, position, reachable, take_over


@require_safe
@never_cache
def start(request: QuizRequest) -> HttpResponse:
    """The home page: what this is, the first question of the triage, and the way to the other questionnaires."""
    first, *others = registry.all_questionnaires()
    return _start(request, first, "triage/start.html", others=[(other, start_url(other)) for other in others])


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def begin(request: QuizRequest, questionnaire: Questionnaire) -> HttpResponse:
    """Where a questionnaire begins: by `GET` its first page; by `POST` with what was answered there."""
    if request.method == "POST":
        return _begin(request, questionnaire)
    home = start_url(questionnaire)
    return _start(request, questionnaire, "triage/guide_start.html") if home == request.path else redirect(home)


def _start(request: QuizRequest, questionnaire: Questionnaire, template: str, **more: object) -> HttpResponse:
    """What the questionnaire is, and its first question."""
    progress = read_progress(request, questionnaire)
    path = replay(questionnaire, progress.answers)
    step = make_step(questionnaire, path, 1)
    shown = {
        "questionnaire": questionnaire,
        "page": step.page,
        "options": tuple((each.id, each.text, each.id in step.rows[0].chosen) for each in step.options),
        "begun": bool(progress.answers),
        "news": progress.news,
        "resume": step_url(questionnaire, path.next and position(path, path.next)),
        "carried": in_words(questionnaire, carried(request, questionnaire)) if questionnaire.carries else (),
    }
    return render(request, template, {**shown, **more})


def _begin(request: QuizRequest, questionnaire: Questionnaire) -> HttpResponse:
    """Start afresh, with the first answer or without; or with what was offered to be taken along."""
    page = questionnaire.questions[0]
    given = request.POST.get(page.id)
    answers: dict[str, Given] = {page.id: given if given in questionnaire.fields_of(page)[0].choices else None}
    if request.POST.get("do") == "take":
        answers |= carried(request, questionnaire)
    response = redirect(step_url(questionnaire, 2))
    write_progress(response, questionnaire, Progress().with_answers(answers))
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def step(request: QuizRequest, questionnaire: Questionnaire, number: int) -> HttpResponse:
    """One page by its position: shown by `GET`, answered by `POST`."""
    if request.method == "POST":
        return _answer(request, questionnaire)
    progress = read_progress(request, questionnaire)
    if not progress.answers:
        return _go(request, start_url(questionnaire))
    path = replay(questionnaire, progress.answers)
    if not 1 <= number <= reachable(path):
        return _go(request, step_url(questionnaire, reachable(path)))
    shown = make_step(questionnaire, path, number)
    return _show(request, questionnaire, shown, news=progress.news, settled=progress.settled_at == shown.page.id)


def _answer(request: QuizRequest, questionnaire: Questionnaire) -> HttpResponse:
    progress = read_progress(request, questionnaire)
    page = questionnaire.question.get(request.POST.get("page", ""))
    if not progress.answers or page is None:
        return _go(request, start_url(questionnaire))
    path = replay(questionnaire, progress.answers)
    fields = path.fields.get(page.id) or questionnaire.fields_of(page)
    if not may_answer(path, progress.answers, page, fields):
        return _go(request, step_url(questionnaire, reachable(path)))
    submitted = read_form(page, fields, request.POST)
    on_path = any(each.id == page.id for each in path.pages)
    if submitted.errors and on_path:
        place = position(path, page)
        shown = make_step(questionnaire, path, place, typed=submitted.answers, errors=submitted.errors)
        return _show(request, questionnaire, shown, status=422)
    answers = progress.answers
    if not submitted.errors:
        answers = take_over(questionnaire, path, answers, page, submitted.answers)
    path = replay(questionnaire, answers)
    checking = request.POST.get("checking") == "1"
    following = after(path, page, checking=checking)
    # The next page, its URL and a reload of it must know that they lead back to the review.
    there = step_url(questionnaire, following) + ("?checking=1" if checking and following is not None else "")
    if following is None and request.POST.get("then") == "result":
        there = reverse("result", args=[questionnaire])
    updated = progress.with_answers(answers)
    if following is not None and not updated.settled_at and settled_early(questionnaire, answers):
        updated = replace(updated, settled_at=path.pages[following - 1].id)
    if following is None or not wants_part(request):
        response = _go(request, there)
    else:
        shown = make_step(questionnaire, path, following)
        response = _show(request, questionnaire, shown, settled=updated.settled_at == shown.page.id)
        response["HX-Push-Url"] = there
    write_progress(response, questionnaire, updated)
    return response


@require_POST
@never_cache
def finish(request: QuizRequest, questionnaire: Questionnaire) -> HttpResponse:
    """Leave out every question still to come, and see the result. Help that is due comes first."""
    progress = read_progress(request, questionnaire)
    answers = dict(progress.answers)
    if not answers:
        return _go(request, start_url(questionnaire))
    path = replay(questionnaire, answers)
    while path.next is not None and path.next.kind != "help":
        answers |= {field.id: None for field in path.fields[path.next.id] if field.id not in answers}
        path = replay(questionnaire, answers)
    due = path.next and position(path, path.next)
    response = _go(request, step_url(questionnaire, due) if due else reverse("result", args=[questionnaire]))
    write_progress(response, questionnaire, progress.with_answers(answers))
    return response


def _show(
    request: QuizRequest,
    questionnaire: Questionnaire,
    shown: Step,
    *,
    news: str = "",
    settled: bool = False,
    status: int = 200,
) -> HttpResponse:
    checking = request.GET.get("checking") == "1" or request.POST.get("checking") == "1"
    news = news or ("settled" if settled and not checking else "")
    return show(request, questionnaire, shown, part=wants_part(request), checking=checking, news=news, status=status)


@require_safe
@never_cache
def review(request: QuizRequest, questionnaire: Questionnaire) -> HttpResponse:
    """All answers, each with a way to change it."""
    progress = read_progress(request, questionnaire)
    if not progress.answers:
        return _go(request, start_url(questionnaire))
    path = replay(questionnaire, progress.answers)
    if path.next is not None:
        return _go(request, step_url(questionnaire, position(path, path.next)))
    shown = {"questionnaire": questionnaire, "parts": summarise(questionnaire, path), "news": progress.news}
    return render(request, "triage/review.html", shown)


@csrf_exempt  # A page that was open for long must let go all the same; all it can do is forget.
@require_POST
@never_cache
def leave(request: QuizRequest) -> HttpResponse:
    """The quick exit: forget the answers, then go somewhere else."""
    response = redirect("left")
    forget_progress(response, registry.all_questionnaires())
    return response


@require_safe
@never_cache
def left(request: QuizRequest) -> HttpResponse:
    """A page that says nothing and leads away at once.

    A form may only lead to this site (`form-action`), so the exit goes in two steps. The header
    needs no script.
    """
    response = render(request, "triage/left.html", {"elsewhere": settings.QUICK_EXIT_URL})
    response["Refresh"] = f"0; url={settings.QUICK_EXIT_URL}"
    # The next site is not told where its visitor comes from. No form is here whose check would need it.
    response["Referrer-Policy"] = "no-referrer"
    return response


def _go(request: QuizRequest, url: str) -> HttpResponse:
    """Send the browser on, as a whole page."""
    if wants_part(request):
        return HttpResponse(headers={"HX-Redirect": url})
    response: HttpResponse = redirect(url)
    # After a form, the next page is always to be fetched by GET.
    response.status_code = 303
    return response
