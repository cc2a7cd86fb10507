"""How fast `newsreader analyze` is over a folder, beside spaCy's own way to use all cores.

    python tests/bench/bench_batch.py [--articles N] [--rounds N]

Words a second of whole runs, loading included, taken in turns: `newsreader analyze` with names,
quotes and speakers, and `nlp.pipe(n_process=...)` of the same pipeline, as a whole and with names
alone. Then the memory of the largest process, for N articles and for four times as many. Articles
are the seeds, each copy with a hundred new words of its own, for new words are what grows.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from analysis import load_article
from analysis.batch import count_cores
from analysis.pipelines import SHIPPED_PIPELINE
from tui.folders import seed_folder

NEW_WORDS = 100
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


def seconds_of(command: list[str]) -> float:
    """Run a command and return how long it took."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def ours(folder: Path, processes: int) -> list[str]:
    """Return the command line of our run; it has no cache."""
    command = [sys.executable, "-m", "analysis", "analyze", "--format", "jsonl"]
    return [*command, "--processes", str(processes), str(folder)]


def peer(folder: Path, processes: int, kept: str) -> list[str]:
    """Return the command line of spaCy's run with some components, or with all for ""."""
    return [sys.executable, "-c", PEER, str(folder), str(SHIPPED_PIPELINE), str(processes), kept]


def largest_process_mb(command: list[str]) -> float:
    """Run a command and return the memory of its largest process at its highest."""
    program = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, "
        "check=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program, *command], capture_output=True, text=True, check=True
    )
    return int(finished.stdout) / 1024


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    processes = count_cores()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "few"
        folder.mkdir()
        words = write_articles(folder, options.articles)
        runs = {
            "newsreader analyze": ours(folder, processes),
            "nlp.pipe, names alone": peer(folder, processes, "ner"),
            "nlp.pipe, all components": peer(folder, processes, ""),
        }
        taken: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(options.rounds):
            for name, command in runs.items():
                taken[name].append(words / seconds_of(command))
        print(
            f"{options.articles} articles, {words:,} words, {processes} processes; words a second"
        )
        best = statistics.median(taken["newsreader analyze"])
        for name, rates in taken.items():
            rate = statistics.median(rates)
            print(
                f"  {name:<26} {rate:>8,.0f} ({min(rates):,.0f} to {max(rates):,.0f}); "
                f"newsreader at {best / rate:.2f} of it"
            )
        many = Path(place) / "many"
        many.mkdir()
        write_articles(many, 4 * options.articles)
        for where in (folder, many):
            count = sum(1 for _ in where.iterdir())
            mb = largest_process_mb(ours(where, processes))
            print(f"  {count} articles: the largest process took {mb:.0f} MB")


if __name__ == "__main__":
    main()
