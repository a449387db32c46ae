"""Walks through the directory with a sixth question that one file alone knows; names what fails to tell it.

Started by `test_vetting_question` in a copy of the project whose `vetting_question.py` has one more record.
"""

from __future__ import annotations

import html
import sys
from collections.abc import Iterator

import django
from django.test.utils import get_runner, setup_test_environment


def main() -> None:
    """End well only if each place knows the question."""
    django.setup()
    from django.conf import settings

    setup_test_environment()
    runner = get_runner(settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        silent = [place for place, told in walk() if not told]
    finally:
        runner.teardown_databases(databases)
    sys.exit(f"Not told: {silent}" if silent else 0)


def walk() -> Iterator[tuple[str, bool]]:
    """Each place, and whether it tells the question."""
    from django.test import Client

    from coaches.models.check import Check
    from coaches.models.vetting_question import VettingQuestion
    from coaches.own_pages.visits import open_visit
    from coaches.vetting.lifecycle import mark_ready, publish
    from tests.coaches.cast import REQUIRED, ada, checked, cora, fresh, in_days, rosa
    from tests.coaches.desk.desk import LIST, at_desk, deciding, find

    sixth = list(VettingQuestion)[5]
    coach = checked(*REQUIRED, sixth)
    mark_ready(coach=coach, by=rosa())
    publish(coach=coach, by=cora())
    browser = Client()
    browser.post("/coaches/shortlist/add/", {"slug": coach.slug})
    for path, words in {
        "/coaches/": sixth.label,
        "/coaches/how-we-vet/": sixth.record.looked_at,
        f"/coaches/{coach.slug}/": sixth.record.asked,
        "/coaches/compare/": sixth.record.asked,
        "/coaches/call-sheet/": sixth.record.call.ask,
        "/coaches/shortlist.csv": sixth.label,
        "/coaches/apply/": sixth.record.form_hint,
    }.items():
        yield path, str(words) in _page(browser, path)
    from django.http import HttpResponse

    visit = HttpResponse()
    open_visit(visit, fresh(coach))
    browser.cookies.update(visit.cookies)
    yield "/coaches/mine/", str(sixth.label) in _page(browser, "/coaches/mine/")
    for path in (LIST, deciding(coach), f"{LIST}{coach.pk}/history/", "/admin/coaches/check/"):
        yield path, str(sixth.label) in _page(at_desk(ada()), path)
    _page(at_desk(cora()), "/admin/")
    find(rosa(), coach, sixth, "partly", valid_until=in_days(9).isoformat())
    yield "a finding at the desk", Check.objects.get(coach=coach, question=sixth).finding == "partly"
    table = at_desk(cora()).post(f"{LIST}export/", {"format": "0", "coachresource": "on"})
    yield "the export", f"({sixth} finding)" in table.content.decode("utf-8-sig")


def _page(browser: object, path: str) -> str:
    from django.test import Client

    assert isinstance(browser, Client)
    response = browser.get(path)
    assert response.status_code == 200, path
    return html.unescape(response.content.decode())


if __name__ == "__main__":
    main()
