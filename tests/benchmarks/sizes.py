"""How much travels, as it is sent to a browser."""

from __future__ import annotations

import re

from tests.benchmarks.quiz import Visit, walk
from tests.benchmarks.serving import Server
from tests.people import PEOPLE


def first_visit(server: Server) -> int:
    """Bytes of the start page, the first question and everything that they load."""
    visit = Visit(server.connect())
    page = visit.fetch("GET", "/")
    for asset in re.findall(r'(?:src|href)="(/static/[^"]+)"', page):
        visit.fetch("GET", asset)
    return sum(visit.sizes)


def largest_step(server: Server) -> int:
    """Bytes of the largest question that is swapped in for anyone."""
    visits = [walk(server.connect(), person)[1] for person in PEOPLE]
    # The start page, the redirect and the first whole page come first; check and result come last.
    return max(size for visit in visits for size in visit.sizes[3:-2])
