"""Every string that is shown can be translated: with a made-up language, no English is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from tests.coaches.public.people import ana
from tests.people import PEOPLE
from tests.triage.visits import visitor_like
from triage.questionnaires import registry
from triage.questionnaires.strings import shown_strings
from triage.quiz import rendering
from triage.templatetags.once import rendered

SHOUTED = re.compile(r"^[^a-z]*$")
DATE = re.compile(r"[A-Z][a-z]+\.? \d+, \d{4}")
UNTRANSLATED = {"script", "style", "code", "small", "title"}


PAGES = ["/", "/help/us/", "/about/", "/privacy/", "/accessibility/", "/nothing/", "/left/"]


class English(HTMLParser):
    """Collects text that was not shouted, outside of what stays as it is in every language."""

    def __init__(self) -> None:
        super().__init__()
        self.left: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("input", "meta", "link", "br", "path", "circle", "rect"):
            english = tag != "html" and ("lang", "en") in attrs
            stays = tag in UNTRANSLATED or english or ("class", "brand") in attrs
            self._inside.append("stays" if stays else tag)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and tag not in ("input", "meta", "link", "br", "path", "circle", "rect"):
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if "stays" not in self._inside and not SHOUTED.match(DATE.sub("", data)):
            self.left.append(data.strip())


@pytest.fixture
def shouting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A language in which everything is said in capitals; what is filled in stays."""

    def shout(text: str) -> str:
        return re.sub(r"%\(\w+\)[sd]|.", lambda part: part[0] if part[0].startswith("%(") else part[0].upper(), text)

    def shout_number(one: str, many: str, number: int) -> str:
        return shout(one if number == 1 else many)

    translation.gettext("")  # Django looks its functions up at the first call; after that they can be replaced.
    monkeypatch.setattr("django.utils.translation._trans.gettext", shout, raising=False)
    monkeypatch.setattr("django.utils.translation._trans.ngettext", shout_number, raising=False)
    # Names of languages come from CLDR, in the reader's own.
    monkeypatch.setattr("coaches.vocabulary.names.language", str.upper)
    monkeypatch.setattr(rendering, "_kept", {})
    forget()
    yield
    forget()


def forget() -> None:
    """Nothing that was rendered in another language is kept."""
    cache.clear()
    rendered.cache_clear()


@pytest.mark.usefixtures("shouting")
@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/help/us/",
        "/about/",
        "/privacy/",
        "/accessibility/",
        "/nothing/",
        "/left/",
        "/coaches/how-we-vet/",
        "/coaches/report/thanks/",
    ],
)
def test_no_english_is_left_on_a_page(client: Client, address: str) -> None:
    parser = English()
    parser.feed(client.get(address).content.decode())
    assert [text for text in parser.left if not text.startswith(("988", "http"))] == []


@pytest.mark.usefixtures("shouting")
@pytest.mark.parametrize("person", PEOPLE[:3], ids=lambda person: person.name)
def test_no_english_is_left_in_the_quiz_and_its_result(client: Client, person: object) -> None:
    visitor = visitor_like(client, next(each for each in PEOPLE if each == person))
    address = visitor.walk()
    parser = English()
    for number in range(2, 24):
        parser.feed(client.get(f"/quiz/{number}/").content.decode())
    parser.feed(client.get(address).content.decode())
    parser.feed(client.get("/quiz/result/").content.decode())
    assert sorted(set(parser.left)) == []


def test_all_texts_of_the_content_are_collected() -> None:
    strings = shown_strings()
    last = registry.questionnaire().questions[-1]
    assert {last.text, last.why, last.choices[-1].text} <= set(strings)
    assert "Samaritans" in " ".join(strings)


@pytest.mark.django_db
@pytest.mark.usefixtures("shouting")
@pytest.mark.parametrize(
    "page", ["ana-lopez/", "ana-lopez/report/", "shortlist/", "compare/", "call-sheet/", "nobody/"]
)
def test_no_english_is_left_in_the_directory(client: Client, page: str) -> None:
    own = dict.fromkeys(("name", "headline", "own_words", "method", "rhythm", "engagement", "package"), "SAID")
    own |= dict.fromkeys(("between_sessions", "progress", "terms_where", "refunds", "cancellations"), "SAID")
    own |= dict.fromkeys(("refer_out", "refers_to", "place", "representative_situations"), "SAID")
    ana(**own, public_email="", website="", badge_link="")
    client.post("/coaches/shortlist/add/", {"slug": "ana-lopez"})
    parser = English()
    parser.feed(client.get(f"/coaches/{page}").content.decode())
    # Countries, languages and zones come from CLDR, in the reader's own.
    cldr = ("English", "Spanish", "United States", "Central Time (Chicago)", "We read it.")
    assert [text for text in parser.left if not text.endswith(cldr)] == []
