"""Two whole programs on one home, in terminals of their own: a third sees what both have done."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.terminal import NEWSREADER, Terminal

SEEDS = Path(__file__).parents[1] / "seeds"
ARTICLE = SEEDS / "macron-ukraine-troops.txt"
ESCAPE = "\x1b[27u"  # cannot run into the next key, as a lone ESC does
ENDINGS = ("One", "Two", "Three", "Four")
"""What each program puts behind names: behind the first, the third, ... and behind those between."""

Start = Callable[[], Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Return what starts a program and waits until its article is analysed."""
    started: list[Terminal] = []

    def start_one() -> Terminal:
        terminal = Terminal(
            [str(NEWSREADER), str(ARTICLE)], columns=140, rows=45, folder=tmp_path
        )  # fmt: skip
        started.append(terminal)
        terminal.wait_for(lambda text: re.search(r"\d+ quotes +\d+%", text) is not None)
        return terminal

    yield start_one
    for terminal in started:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait()


def test_what_two_programs_correct_and_collect_at_once_a_third_one_has(start: Start) -> None:
    first, second = programs = start(), start()
    for rank, ending in enumerate(ENDINGS):
        for program, down in ((first, 2 * rank), (second, 2 * rank + 1)):
            program.type("1g" + "j" * down)
            program.settle()
            program.type("e")
            program.wait_for(lambda text: "r  rename" in text)
            program.type("r")
            program.wait_for(lambda text: "─ The right name ─" in text)
            program.type(f" {ending}")
            program.settle()
        for program in programs:  # both at once
            program.type("\r")
        for program in programs:
            program.wait_for(lambda text, ending=ending: f"{ending} ✎" in text)  # type: ignore[misc]
    first.type("g)m")
    second.type("g))))m")
    for program in programs:
        program.wait_for(lambda text: "Collected: " in text)
        program.type("q")
    assert [program.end() for program in programs] == [0, 0]

    third = start()
    third.wait_for(lambda text: text.count(" ✎") == 2 * len(ENDINGS))
    third.type("M")
    third.wait_for(lambda text: "│  “Nothing should be" in text and "│  “What was agreed" in text)
    third.type(ESCAPE)
    third.wait_for(lambda text: "─ Collected quotes ─" not in text)
    third.type("q")
    assert third.end() == 0
