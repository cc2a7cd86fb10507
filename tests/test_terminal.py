"""The installed `newsreader` in a pseudo-terminal: keys in, screen and clipboard out."""

from __future__ import annotations

import base64
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import NEWSREADER, Terminal

SEEDS = Path(__file__).parents[1] / "seeds"
OSC_52 = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    # A folder of the same name as our package must not be run instead of it.
    (tmp_path / "analysis").mkdir()
    (tmp_path / "analysis" / "__main__.py").write_text("raise SystemExit('the wrong package')")
    article = SEEDS / "macron-ukraine-troops.txt"
    program = Terminal([str(NEWSREADER), str(article)], columns=120, rows=40, folder=tmp_path)
    yield program
    if program.process.poll() is None:
        program.process.kill()
        program.process.wait()


def test_an_article_is_read_searched_and_quoted_by_keys_alone(terminal: Terminal) -> None:
    terminal.wait_for(lambda text: "Emmanuel Macron" in text and "not analysed" not in text)
    # The frame comes in pieces: the count at its lower right corner tells that it is whole.
    text = terminal.wait_for(lambda text: re.search(r"\d+ quotes +\d+%", text) is not None)
    assert len(re.findall(r"^.*\d+ Emmanuel Macron", text, re.MULTILINE)) == 1

    terminal.type("1\r")
    terminal.wait_for(lambda text: "Emmanuel Macron · mention 1 of" in text)
    terminal.type("\r")
    terminal.wait_for(lambda text: "Emmanuel Macron · mention 2 of" in text)

    terminal.type("/lavorv")
    terminal.wait_for(lambda text: "@ Sergei Lavrov" in text)
    terminal.type("\r")
    terminal.wait_for(lambda text: "found 1 of" in text and "Sergei Lavrov" in text)

    terminal.type("\x1b")
    terminal.wait_for(lambda text: "found 1 of" not in text)
    terminal.type("g")
    terminal.type(")")
    terminal.wait_for(lambda text: re.search(r"quote \d+ of \d+", text) is not None)
    terminal.type("y")
    terminal.wait_for(lambda _: OSC_52.search(terminal.received) is not None)
    match = OSC_52.search(terminal.received)
    assert match is not None
    copied = base64.b64decode(match[1]).decode()
    assert re.match(r"“.+” — .+", copied)
    words = copied[1 : copied.index("”")]
    assert words in (SEEDS / "macron-ukraine-troops.txt").read_text(encoding="utf-8")

    terminal.type("q")
    assert terminal.end() == 0


def test_a_hundred_resizes_a_moment_leave_the_article_on_the_screen(terminal: Terminal) -> None:
    terminal.wait_for(lambda text: "Quit" in text)
    for turn in range(100):
        terminal.resize(20 + turn * 5 % 480, 5 + turn * 7 % 195)
    terminal.resize(120, 40)
    terminal.wait_for(lambda text: "Quit" in text and "People" in text)
    terminal.type("q")
    assert terminal.end() == 0


def test_a_home_that_cannot_be_written_is_said_and_reading_and_analysing_go_on(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_text("no folder can be made below this")
    home = str(tmp_path / "file" / "home")
    names = ("HOME", *(f"XDG_{name}_HOME" for name in ("CONFIG", "CACHE", "DATA", "STATE")))
    terminal = Terminal(
        [str(NEWSREADER), str(SEEDS / "macron-ukraine-troops.txt")], columns=120, rows=40,
        folder=tmp_path, environment=dict.fromkeys(names, home),
    )  # fmt: skip
    terminal.wait_for(lambda text: re.search(r"\d+ quotes +\d+%", text) is not None)
    terminal.type(")m")
    terminal.wait_for(lambda text: "Not collected" in text)
    terminal.type("q")
    assert terminal.end() == 0, terminal.text


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["no-such-file.txt"], 1, "no-such-file.txt"),
        (["--width", "7"], 2, "a number from 40 to 200"),
        (["--sort", "size"], 2, '"first" or "count"'),
        (["--pipeline", "no_such_pipeline"], 2, "no spaCy pipeline 'no_such_pipeline'"),
        (["--colour"], 2, "unrecognized arguments"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(
    tmp_path: Path, arguments: list[str], status: int, said: str
) -> None:
    finished = subprocess.run(
        [NEWSREADER, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert finished.returncode == status
    assert said in finished.stderr
    assert "Traceback" not in finished.stderr
