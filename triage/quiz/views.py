"""The pages of the quiz. None of them touches the database."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from triage import content
from triage.engine.replay import replay
from triage.quiz.answers import read_form
from triage.quiz.leaving import AWAY
from triage.quiz.progress import Progress, forget_progress, read_progress, write_progress
from triage.quiz.rendering import address, show
from triage.quiz.requests import QuizRequest, wants_part
from triage.quiz.steps import Step, after, make_step, may_answer, position, reachable, take_over
from triage.quiz.summary import summarise


@require_safe
@never_cache
def start(request: QuizRequest) -> HttpResponse:
    """What this is, and the first question: the country."""
    questionnaire = content.questionnaire()
    progress = read_progress(request, questionnaire)
    path = replay(questionnaire, progress.answers)
    step = make_step(questionnaire, path, 1)
    return render(
        request,
        "triage/start.html",
        {
            "page": step.page,
            "countries": tuple((each.id, each.text, each.id in step.rows[0].chosen) for each in step.options),
            "begun": bool(progress.answers),
            "news": progress.news,
            "resume": address(path.next and position(path, path.next)),
        },
    )


@require_POST
@never_cache
def begin(request: QuizRequest) -> HttpResponse:
    """Start afresh, with the country or without."""
    questionnaire = content.questionnaire()
    page = questionnaire.questions[0]
    country = request.POST.get(page.id)
    known = country if country in questionnaire.fields_of(page)[0].choices else None
    response = redirect(address(2))
    write_progress(response, questionnaire, Progress().with_answers({page.id: known}))
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def step(request: QuizRequest, number: int) -> HttpResponse:
    """One page by its position: shown by `GET`, answered by `POST`."""
    if request.method == "POST":
        return _answer(request)
    questionnaire = content.questionnaire()
    progress = read_progress(request, questionnaire)
    if not progress.answers:
        return _go(request, reverse("start"))
    path = replay(questionnaire, progress.answers)
    if not 1 <= number <= reachable(path):
        return _go(request, address(reachable(path)))
    shown = make_step(questionnaire, path, number)
    return _show(request, shown, news=progress.news)


def _answer(request: QuizRequest) -> HttpResponse:
    questionnaire = content.questionnaire()
    progress = read_progress(request, questionnaire)
    page = questionnaire.question.get(request.POST.get("page", ""))
    if not progress.answers or page is None:
        return _go(request, reverse("start"))
    path = replay(questionnaire, progress.answers)
    if not may_answer(path, progress.answers, page, questionnaire.fields_of(page)):
        return _go(request, address(reachable(path)))
    submitted = read_form(questionnaire, page, request.POST)
    on_path = any(each.id == page.id for each in path.pages)
    if submitted.errors and on_path:
        place = position(path, page)
        shown = make_step(questionnaire, path, place, typed=submitted.answers, errors=submitted.errors)
        return _show(request, shown, status=422)
    answers = progress.answers
    if not submitted.errors:
        answers = take_over(questionnaire, path, answers, page, submitted.answers)
    path = replay(questionnaire, answers)
    checking = request.POST.get("checking") == "1"
    following = after(path, page, checking=checking)
    # The next page, its address and a reload of it must know that they lead back to the check page.
    there = address(following) + ("?checking=1" if checking and following is not None else "")
    updated = progress.with_answers(answers)
    if following is None or not wants_part(request):
        response = _go(request, there)
    else:
        shown = make_step(questionnaire, path, following)
        response = _show(request, shown)
        response["HX-Push-Url"] = there
    write_progress(response, questionnaire, updated)
    return response


def _show(request: QuizRequest, shown: Step, *, news: str = "", status: int = 200) -> HttpResponse:
    checking = request.GET.get("checking") == "1" or request.POST.get("checking") == "1"
    return show(request, shown, part=wants_part(request), checking=checking, news=news, status=status)


@require_safe
@never_cache
def check(request: QuizRequest) -> HttpResponse:
    """All answers, each with a way to change it."""
    questionnaire = content.questionnaire()
    progress = read_progress(request, questionnaire)
    if not progress.answers:
        return _go(request, reverse("start"))
    path = replay(questionnaire, progress.answers)
    if path.next is not None:
        return _go(request, address(position(path, path.next)))
    return render(request, "triage/check.html", {"parts": summarise(questionnaire, path), "news": progress.news})


@csrf_exempt  # A page that was open for long must let go all the same; all it can do is forget.
@require_POST
@never_cache
def leave(request: QuizRequest) -> HttpResponse:
    """The quick exit: forget the answers, then go somewhere else."""
    response = redirect("left")
    forget_progress(response)
    return response


@require_safe
@never_cache
def left(request: QuizRequest) -> HttpResponse:
    """A page that says nothing and leads away at once.

    A form may only lead to this site (`form-action`), so the exit goes in two steps. The header
    needs no script.
    """
    response = render(request, "triage/left.html", {"elsewhere": AWAY})
    response["Refresh"] = f"0; url={AWAY}"
    # The next site is not told where its visitor comes from. No form is here whose check would need it.
    response["Referrer-Policy"] = "no-referrer"
    return response


def _go(request: QuizRequest, address: str) -> HttpResponse:
    """Send the browser on, as a whole page."""
    if wants_part(request):
        return HttpResponse(headers={"HX-Redirect": address})
    response: HttpResponse = redirect(address)
    # After a form, the next page is always to be fetched by GET.
    response.status_code = 303
    return response
