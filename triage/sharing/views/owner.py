"""The page of a kept result, and what its owner can do there."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from triage.infrastructure.limits import MAKING, allow, client_ip
from triage.progress.country import country, services_in
from triage.questionnaires import registry
from triage.results.snapshot import read_snapshot
from triage.sharing.forms import MOST_VIEWS, KeepForm, ShareForm
from triage.sharing.keeping import delete, keep_for, revoke, share
from triage.sharing.link_display import show_link
from triage.sharing.links import Kind
from triage.sharing.opening import NotThere, Opened, open_again, open_owned
from triage.sharing.views.access import behind_a_link, too_many


def owner_page(
    request: HttpRequest, token: str, opened: Opened, *, news: str = "", status: int = 200, **more: Any
) -> HttpResponse:
    """The result as issued, its shares, and everything that can be done with them."""
    snapshot = read_snapshot(opened.payload)
    questionnaire = registry.questionnaire(snapshot.letter.questionnaire)
    shares = list(opened.link.shares.listed(timezone.now()))
    names = {scope.id: scope.name for scope in questionnaire.scopes}
    shown = {
        "questionnaire": questionnaire,
        "token": token,
        "link": opened.link,
        "snapshot": snapshot,
        "letter": snapshot.letter,
        "country": country(snapshot.letter.country),
        "services": services_in(snapshot.letter.country),
        "outdated": snapshot.letter.version != questionnaire.version,
        "shares": [(each, names.get(each.scope, each.scope)) for each in shares],
        "scopes": questionnaire.scopes,
        "most_views": MOST_VIEWS,
        "share_form": ShareForm(questionnaire),
        "keep_form": KeepForm(),
        "news": news,
    }
    return render(request, "triage/sharing/owner.html", {**shown, **more}, status=status)


@behind_a_link
def make_share(request: HttpRequest, token: str) -> HttpResponse:
    """Make a share link and show it, once."""
    opened = open_owned(token)
    snapshot = read_snapshot(opened.payload)
    questionnaire = registry.questionnaire(snapshot.letter.questionnaire)
    form = ShareForm(questionnaire, request.POST)
    if not form.is_valid():
        return owner_page(request, token, opened, status=422, share_form=form)
    if not allow(MAKING, client_ip(request)):
        return too_many(request, MAKING)
    scope = questionnaire.scope[form.cleaned_data["scope"]]
    made = share(
        owner=opened.link,
        token=token,
        snapshot=snapshot,
        scope=scope,
        days=int(form.cleaned_data["days"]),
        passphrase=form.cleaned_data["passphrase"],
        max_views=form.cleaned_data["max_views"],
        form=form.cleaned_data["form"],
    )
    return owner_page(
        request,
        token,
        opened,
        made=show_link(request, made),
        made_scope=scope.name,
        made_locked=bool(form.cleaned_data["passphrase"]),
    )


@behind_a_link
def revoke_share(request: HttpRequest, token: str) -> HttpResponse:
    """End a share at once."""
    opened = open_owned(token)
    given = request.POST.get("share", "")
    if re.fullmatch(r"[0-9]{1,18}", given):
        revoke(owner=opened.link, share_id=int(given))
    return owner_page(request, token, opened, news=_("That link opens nothing any more."))


@behind_a_link
def extend(request: HttpRequest, token: str) -> HttpResponse:
    """Keep the result for longer, or for less long."""
    opened = open_owned(token)
    form = KeepForm(request.POST)
    if not form.is_valid():
        return owner_page(request, token, opened, status=422, keep_form=form)
    opened.link.expires_at = keep_for(owner=opened.link, days=int(form.cleaned_data["days"]))
    return owner_page(request, token, opened, news=_("The new end is set."))


@behind_a_link
def delete_kept(request: HttpRequest, token: str) -> HttpResponse:
    """Delete a kept result with all its shares, or a saved quiz, now."""
    opened = open_again(token)
    # What was shared belongs to the person who shared it.
    if opened.link.kind == Kind.SHARE:
        raise NotThere
    delete(link=opened.link)
    return render(request, "triage/sharing/deleted.html")
