"""What holds for every template, whoever writes it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

ROOT: Path = settings.BASE_DIR
FOLDERS = [ROOT / "templates", ROOT / "triage" / "templates", ROOT / "coaches" / "templates"]
TEMPLATES = {
    str(path.relative_to(folder)): path for folder in FOLDERS for path in sorted(folder.rglob("*")) if path.is_file()
}
# The content security policy would silently drop each of these.
INLINE = re.compile(
    r"""\s(style|on[a-z]+)\s*=\s*["'{]|<style\b|<script(?![^>]*\ssrc=)[^>]*>|javascript:""", re.IGNORECASE
)


@pytest.mark.parametrize("name", TEMPLATES)
def test_it_compiles(name: str) -> None:
    get_template(name)


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.endswith(".html")])
def test_it_has_neither_inline_style_nor_inline_script(name: str) -> None:
    found = [match.group().strip() for match in INLINE.finditer(TEMPLATES[name].read_text())]
    assert found == []
