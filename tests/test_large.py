"""The largest articles in the reader: opened, read to the end, searched and left, in a terminal.

With `--largest` they are 50 MB, a line of 10 MB and a million lines; without, a tenth of it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal import NEWSREADER, Terminal

WORDS = "the council of the harbour voted on Monday to halt the new works in a letter".split()
LAST = "Quixote was the last to speak."


def paragraphs(size: float) -> str:
    lines = (" ".join(WORDS[start:] + WORDS * 5) + ".\n\n" for start in range(len(WORDS)))
    page = "".join(lines)
    return page * int(50_000_000 * size / len(page)) + LAST


def one_line(size: float) -> str:
    return " ".join(itertools.islice(itertools.cycle(WORDS), int(2_200_000 * size))) + ". " + LAST


def a_million_lines(size: float) -> str:
    return "".join(f"Line {number} of it.\n" for number in range(int(1_000_000 * size))) + LAST


@pytest.mark.timeout(600)
@pytest.mark.parametrize("write", [paragraphs, one_line, a_million_lines])
def test_the_largest_articles_are_read_searched_and_left(
    tmp_path: Path, write: Callable[[float], str], largest: bool
) -> None:
    (tmp_path / "large.txt").write_text(write(1 if largest else 0.1), encoding="utf-8")
    terminal = Terminal(
        [str(NEWSREADER), "large.txt"], columns=100, rows=30, folder=tmp_path
    )  # fmt: skip
    terminal.wait_for(lambda text: " 0%" in text and ("council" in text or "Line 12" in text))
    terminal.type("G")
    terminal.wait_for(lambda text: "100%" in text and "last to speak" in text)
    terminal.type("g")
    terminal.wait_for(lambda text: " 0%" in text)
    terminal.type("/quixo")
    # The line takes what is typed while the article is made ready to be searched.
    terminal.wait_for(lambda text: "/ quixo" in text)
    terminal.wait_for(lambda text: "1 in the text" in text and "last to speak" in text)
    terminal.type("\r")
    terminal.wait_for(lambda text: "found 1 of 1" in text)
    terminal.type("?")
    terminal.wait_for(lambda text: "─ Keys ─" in text)
    terminal.type("\x1b[27u")
    terminal.wait_for(lambda text: "─ Keys ─" not in text)
    terminal.type("q")
    assert terminal.end() == 0, terminal.text
