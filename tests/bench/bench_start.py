"""From the command to the first words, to full panels, and what the process holds then."""

from __future__ import annotations

import itertools
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.commands import run_within
from tests.bench.figures import Row
from tests.bench.peers import PEERS, Peer, smallest
from tests.bench.screens import Screen, environment
from tests.bench.turns import Bench, take_turns

NEWSREADER = str(Path(sys.executable).with_name("newsreader"))
SEEDS = Path(__file__).parents[2] / "seeds"
WORDS = 1500
OPENING, ENDING = "These first words are of no article", "And these are its last words"
FULL = r"\d+ quotes? +\d+%"
"""What the status line says once the analysis is shown."""
OURS, WHOLE, SMALLEST_APP = "newsreader", "all of newsreader", "the smallest Textual app"
NOT_INSTALLED = "not installed (make bench OPTIONS=--install)"


def write_article(path: Path, words: int) -> Path:
    """Write an article of about so many words: the seeds' paragraphs, again and again."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(SEEDS.glob("*.txt"))]
    paragraphs = [text.split("---\n", 2)[-1].strip().split("\n\n") for text in texts]
    kept = [f"{OPENING}."]
    count = 0
    for paragraph in itertools.cycle(itertools.chain(*paragraphs)):
        if count >= words:
            break
        kept.append(paragraph)
        count += len(paragraph.split())
    path.write_text("\n\n".join([*kept, f"{ENDING}."]) + "\n", encoding="utf-8")
    return path


def measure(bench: Bench) -> Iterator[Row]:
    """Yield the rows of the first words and of full panels beside other programs."""
    article = article_of(bench)
    home = bench.home("read")
    programs: dict[str, Callable[[], float]] = {
        OURS: lambda: open_until(home, article, OPENING),
        WHOLE: lambda: open_until(home, article, FULL),
        SMALLEST_APP: lambda: _time(smallest(bench.folder), home, "The first words"),
    }
    absent: dict[str, str] = {}
    for peer in PEERS.values():
        if peer.path.exists():
            command, shows = peer.command(article), _shown_by(peer)
            programs[peer.name] = lambda c=command, s=shows: _time(c, home, s)  # type: ignore[misc]
        else:
            absent[peer.name] = NOT_INSTALLED
    times = take_turns(bench, "starting", programs, absent=absent)
    limits = {"harlequin": 0.45, "posting": 0.45, "frogmouth": 0.75, "toolong": 0.75}
    for name, limit in (*limits.items(), (SMALLEST_APP, 1.35)):
        what = "first words of an article on the screen, cold"
        yield times.row(f"first words / {name}", what, OURS, name, limit)
    what = "panels full, article seen before"
    yield times.row("full panels / harlequin", what, WHOLE, "harlequin", 0.45)
    what = "panels full and keys answered, article seen before"
    yield times.row("full panels / smallest", what, WHOLE, SMALLEST_APP, 1.35)


def _shown_by(peer: Peer) -> str:
    return peer.shows or (ENDING if peer.shows_end else OPENING)


def measure_panels(bench: Bench) -> Iterator[Row]:
    """Yield the row of full panels, of an article that was seen before and one that was not."""
    article = article_of(bench)
    seen = bench.home("read")

    def unseen() -> float:
        shutil.rmtree(bench.home("new"))
        return open_until(bench.home("new"), article, FULL)

    times = take_turns(
        bench,
        "full panels",
        {OURS: lambda: open_until(seen, article, FULL), "not seen before": unseen},
    )
    what = f"panels full, article of {WORDS:,} words seen before"
    yield times.row("seen / not seen", what, OURS, "not seen before", 0.15)


def measure_memory(bench: Bench) -> Iterator[Row]:
    """Yield the row of the memory that is held once all is shown."""
    article = article_of(bench)
    home = bench.home("read")
    open_until(home, article, FULL)
    toolong = PEERS["toolong"]
    programs = {OURS: lambda: _hold([NEWSREADER, str(article)], home, FULL)}
    absent: dict[str, str] = {}
    if toolong.path.exists():
        programs["toolong"] = lambda: _hold(toolong.command(article), home, ENDING)
    else:
        absent["toolong"] = NOT_INSTALLED
    held = take_turns(bench, "memory", programs, unit="MB", absent=absent)
    what = f"memory of the main process, {WORDS:,} words"
    yield held.row("memory / toolong", what, OURS, "toolong", 1.0)


def measure_options(bench: Bench) -> Iterator[Row]:
    """Yield the rows of what needs no screen."""
    home = bench.home("read")

    def run(*command: str) -> float:
        return 1000 * run_within([*command], 20, environment=environment(home))[0]

    times = take_turns(
        bench,
        "--help and --version",
        {
            "python -c pass": lambda: run(sys.executable, "-c", "pass"),
            "--help": lambda: run(NEWSREADER, "--help"),
            "--version": lambda: run(NEWSREADER, "--version"),
        },
    )
    for option in ("--help", "--version"):
        yield times.row(option, f"newsreader {option}", option, "python -c pass", 5)


def article_of(bench: Bench) -> Path:
    """Return the article that programs are started with, written anew."""
    return write_article(bench.folder / "article.md", WORDS)


def open_until(home: Path, article: Path, pattern: str) -> float:
    """Return the milliseconds until newsreader, opened with an article, shows something."""
    return _time([NEWSREADER, str(article)], home, pattern)


def _time(command: list[str], home: Path, pattern: str) -> float:
    with Screen(command, home=home) as screen:
        return screen.milliseconds_until(pattern)


def _hold(command: list[str], home: Path, pattern: str) -> float:
    with Screen(command, home=home) as screen:
        screen.milliseconds_until(pattern)
        time.sleep(1.5)  # what is begun after the first paint belongs to it
        return screen.megabytes
