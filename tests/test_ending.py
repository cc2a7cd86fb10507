"""How it ends: by signals, with its terminal, for the shell and back, and where output cannot go."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import canned
from tests.terminal import NEWSREADER, PATIENCE_SECONDS, Terminal

IN_FULL_SCREEN = b"\x1b[?1049h"
LEFT_FULL_SCREEN = b"\x1b[?1049l"
ESCAPE = "\x1b[27u"  # cannot run into the next key, as a lone ESC does


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(canned.TEXT, encoding="utf-8")
    return path


@pytest.fixture
def terminals(story: Path) -> Iterator[list[Terminal]]:
    """Return a list of terminals whose programs are ended with the test."""
    made: list[Terminal] = []
    yield made
    for terminal in made:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait()


def opened(terminals: list[Terminal], story: Path, *, under: tuple[str, ...] = ()) -> Terminal:
    """Return a terminal with the story in it, and keys heard."""
    terminal = Terminal(
        [*under, str(NEWSREADER), str(story)], columns=120, rows=40, folder=story.parent
    )
    terminals.append(terminal)
    terminal.wait_for(lambda text: "Quit" in text)
    return terminal


def analysed(terminal: Terminal) -> list[int]:
    """Wait for names and quotes; return the processes that the program has started."""
    terminal.wait_for(lambda text: re.search(r"\d+ quotes? +\d+%", text) is not None)
    started = below(terminal.process.pid)
    assert started
    return started


LINUX = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks Linux")


def state_of(process_id: int) -> str:
    """Return the letter by which Linux tells what a process does: "T" for a stopped one."""
    return Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]


def is_alive(process_id: int) -> bool:
    return Path(f"/proc/{process_id}").exists() and state_of(process_id) != "Z"


def below(process_id: int) -> list[int]:
    """Return the processes that one has started, and those that these have."""
    told = Path(f"/proc/{process_id}/task/{process_id}/children").read_text()
    children = [int(child) for child in told.split()]
    return children + [other for child in children for other in below(child)]


def unused_modes() -> list[object]:
    """Return how a terminal is set that no program has used."""
    ours, theirs = os.openpty()
    modes = termios.tcgetattr(ours)
    os.close(ours)
    os.close(theirs)
    return modes


def wait_until(is_so: Callable[[], bool], otherwise: str) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < end, otherwise
        time.sleep(0.02)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_to_end_gives_the_terminal_back(
    terminals: list[Terminal], story: Path, name: str
) -> None:
    terminal = opened(terminals, story)
    terminal.process.send_signal(getattr(signal, name))
    assert terminal.end() == 0
    for taken, given_back in (
        (IN_FULL_SCREEN, LEFT_FULL_SCREEN),
        (b"\x1b[?1000h", b"\x1b[?1000l"),  # the mouse
        (b"\x1b[?2004h", b"\x1b[?2004l"),  # pasting
        (b"\x1b[?25l", b"\x1b[?25h"),  # the cursor
    ):
        assert terminal.received.rfind(taken) < terminal.received.rfind(given_back)
    assert b"Traceback" not in terminal.received


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_amid_the_start_gives_the_terminal_back(
    terminals: list[Terminal], story: Path, name: str
) -> None:
    for delay in range(4):
        terminal = Terminal(
            [str(NEWSREADER), str(story)], columns=120, rows=40, folder=story.parent
        )
        terminals.append(terminal)
        while IN_FULL_SCREEN not in terminal.received:
            terminal.wait_for(lambda text: "sand" in text)
        time.sleep(delay * 0.1)
        terminal.process.send_signal(getattr(signal, name))
        terminal.end()
        assert terminal.received.rfind(IN_FULL_SCREEN) < terminal.received.rfind(LEFT_FULL_SCREEN)
        assert b"Traceback" not in terminal.received


AS_A_JOB = (
    "import subprocess, sys; sys.exit(subprocess.Popen(sys.argv[1:], process_group=0).wait())"
)
"""Runs a program as a shell runs a job: in a group of processes of its own."""


@LINUX
@pytest.mark.parametrize("way", ["Ctrl+Z", "SIGTSTP", "SIGSTOP"])
def test_stopped_and_going_on_it_is_there_again_and_leaves_the_terminal_as_it_was(
    terminals: list[Terminal], story: Path, way: str
) -> None:
    terminal = opened(terminals, story, under=(sys.executable, "-c", AS_A_JOB))
    reader, *_ = below(terminal.process.pid)
    if way == "Ctrl+Z":
        terminal.type("\x1a")
    else:
        os.kill(reader, getattr(signal, way))
    wait_until(lambda: terminal.settle() or state_of(reader) == "T", "it is not stopped")
    if way != "SIGSTOP":  # which tells nobody
        assert terminal.received.rfind(IN_FULL_SCREEN) < terminal.received.rfind(LEFT_FULL_SCREEN)
    seen = len(terminal.received)
    os.kill(reader, signal.SIGCONT)

    def is_there_again() -> bool:
        terminal.settle()
        _, taken, shown = terminal.received[seen:].rpartition(IN_FULL_SCREEN)
        return bool(taken) and b"Quit" in shown

    wait_until(is_there_again, "it is away")
    terminal.type("?")
    terminal.wait_for(lambda text: "─ Keys ─" in text)
    terminal.type(ESCAPE)
    terminal.wait_for(lambda text: "─ Keys ─" not in text)
    terminal.type("q")
    wait_until(lambda: terminal.settle() or terminal.process.poll() is not None, "it goes on")
    # Seen from this side, a terminal is as it was made until somebody sets it otherwise.
    assert terminal.modes == unused_modes()
    assert terminal.end() == 0
    assert terminal.received.rfind(IN_FULL_SCREEN) < terminal.received.rfind(LEFT_FULL_SCREEN)


def test_alone_in_its_terminal_it_never_stops_for_a_shell_that_is_not_there(
    terminals: list[Terminal], story: Path
) -> None:
    terminal = opened(terminals, story)
    terminal.type("\x1a")
    terminal.wait_for(lambda text: "No shell to go to" in text)
    terminal.type("q")
    assert terminal.end() == 0


@LINUX
@pytest.mark.parametrize("is_its_own", [False, True], ids=["another's", "its own"])
def test_it_ends_with_its_terminal_and_so_does_what_it_started(
    terminals: list[Terminal], story: Path, is_its_own: bool
) -> None:
    under = ("setsid", "--ctty", "--wait") if is_its_own else ()
    terminal = opened(terminals, story, under=under)
    started = analysed(terminal)
    terminal.type("?G" * 20)  # much to draw, and nobody to see it
    terminal.hang_up()
    assert terminal.process.wait(timeout=PATIENCE_SECONDS) == 0
    wait_until(lambda: not any(map(is_alive, started)), "it left a process behind")


@LINUX
def test_killed_outright_it_leaves_no_process_behind(
    terminals: list[Terminal], story: Path
) -> None:
    terminal = opened(terminals, story)
    started = analysed(terminal)
    terminal.process.kill()
    terminal.process.wait()
    wait_until(lambda: not any(map(is_alive, started)), "it left a process behind")


FULL = "the output cannot be written (No space left on device)"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
@pytest.mark.parametrize(
    "arguments", ["story.txt", "analyze story.txt", "pipelines", "corrections", "--version"]
)
def test_output_that_cannot_be_written_is_told_in_a_sentence(story: Path, arguments: str) -> None:
    assert shell(story, f"{arguments} > /dev/full") == (1, f"newsreader: {FULL}\n")


@pytest.mark.parametrize("arguments", ["analyze story.txt", "pipelines", "corrections", "--help"])
def test_whoever_has_seen_enough_ends_it_without_a_word(story: Path, arguments: str) -> None:
    assert shell(story, f"{arguments} | true") == (0, "")


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        ("story.txt >&-", 0, ""),
        ("analyze story.txt >&-", 0, ""),
        ("story.txt >&- 2>&- <&-", 0, ""),
        ("- <&-", 1, "newsreader: standard input: empty; put an article's text into it\n"),
        ("analyze - <&-", 1, "newsreader: standard input: empty; put an article's text into it\n"),
    ],
)
def test_a_stream_that_is_closed_leads_nowhere(
    story: Path, arguments: str, status: int, told: str
) -> None:
    assert shell(story, arguments) == (status, told)


def shell(story: Path, line: str) -> tuple[int, str]:
    """Run newsreader in a shell; return its own exit status and what it told beside its output."""
    finished = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"'{NEWSREADER}' {line}"],
        cwd=story.parent,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
        text=True,
    )
    return finished.returncode, finished.stderr
