"""What can be done to several listings at once: to each on its own, past none of the guards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from coaches.desk.access import desk_user
from coaches.models.coach import Coach
from coaches.models.guards import Guarded
from coaches.vetting import lifecycle

TOLD = 20
"""How many refusals are told one by one."""

Coaches = QuerySet[Coach]
Step = Callable[..., None]


@admin.action(permissions=["vet"], description=gettext_lazy("Take up"))
def take_up(desk: admin.ModelAdmin[Coach], request: HttpRequest, coaches: Coaches) -> None:
    _each(request, coaches, lifecycle.take_up)


@admin.action(permissions=["vet"], description=gettext_lazy("Mark as ready to publish"))
def mark_ready(desk: admin.ModelAdmin[Coach], request: HttpRequest, coaches: Coaches) -> None:
    _each(request, coaches, lifecycle.mark_ready)


@admin.action(permissions=["publish"], description=gettext_lazy("Publish"))
def publish(desk: admin.ModelAdmin[Coach], request: HttpRequest, coaches: Coaches) -> None:
    _each(request, coaches, lifecycle.publish)


@admin.action(permissions=["publish"], description=gettext_lazy("Refuse, with a reason"))
def refuse(desk: admin.ModelAdmin[Coach], request: HttpRequest, coaches: Coaches) -> TemplateResponse | None:
    return _with_reason(desk, request, coaches, lifecycle.refuse, _("Refuse these applications"))


@admin.action(permissions=["publish"], description=gettext_lazy("Remove, with a reason"))
def remove(desk: admin.ModelAdmin[Coach], request: HttpRequest, coaches: Coaches) -> TemplateResponse | None:
    return _with_reason(desk, request, coaches, lifecycle.remove, _("Remove these listings"))


ACTIONS = (take_up, mark_ready, publish, refuse, remove)


def _each(request: HttpRequest, coaches: Coaches, step: Step, **given: Any) -> None:
    by = desk_user(request)
    done, refused = 0, []
    for coach in coaches:
        try:
            step(coach=coach, by=by, **given)
            done += 1
        except PermissionDenied:
            refused.append((coach.name, _("Your account may not do this.")))
        except Guarded as problem:
            refused.append((coach.name, str(problem)))
        except ValidationError as problem:
            refused.append((coach.name, " ".join(problem.messages)))
    if done:
        words = ngettext("Done for one listing.", "Done for %(n)d listings.", done) % {"n": done}
        messages.success(request, words)
    for name, why in refused[:TOLD]:
        messages.warning(request, _("%(name)s: %(why)s") % {"name": name, "why": why})
    if more := len(refused[TOLD:]):
        words = ngettext("And one more was left as it is.", "And %(n)d more were left as they are.", more)
        messages.warning(request, words % {"n": more})


def _with_reason(
    desk: admin.ModelAdmin[Coach], request: HttpRequest, coaches: Coaches, step: Step, title: str
) -> TemplateResponse | None:
    """Ask for the reason on a page of its own, and then do it."""
    reason = request.POST.get("reason", "")
    if "confirmed" in request.POST and reason.strip():
        _each(request, coaches, step, reason=reason)
        return None
    context = {
        **desk.admin_site.each_context(request),
        "title": title,
        "opts": Coach._meta,
        "coaches": coaches,
        "action": request.POST["action"],
        "across": request.POST.get("select_across", "0"),
        "problem": _("Give the reason: the coach is told.") if "confirmed" in request.POST else "",
    }
    return TemplateResponse(request, "admin/coaches/coach/reason.html", context)
