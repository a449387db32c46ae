"""The directory's list."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from django_htmx.http import push_url
from django_htmx.middleware import HtmxDetails

from coaches.search.page import make_page
from coaches.search.selection import read_selection


class ListRequest(HttpRequest):
    """A request that knows whether htmx sent it."""

    htmx: HtmxDetails


@require_safe
def coaches(request: ListRequest) -> HttpResponse:
    """The listings that fit what was chosen; for htmx only the part that changes."""
    page = make_page(read_selection(request.GET))
    address = request.build_absolute_uri(request.path)
    swapped = request.htmx.target == "directory"
    template = "coaches/list.html#directory" if swapped else "coaches/list.html"
    response = render(request, template, {"page": page, "address": address, "swapped": swapped})
    # The same address answers differently to htmx.
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return push_url(response, f"{request.path}{page.selection.query()}") if swapped else response
