"""What a pipeline costs: loading, memory, and words a second, bare and with the whole analysis.

    python tests/bench/bench_analysis.py [--pipeline NAME_OR_PATH] [--rounds N]

Reads the seed articles. Times are processor time, so that other work on the machine counts little;
give two pipelines one after the other to set them side by side.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

# Read by numpy as it is imported: one thread, as in the process that analyses.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import spacy  # imported here, so that loading is measured without it

from analysis.load import load_articles
from analysis.pipeline import load_pipeline
from analysis.pipelines import find_pipeline
from analysis.schema import Article
from analysis.spans import read_article

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
KIBIBYTES_IN_MB = 1000**2 / 1024


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--pipeline", help="name or folder; the shipped one where left out")
    parser.add_argument("--rounds", type=int, default=5, help="how often the articles are read")
    options = parser.parse_args(arguments)
    spacy.blank("en")  # what any pipeline needs is not counted
    before = measure_memory()
    start = time.process_time()
    pipeline = load_pipeline(options.pipeline)
    print(f"loading: {time.process_time() - start:.2f} s, {measure_memory() - before:.0f} MB more")
    articles = [
        article
        for _, article in load_articles(sorted(SEEDS.iterdir()))
        if isinstance(article, Article)
    ]
    words = sum(len(read_article(pipeline.nlp, article)) for article in articles)
    plain = spacy.load(find_pipeline(options.pipeline))
    for about, read in (
        ("the bare pipeline as spaCy loads it", lambda article: read_article(plain, article)),
        ("the bare pipeline as we load it", lambda article: read_article(pipeline.nlp, article)),
        ("the whole analysis", pipeline.analyze),
    ):
        speed = words / measure_seconds(options.rounds, articles, read)
        print(f"{about}: {speed:,.0f} words a second")


def measure_memory() -> float:
    """Return the most memory the process has held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1000**2 if sys.platform == "darwin" else KIBIBYTES_IN_MB)


def measure_seconds(
    rounds: int, articles: Sequence[Article], read: Callable[[Article], object]
) -> float:
    """Return the processor time of reading all articles once, the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for article in articles:
            read(article)
        best = min(best, time.process_time() - start)
    return best


if __name__ == "__main__":
    main()
