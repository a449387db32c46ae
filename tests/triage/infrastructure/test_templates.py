"""How templates are read."""

from __future__ import annotations

from pathlib import Path

from django.template import Context, Engine

LAID_OUT = "<ul>\n    <li>one</li>\n\n    <li>two\n      and more</li>\n</ul>\n"


def rendered(folder: Path, name: str) -> str:
    (folder / name).write_text(LAID_OUT)
    engine = Engine(dirs=[str(folder)], loaders=["triage.infrastructure.templates.Loader"])
    return engine.get_template(name).render(Context())


def test_a_page_is_sent_without_its_indentation_and_words_stay_apart(tmp_path: Path) -> None:
    assert rendered(tmp_path, "page.html") == "<ul>\n<li>one</li>\n<li>two\nand more</li>\n</ul>\n"


def test_a_letter_is_sent_as_it_is_laid_out(tmp_path: Path) -> None:
    assert rendered(tmp_path, "letter.txt") == LAID_OUT


def test_what_a_page_is_filled_with_keeps_its_white_space(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<textarea>{{ text }}</textarea>")
    engine = Engine(dirs=[str(tmp_path)], loaders=["triage.infrastructure.templates.Loader"])
    page = engine.get_template("page.html").render(Context({"text": "  typed\n  with care"}))
    assert page == "<textarea>  typed\n  with care</textarea>"
