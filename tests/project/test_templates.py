"""What holds for every template, whoever writes it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template
from djhtml.modes import DjHTML

from tests.project.whole_elements import not_whole

ROOT: Path = settings.BASE_DIR
FOLDERS = [ROOT / "templates", ROOT / "triage" / "templates", ROOT / "coaches" / "templates"]
TEMPLATES = {
    str(path.relative_to(folder)): path for folder in FOLDERS for path in sorted(folder.rglob("*")) if path.is_file()
}
PAGES = [name for name in TEMPLATES if name.endswith(".html")]
LONGEST_LINE = 160
# The content security policy would silently drop each of these.
INLINE = re.compile(
    r"""\s(style|on[a-z]+)\s*=\s*["'{]|<style\b|<script(?![^>]*\ssrc=)[^>]*>|javascript:""", re.IGNORECASE
)


@pytest.mark.parametrize("name", TEMPLATES)
def test_it_compiles(name: str) -> None:
    get_template(name)


@pytest.mark.parametrize("name", PAGES)
def test_it_has_neither_inline_style_nor_inline_script(name: str) -> None:
    found = [match.group().strip() for match in INLINE.finditer(TEMPLATES[name].read_text())]
    assert found == []


@pytest.mark.parametrize("name", PAGES)
def test_its_lines_can_be_read(name: str) -> None:
    long = [line for line in TEMPLATES[name].read_text().splitlines() if len(line) > LONGEST_LINE]
    assert long == []


@pytest.mark.parametrize("name", PAGES)
def test_it_holds_whole_elements(name: str) -> None:
    assert not_whole(TEMPLATES[name].read_text()) == []


@pytest.mark.parametrize("name", PAGES)
def test_it_is_indented(name: str) -> None:
    source = TEMPLATES[name].read_text()
    assert DjHTML(source).indent(2) == source


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ("<header><p>a</p>", "<header> stays open"),
        ("</header>", "line 1: the end of <header> inside []"),
        ("{% if a %}<b>{% endif %}b</b>", "line 1: the end of {% if %} inside ['<b>']"),
        ("{% if a %}<b>\n{% else %}</b>{% endif %}", "line 2: {% else %} inside ['<b>']"),
        ('<p{% if a < 4 %} class="b"{% endif %}><i>c</p>', "line 1: the end of <p> inside ['<i>']"),
    ],
)
def test_what_is_not_whole_is_found(broken: str, fault: str) -> None:
    assert not_whole(broken)[0] == fault
