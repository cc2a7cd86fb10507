"""The installed `newsreader` in a pseudo-terminal: keys in, screen and clipboard out."""

from __future__ import annotations

import base64
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

SEEDS = Path(__file__).parents[1] / "seeds"
NEWSREADER = Path(sys.executable).parent / "newsreader"
OSC_52 = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")
PATIENCE_SECONDS = 60


class Terminal:
    """A program in a pseudo-terminal, and what its screen shows."""

    def __init__(self, command: list[str], *, columns: int, rows: int, folder: Path) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.received = b""
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "SSH_TTY", "SSH_CONNECTION")
        }
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env={**environment, "TERM": "xterm-256color", "LANG": "C.UTF-8"},
            start_new_session=True,
        )
        os.close(theirs)

    def type(self, keys: str) -> None:
        """Send keys as a terminal would."""
        os.write(self._ours, keys.encode())

    def wait_for(self, is_shown: Callable[[str], bool]) -> str:
        """Read until the screen shows what is waited for, and return it."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            self._read()
            if is_shown(self.text):
                return self.text
        raise AssertionError(f"not shown within {PATIENCE_SECONDS} s:\n{self.text}")

    @property
    def text(self) -> str:
        """The screen's lines."""
        return "\n".join(self._screen.display)

    def _read(self) -> None:
        if select.select([self._ours], [], [], 0.1)[0]:
            try:
                data = os.read(self._ours, 65536)
            except OSError:  # the other side is closed
                return
            self.received += data
            # pyte knows no private-mode queries with a colon; colours are not looked at here.
            self._stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;:]*[a-zA-Z]", b"", data))

    def end(self) -> int:
        """Return the exit status, ending the program if it has not ended."""
        end = time.monotonic() + 20
        while self.process.poll() is None and time.monotonic() < end:
            self._read()
        if self.process.poll() is None:
            self.process.kill()
        os.close(self._ours)
        return self.process.wait()


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


def test_a_signal_to_end_restores_the_terminal(terminal: Terminal) -> None:
    terminal.wait_for(lambda text: "Quit" in text)
    terminal.process.terminate()
    terminal.end()
    assert b"\x1b[?1049l" in terminal.received, "the alternate screen is left"
    assert b"\x1b[?1000l" in terminal.received, "the mouse is given back"


def test_without_a_terminal_it_says_what_to_use_instead(tmp_path: Path) -> None:
    finished = subprocess.run(
        [NEWSREADER, SEEDS], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 2
    assert "newsreader analyze" in finished.stderr


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
