"""How starting and memory grow: with the number of articles, and with the length of one."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.bench.bench_start import NEWSREADER, OPENING, write_article
from tests.bench.figures import Curve
from tests.bench.screens import Screen
from tests.bench.turns import Bench

SHELVES = (1, 10, 100, 1000, 10_000)
LENGTHS = (1500, 10_000, 100_000, 1_000_000)  # words
KEYS_ANSWERED = "Quit"
"""In the key line, which is there with the reader."""


def measure_shelves(bench: Bench) -> Iterator[Curve]:
    """Yield the curve over the number of articles."""
    if not bench.with_curves:
        return
    paths = {}
    for count in SHELVES:
        bench.say(f"a folder of {count:,} articles")
        paths[count] = _write_folder(bench.folder / f"shelf-{count}", count)
    yield Curve(
        "articles",
        "Opening a folder of articles",
        "articles",
        "milliseconds; megabytes",
        _open_each(bench, paths),
    )


def measure_lengths(bench: Bench) -> Iterator[Curve]:
    """Yield the curve over the length of the article that is opened."""
    if not bench.with_curves:
        return
    paths = {}
    for words in LENGTHS:
        bench.say(f"a file of {words:,} words")
        paths[words] = write_article(bench.folder / f"{words}.txt", words)
    yield Curve(
        "length",
        "Opening a file that was not seen before",
        "words",
        "milliseconds; megabytes",
        _open_each(bench, paths),
    )


def _open_each(bench: Bench, paths: dict[int, Path]) -> dict[str, list[tuple[float, float]]]:
    """Open each in a home of its own and return the lines of the plot."""
    first: list[tuple[float, float]] = []
    answered: list[tuple[float, float]] = []
    held: list[tuple[float, float]] = []
    for size, path in paths.items():
        home = bench.home(f"of-{path.name}")
        with Screen([NEWSREADER, str(path)], home=home) as screen:
            first.append((size, screen.milliseconds_until(OPENING)))
            answered.append((size, screen.milliseconds_until(KEYS_ANSWERED)))
            held.append((size, screen.megabytes))
        shutil.rmtree(home, ignore_errors=True)
    return {
        "first words (ms)": first,
        "keys are answered (ms)": answered,
        "main process then (MB)": held,
    }


def _write_folder(folder: Path, count: int) -> Path:
    folder.mkdir()
    chosen = random.Random(count)
    for number in range(count):
        words = " ".join("".join(chosen.choices("abdeginorstu", k=6)) for _ in range(60))
        text = f"Article {number}\n\n{OPENING}. {words}.\n"
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return folder
