"""The line that says how far a long run is."""

from __future__ import annotations

import io

import pytest

from analysis.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def draw(output: io.StringIO, *, done: int, total: int, term: str = "xterm") -> str:
    progress = Progress(output, total=total, environment={"TERM": term})
    for _ in range(done):
        progress.advance()
    progress.draw()
    return output.getvalue().rpartition("\r")[2]


@pytest.mark.parametrize(
    ("done", "total", "shown"),
    [
        (0, 10, "[------------------------] 0 of 10"),
        (5, 10, "[############------------] 5 of 10, less than a minute to go"),
        (1200, 1200, "[########################] 1,200 of 1,200, less than a minute to go"),
        (0, 0, "[------------------------] 0 of 0"),
    ],
)
def test_the_line_says_how_much_is_done(done: int, total: int, shown: str) -> None:
    assert draw(Terminal(), done=done, total=total) == shown


@pytest.mark.parametrize(
    ("output", "term"), [(io.StringIO(), "xterm"), (Terminal(), "dumb"), (Terminal(), "")]
)
def test_nothing_is_drawn_where_a_line_cannot_be_redrawn(output: io.StringIO, term: str) -> None:
    draw(output, done=3, total=10, term=term)
    assert output.getvalue() == ""


def test_the_line_is_wiped_once() -> None:
    output = Terminal()
    progress = Progress(output, total=3, environment={"TERM": "xterm"})
    progress.wipe()
    assert output.getvalue() == ""
    progress.draw()
    progress.wipe()
    progress.wipe()
    line = "[------------------------] 0 of 3"
    assert output.getvalue() == f"\r{line}\r{' ' * len(line)}\r"
