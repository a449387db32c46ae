"""`make bench`: what a quiz costs the server beside a plain Django page, and what a page of the directory takes."""

from __future__ import annotations

import sys
from statistics import median

from tests.benchmarks.directory import measure as measure_directory
from tests.benchmarks.quiz import walk
from tests.benchmarks.serving import Server, serving
from tests.benchmarks.sizes import first_visit, largest_step
from tests.services.unavailable import Unavailable

QUIZZES = 25
ROUNDS = 7
MICRO = 1_000_000


def floor_cost(server: Server, requests: int) -> float:
    """Seconds of processor time that so many plain pages take."""
    connection = server.connect()
    before = server.cpu()
    for _ in range(requests):
        connection.request("GET", "/")
        connection.getresponse().read()
    return server.cpu() - before


def cost_of(server: Server, until: str) -> tuple[float, int]:
    """Seconds of processor time that some visits take up to a place, and how many steps they were."""
    connection = server.connect()
    before = server.cpu()
    steps = sum(walk(connection, until=until)[0] for _ in range(QUIZZES))
    return server.cpu() - before, steps


def measure_quiz() -> None:
    """Measure in turn, so that a change of the machine's pace meets both sides, and print medians."""
    floors, per_step, whole = [], [], []
    with serving("tests.benchmarks.floor:application") as plain, serving("triage.wsgi:application") as quiz:
        floor_cost(plain, 200)
        _, steps = cost_of(quiz, "result")
        for _ in range(ROUNDS):
            beginning, _ = cost_of(quiz, "first question")
            floors.append(floor_cost(plain, steps) / steps)
            walked, _ = cost_of(quiz, "last question")
            floors[-1] = (floors[-1] + floor_cost(plain, steps) / steps) / 2
            finished, _ = cost_of(quiz, "result")
            per_step.append((walked - beginning) / steps)
            whole.append(finished / QUIZZES)
        visit, step = first_visit(quiz), largest_step(quiz)
    pages = steps / QUIZZES
    floor = median(floors)
    print(f"a plain page of 8 kB      {floor * MICRO:8.0f} µs of processor time")
    ratios = sorted(mine / plain for mine, plain in zip(per_step, floors, strict=True))
    print(f"a step                    {median(per_step) * MICRO:8.0f} µs, {median(ratios):.2f} times the plain page")
    print(f"                                   (from {ratios[0]:.2f} to {ratios[-1]:.2f} in {ROUNDS} rounds)")
    print(f"a whole quiz              {median(whole) * 1000:8.1f} ms for {pages:.0f} steps and 5 whole pages,")
    print(f"                                   {median(whole) / (floor * (pages + 5)):.2f} times as many plain pages")
    print(f"first visit               {visit / 1000:8.1f} kB as sent: page, style, scripts and icon")
    print(f"a further step            {step / 1000:8.1f} kB as sent, the largest one")


if __name__ == "__main__":
    measure_quiz()
    try:
        measure_directory()
    except Unavailable as error:
        sys.exit(f"\n{error}")
