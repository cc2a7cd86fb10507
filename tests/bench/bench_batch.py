"""How fast `newsreader analyze` is over a folder, beside spaCy's own way to use all cores.

Words a second of whole runs, loading included, taken in turns: `newsreader analyze` with names,
quotes and speakers, and `nlp.pipe(n_process=...)` of the same pipeline, as a whole and with names
alone. Articles are the seeds, each copy with a hundred new words of its own, for new words are what
grows.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from analysis import load_article
from analysis.batch import count_cores
from analysis.pipelines import SHIPPED_PIPELINE
from tests.bench.commands import run_within
from tests.bench.figures import Row
from tests.bench.turns import Bench, take_turns
from tui.folders import seed_folder

ARTICLES, NEW_WORDS = 200, 100
MOST_ROUNDS = 2  # of a minute each
LIMIT_SECONDS = 90
"""How long one run may take."""
PEER = """
import os, sys
from pathlib import Path
import spacy
os.nice(10)
if __name__ == "__main__":
    folder, pipeline, processes, kept = sys.argv[1:]
    kept = kept.split()
    nlp = spacy.load(pipeline)
    nlp.select_pipes(enable=kept or nlp.pipe_names)
    texts = (path.read_text(encoding="utf-8") for path in sorted(Path(folder).iterdir()))
    for doc in nlp.pipe(texts, n_process=int(processes)):
        pass
"""


def write_articles(folder: Path, count: int) -> int:
    """Write that many articles and return how many words they have in all."""
    seeds = [load_article(path).text for path in sorted(seed_folder().glob("*.[tm][xd][td]*"))]
    chosen = random.Random(count)
    words = 0
    for number in range(count):
        new = " ".join(
            "".join(chosen.choices("abdefgiklmnoprstu", k=8)).title() for _ in range(NEW_WORDS)
        )
        text = f"{seeds[number % len(seeds)]}\n\n{new}.\n"
        words += len(text.split())
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
    return words


def ours(folder: Path, processes: int) -> list[str]:
    """Return the command line of our run; it has no cache."""
    command = [sys.executable, "-m", "analysis", "analyze", "--format", "jsonl"]
    return [*command, "--processes", str(processes), str(folder)]


def peer(folder: Path, processes: int, kept: str) -> list[str]:
    """Return the command line of spaCy's run with some components, or with all for ""."""
    return [sys.executable, "-c", PEER, str(folder), str(SHIPPED_PIPELINE), str(processes), kept]


def measure(bench: Bench) -> Iterator[Row]:
    """Yield the rows of many articles."""
    processes = count_cores()
    folder = bench.folder / "articles"
    folder.mkdir()
    words = write_articles(folder, ARTICLES)
    runs = {
        "newsreader analyze": ours(folder, processes),
        "nlp.pipe, names alone": peer(folder, processes, "ner"),
        "nlp.pipe, all components": peer(folder, processes, ""),
    }
    rates = take_turns(
        replace(bench, rounds=min(bench.rounds, MOST_ROUNDS)),
        f"analysing {ARTICLES} articles of {words:,} words in all",
        {
            name: lambda c=command: words / run_within(c, LIMIT_SECONDS)[0]
            for name, command in runs.items()
        },  # type: ignore[misc]
        unit="words/s",
    )
    for name, limit in (("nlp.pipe, names alone", 0.85), ("nlp.pipe, all components", None)):
        what = f"{ARTICLES} articles analysed on {processes} cores"
        yield rates.row(f"analyze / {name}", what, "newsreader analyze", name, limit, is_least=True)
