"""A visitor for tests: answers page after page over HTTP, as a browser without scripts does."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.test import Client, RequestFactory

from tests.people import WELL, Given, Person
from triage.engine.deciding.answers import chosen
from triage.progress.cookie import read_progress
from triage.questionnaires import registry

HTMX = {"HX-Request": "true", "HX-Target": "step"}


class Visitor:
    """Somebody at the site, with a browser's cookies."""

    def __init__(self, client: Client, answers: Mapping[str, Given] = WELL, guide: str = registry.CAREER_HELP) -> None:
        self.guide = registry.questionnaire(guide)
        self.root = f"/{self.guide.prefix}/"
        self.client = client
        self.answers = answers
        self.seen: list[str] = []

    def begin(self) -> str:
        """Start the quiz; the address of the first question."""
        country = self.answers.get("country") or ""
        return self.client.post(self.root, {"country": country})["Location"]

    def post(self, page: str, *, at: str = "", **form: object) -> str:
        """Answer a page by its id; where it leads."""
        return self.client.post(at or f"{self.root}2/", {"page": page, "do": "go", **form}).headers.get("Location", "")

    def answer_shown(self, address: str) -> str:
        """Answer what the page at the address asks; where it leads."""
        shown = self.client.get(address).content.decode()
        page = re.findall(r'name="page" value="(\w+)"', shown)[0]
        self.seen.append(page)
        fields = dict.fromkeys(re.findall(r'<input type="(?:radio|checkbox)" name="(\w+)"', shown))
        given = {field: list(chosen(self.answers.get(field))) for field in fields}
        form: dict[str, object] = {**given, "do": "go" if all(given.values()) else "skip"}
        return self.client.post(address, {"page": page, **form}).headers.get("Location", "")

    def walk(self, until: str = "") -> str:
        """Go on until a page is reached (by its id), or the check page; the address there."""
        address = self.begin()
        while address != f"{self.root}check/" and self.page_at(address) != until:
            address = self.answer_shown(address)
        return address

    def page_at(self, address: str) -> str:
        """The id of the page at an address, if it is one of the quiz's."""
        found = re.findall(r'name="page" value="(\w+)"', self.client.get(address).content.decode())
        return found[0] if found else ""

    def kept(self) -> Mapping[str, Given]:
        """The answers in the visitor's cookie."""
        request = RequestFactory().get("/")
        request.COOKIES = {name: morsel.value for name, morsel in self.client.cookies.items()}
        return read_progress(request, self.guide).answers


def visitor_like(client: Client, person: Person, guide: str = registry.CAREER_HELP) -> Visitor:
    """A visitor with a person's answers."""
    return Visitor(client, person.answers, guide)
