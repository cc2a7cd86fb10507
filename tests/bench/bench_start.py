"""From the command to the first words, to full panels, and what the process holds then."""

from __future__ import annotations

import itertools
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.figures import Curve, Row, Samples
from tests.bench.peers import PEERS, Peer, smallest
from tests.bench.screens import Screen, environment
from tests.bench.turns import Bench, take_turns

NEWSREADER = str(Path(sys.executable).with_name("newsreader"))
SEEDS = Path(__file__).parents[2] / "seeds"
WORDS = 1500
OPENING, ENDING = "These first words are of no article", "And these are its last words"
FULL = r"\d+ quotes? +\d+%"
"""What the status line says once the analysis is shown."""
SHELVES = (1, 10, 100, 1000, 10_000)


def measure(bench: Bench) -> Iterator[Row | Curve]:
    """Yield the rows of starting, and the curve over the number of articles."""
    article = write_article(bench.folder / "article.md", WORDS)
    yield from _first_words(bench, article)
    yield from _panels(bench, article)
    yield from _memory(bench, article)
    yield from _no_screen(bench)
    if bench.with_curves:
        yield _shelves(bench)


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


def _first_words(bench: Bench, article: Path) -> Iterator[Row]:
    home = bench.home("read")
    _open(home, article, FULL)
    programs: dict[str, Callable[[], float]] = {
        "newsreader": lambda: _open(home, article, OPENING),
        "all of newsreader": lambda: _open(home, article, FULL),
        "smallest": lambda: _time(smallest(bench.folder), home, "The first words"),
    }
    limits = {"harlequin": 0.45, "posting": 0.45, "frogmouth": 0.75, "toolong": 0.75}
    for peer in PEERS.values():
        if peer.path.exists():
            command, shows = peer.command(article), _shown_by(peer)
            programs[peer.name] = lambda c=command, s=shows: _time(c, home, s)  # type: ignore[misc]
    times = take_turns(bench, "starting", programs)
    ours, whole = times.pop("newsreader"), times.pop("all of newsreader")
    for name, limit in limits.items():
        yield Row(
            f"first words / {name}",
            "first words of an article on the screen, cold",
            ours,
            times.get(name),
            limit,
            missing=None if name in times else _why_not(name),
        )
    yield Row(
        "first words / smallest",
        "first words of an article on the screen, cold",
        ours,
        Samples("the smallest Textual app", times["smallest"].values),
        1.35,
    )
    yield Row(
        "full panels / harlequin",
        "panels full, article seen before",
        whole,
        times.get("harlequin"),
        0.45,
        missing=None if "harlequin" in times else _why_not("harlequin"),
    )
    yield Row(
        "full panels / smallest",
        "panels full, and keys answered, article seen before",
        whole,
        Samples("the smallest Textual app", times["smallest"].values),
        1.35,
    )


def _shown_by(peer: Peer) -> str:
    return peer.shows or (ENDING if peer.shows_end else OPENING)


def _why_not(name: str) -> str:
    is_installed = PEERS[name].path.exists()
    return "could not be run" if is_installed else "not installed: make bench OPTIONS=--install"


def _panels(bench: Bench, article: Path) -> Iterator[Row]:
    seen = bench.home("read")

    def unseen() -> float:
        home = bench.home("new")
        shutil.rmtree(home)
        return _open(bench.home("new"), article, FULL)

    times = take_turns(
        bench, "full panels", {"seen": lambda: _open(seen, article, FULL), "not seen": unseen}
    )
    yield Row(
        "seen / not seen",
        f"panels full, article of {WORDS:,} words seen before",
        times["seen"],
        Samples("not seen before", times["not seen"].values),
        0.15,
    )


def _memory(bench: Bench, article: Path) -> Iterator[Row]:
    home = bench.home("read")
    toolong = PEERS["toolong"]
    programs = {"newsreader": lambda: _hold([NEWSREADER, str(article)], home, FULL)}
    if toolong.path.exists():
        programs["toolong"] = lambda: _hold(toolong.command(article), home, ENDING)
    held = take_turns(bench, "memory", programs, unit="MB")
    yield Row(
        "memory / toolong",
        f"memory of the main process, {WORDS:,} words",
        held["newsreader"],
        held.get("toolong"),
        1.0,
        missing=None if "toolong" in held else _why_not("toolong"),
    )


def _no_screen(bench: Bench) -> Iterator[Row]:
    home = bench.home("read")
    python = [sys.executable, "-c", "pass"]

    def run(command: list[str]) -> float:
        began = time.perf_counter()
        subprocess.run(command, env=environment(home), stdout=subprocess.DEVNULL, check=True)
        return 1000 * (time.perf_counter() - began)

    times = take_turns(
        bench,
        "--help and --version",
        {
            "python -c pass": lambda: run(python),
            "--help": lambda: run([NEWSREADER, "--help"]),
            "--version": lambda: run([NEWSREADER, "--version"]),
        },
    )
    for option in ("--help", "--version"):
        yield Row(option, f"newsreader {option}", times[option], times["python -c pass"], 5)


def _shelves(bench: Bench) -> Curve:
    """Time folders of more and more articles, and what the reader holds once all are listed."""
    first: list[tuple[float, float]] = []
    listed: list[tuple[float, float]] = []
    for count in SHELVES:
        bench.say(f"a folder of {count:,} articles")
        folder = bench.folder / f"shelf-{count}"
        folder.mkdir()
        chosen = random.Random(count)
        for number in range(count):
            words = " ".join("".join(chosen.choices("abdeginorstu", k=6)) for _ in range(60))
            title = "The last of all" if number == count - 1 else f"Article {number}"
            text = f"{title}\n\n{OPENING}. {words}.\n"
            (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
        home = bench.home("read")
        with Screen([NEWSREADER, str(folder)], home=home) as screen:
            first.append((count, screen.milliseconds_until(OPENING)))
            screen.milliseconds_until("Quit")
            listed.append((count, screen.megabytes))
        shutil.rmtree(folder)
    return Curve(
        "articles",
        "A folder of articles",
        "articles",
        "milliseconds; megabytes",
        {"first words (ms)": first, "main process (MB)": listed},
    )


def _open(home: Path, article: Path, pattern: str) -> float:
    return _time([NEWSREADER, str(article)], home, pattern)


def _time(command: list[str], home: Path, pattern: str) -> float:
    with Screen(command, home=home) as screen:
        return screen.milliseconds_until(pattern)


def _hold(command: list[str], home: Path, pattern: str) -> float:
    with Screen(command, home=home) as screen:
        screen.milliseconds_until(pattern)
        time.sleep(1.5)  # what is begun after the first paint belongs to it
        return screen.megabytes
