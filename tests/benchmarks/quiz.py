"""One person's way through the quiz over HTTP, with htmx's headers as a browser sends them."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import urlencode

from tests.people import PEOPLE, Person
from triage.engine.deciding.answers import chosen


@dataclass
class Visit:
    """A visit on one connection, with its cookies, and the sizes (bytes) of what came back."""

    connection: HTTPConnection
    cookies: dict[str, str] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)
    location: str = ""

    def fetch(self, method: str, path: str, form: dict[str, object] | None = None, *, htmx: bool = False) -> str:
        """The body of the answer; cookies are kept."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        headers["Accept-Encoding"] = "gzip, br"
        if htmx:
            headers |= {"HX-Request": "true", "HX-Target": "step"}
        body = None
        if form is not None:
            body = urlencode(form, doseq=True)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        for header in answer.headers.get_all("Set-Cookie", []):
            name, _, value = header.partition(";")[0].partition("=")
            self.cookies[name] = value
        self.sizes.append(len(content))
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status}")
        if answer.headers.get("Content-Encoding") == "gzip":
            content = gzip.decompress(content)
        self.location = answer.headers.get("Location") or answer.headers.get("HX-Redirect") or ""
        return content.decode(errors="replace")


def walk(connection: HTTPConnection, person: Person = PEOPLE[0], *, until: str = "result") -> tuple[int, Visit]:
    """The quiz from the start page to the first question, the last one or the result.

    Returns the number of steps (an answer, and the next question), and the visit.
    """
    answers = person.answers
    visit = Visit(connection)
    page = visit.fetch("GET", "/")
    token = _token(page)
    visit.fetch("POST", "/quiz/", {"csrfmiddlewaretoken": token, "country": answers.get("country") or ""})
    page = visit.fetch("GET", visit.location)
    steps = 0
    while page and until != "first question":
        names = dict.fromkeys(re.findall(r'<input type="(?:radio|checkbox)" name="(\w+)"', page))
        form: dict[str, object] = {name: list(chosen(answers.get(name))) for name in names}
        skipped = any(not given for given in form.values())
        form |= {"csrfmiddlewaretoken": token, "page": _hidden(page), "do": "skip" if skipped else "go"}
        page = visit.fetch("POST", "/quiz/2/", form, htmx=True)
        steps += 1
    if until == "result":
        visit.fetch("GET", "/quiz/check/")
        visit.fetch("GET", "/quiz/result/")
    return steps, visit


def _token(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert found is not None
    return found[1]


def _hidden(page: str) -> str:
    found = re.search(r'name="page" value="(\w+)"', page)
    assert found is not None
    return found[1]
