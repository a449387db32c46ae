"""The flow of a questionnaire as a picture (SVG): pages with their gates, then the rules in order."""

from __future__ import annotations

from collections.abc import Iterator

from triage.engine.drawing import svg
from triage.engine.model import Gate, Question, Questionnaire, Rule

WIDTH = 1240
LEFT = 40
PAGE_WIDTH = 420
INDENT = 60
BYPASS = 560
RULES_LEFT = 640
RULE_WIDTH = 560
GAP = 16


def draw(questionnaire: Questionnaire) -> str:
    """The picture, the same for the same content."""
    pages, pages_end = _pages(questionnaire)
    rules, rules_end = _rules(questionnaire)
    height = max(pages_end, rules_end) + GAP
    turn = f"M{LEFT + 20} {pages_end - GAP} V{pages_end} H{RULES_LEFT - 30} V92 H{RULES_LEFT - 4}"
    return svg.document(
        WIDTH,
        height,
        title=f"{questionnaire.title} How the questions lead to a result",
        description=(
            f"{len(questionnaire.questions)} pages in {len(questionnaire.parts)} parts, with what puts each on the "
            f"path, and the {len(questionnaire.rules)} rules of version {questionnaire.version}. The first rule "
            "that holds decides."
        ),
        body=[svg.text(LEFT, 44, [questionnaire.title], "title"), svg.arrow(turn), *pages, *rules],
    )


def _pages(questionnaire: Questionnaire) -> tuple[list[str], int]:
    """The pages from top to bottom, and where they end."""
    drawn: list[str] = []
    tops: dict[str, int] = {}
    y = 70
    part = ""
    for page in questionnaire.questions:
        if page.part != part:
            part = page.part
            drawn.append(svg.box(LEFT, y, PAGE_WIDTH + INDENT, 34, "part"))
            drawn.append(svg.text(LEFT + 12, y + 23, [questionnaire.part[part].title], "head"))
            y += 34 + GAP
        start = y
        x = LEFT + INDENT if page.when else LEFT
        edge = svg.wrap(_gates(questionnaire, page), PAGE_WIDTH - 16, 12)
        if page.when:
            drawn.append(svg.text(x + 8, y + 10, edge, "edge"))
            y += 16 * len(edge) + 4
        lines = svg.wrap(_about(questionnaire, page), PAGE_WIDTH - 24, 12)
        high = 32 + 16 * len(lines)
        drawn.append(svg.box(x, y, PAGE_WIDTH, high, page.kind))
        drawn.append(svg.text(x + 12, y + 21, svg.wrap(page.label, PAGE_WIDTH - 24, 14), "name"))
        drawn.append(svg.text(x + 12, y + 39, lines, "small"))
        tops[page.id] = y + high // 2
        spine = LEFT + 20
        if page.when:
            drawn.append(svg.arrow(f"M{spine} {start - GAP} V{y + high // 2} H{x - 4}"))
            drawn.append(svg.line(f"M{spine} {y + high // 2} V{y + high + GAP}"))
        elif page is not questionnaire.questions[0]:
            drawn.append(svg.arrow(f"M{spine} {start - GAP} V{y - 4}"))
        y += high + GAP
    return [*drawn, *_refusals(questionnaire, tops)], y


def _refusals(questionnaire: Questionnaire, tops: dict[str, int]) -> Iterator[str]:
    """Dashed ways from each page of consent to the pages that follow a refusal."""
    for consent in (page for page in questionnaire.questions if page.kind == "consent"):
        after = questionnaire.questions[questionnaire.questions.index(consent) + 1 :]
        waiting = [page for page in after if questionnaire.part[page.part].consent == consent.id]
        spared = [page for page in waiting if page.always]
        beyond = [page for page in after if page not in waiting][:1]
        right = LEFT + PAGE_WIDTH
        start = tops[consent.id]
        label = svg.wrap(consent.choices[-1].text, BYPASS - right - 8, 12)
        yield svg.text(right + 8, start - 16 * len(label), label, "edge")
        for page in (*spared, *beyond):
            yield svg.arrow(f"M{right} {start} H{BYPASS} V{tops[page.id]} H{right + 4}", "refused")


def _about(questionnaire: Questionnaire, page: Question) -> str:
    """What the page asks, in a few words."""
    if page.instrument is not None:
        return f"{len(page.items)} questions of the {questionnaire.instrument[page.instrument].name}"
    return page.text


def _gates(questionnaire: Questionnaire, page: Question) -> str:
    return "if " + ", or ".join(" and ".join(_gate(questionnaire, gate) for gate in gates) for gates in page.when)


def _gate(questionnaire: Questionnaire, gate: Gate) -> str:
    if gate.question is None:
        return f"{questionnaire.scale[gate.scale or ''].name} total {gate.at_least} or more"
    field = questionnaire.field[gate.question]
    asked = field.text if field.page.instrument is not None else field.page.label
    answers = (questionnaire.choice(field, choice).text for choice in gate.any_of)
    return f"{asked}: {' / '.join(answers)}"


def _rules(questionnaire: Questionnaire) -> tuple[list[str], int]:
    """The rules in order, each with its outcome, and where they end."""
    drawn = [
        svg.box(RULES_LEFT, 70, RULE_WIDTH, 34, "part"),
        svg.text(RULES_LEFT + 12, 93, ["Then the first rule that holds decides"], "head"),
    ]
    y = 70 + 34 + GAP
    for number, rule in enumerate(questionnaire.rules):
        if number:
            drawn.append(svg.arrow(f"M{RULES_LEFT + 20} {y - GAP} V{y - 4}"))
        box, high = _rule(questionnaire, rule, y)
        drawn += box
        y += high + GAP
    return drawn, y


def _rule(questionnaire: Questionnaire, rule: Rule, y: int) -> tuple[list[str], int]:
    outcome = 170
    room = RULE_WIDTH - outcome - 40
    lines = svg.wrap(rule.sentence, room - 12, 14)
    named = svg.wrap(questionnaire.outcome[rule.outcome].name, outcome - 20, 14, bold=True)
    high = max(34 + 19 * len(lines), 22 + 19 * len(named))
    left, middle = RULES_LEFT + RULE_WIDTH - outcome, y + high // 2
    pill = 14 + 19 * len(named)
    drawn = [
        svg.box(RULES_LEFT, y, room + 12, high, "rule"),
        svg.text(RULES_LEFT + 12, y + 21, [rule.id], "name"),
        svg.text(RULES_LEFT + 12, y + 40, lines, line=19),
        svg.arrow(f"M{RULES_LEFT + room + 12} {middle} H{left - 4}"),
        svg.box(left, middle - pill // 2, outcome, pill, "outcome"),
        svg.text(left + 10, middle - pill // 2 + 21, named, "answer", line=19),
    ]
    return drawn, high
