"""What a pipeline costs to load and to run, and what the finders of names and quotes add to it.

Reads the seed articles. Times are processor time, so that other work on the machine counts little.
"""

from __future__ import annotations

import gc
import os
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import TypeVar

# Read by numpy as it is imported: one thread, as in the process that analyses.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import spacy  # imported here, so that loading is measured without it

from analysis.load import load_article, make_article
from analysis.names import find_entities
from analysis.pipeline import Pipeline, load_pipeline
from analysis.pipelines import SHIPPED_PIPELINE
from analysis.quotes import find_quotes
from analysis.schema import Article
from analysis.spans import read_article
from tests.bench.figures import Row, Samples
from tests.bench.turns import Bench

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
KIBIBYTES_IN_MB = 1000**2 / 1024
Outcome = TypeVar("Outcome")


def measure(bench: Bench) -> Iterator[Row]:
    """Yield the rows of loading and of running, and of how the finders' time grows."""
    bench.say("what an analysis costs")
    spacy.blank("en")  # what any pipeline needs is not counted
    before = megabytes()
    began = process_time()
    pipeline = load_pipeline()
    loading = 1000 * (process_time() - began)
    gc.freeze()  # as the analysing process does
    yield Row("loading", "loading the pipeline", Samples("newsreader", [loading]), None, None)
    more = Samples("newsreader", [megabytes() - before], "MB")
    yield Row("loaded", "memory the loaded pipeline takes", more, None, None)
    paths = sorted(path for path in SEEDS.glob("*") if path.suffix in (".txt", ".md"))
    articles = [load_article(path) for path in paths]
    words = sum(len(read_article(pipeline.nlp, article)) for article in articles)
    plain = spacy.load(SHIPPED_PIPELINE)
    whole = rate(bench, words, articles, pipeline.analyze)
    for name, read in (
        ("as spaCy loads it", lambda article: read_article(plain, article)),
        ("as we load it", lambda article: read_article(pipeline.nlp, article)),
    ):
        bare = Samples(f"the bare pipeline, {name}", rate(bench, words, articles, read), "words/s")
        yield Row(
            f"analysis / bare, {name}",
            "a whole analysis, one process",
            Samples("newsreader", whole, "words/s"),
            bare,
            None,
        )
    shares = [share_of_finders(pipeline, articles) for _ in range(bench.rounds)]
    yield Row(
        "finders / pipeline",
        "what finding names and quotes adds to reading: its time by the bare pipeline's",
        Samples("newsreader", shares, ""),
        None,
        0.25,
    )
    text = max(articles, key=lambda article: len(article.text)).text
    once, eight = (finders(bench, pipeline, "\n\n".join([text] * times)) for times in (1, 8))
    for finder in once:
        yield Row(
            f"{finder} growth",
            f"finding {finder} in eight times the text, a thousand characters",
            Samples("newsreader", [eight[finder]]),
            Samples("in the text once", [once[finder]]),
            None,
        )


def finders(bench: Bench, pipeline: Pipeline, text: str) -> dict[str, float]:
    """Return the milliseconds a thousand characters that names and quotes take."""
    article = make_article(text)
    doc = read_article(pipeline.nlp, article)
    names, (entities, mentions) = timed(bench, lambda: find_entities(doc, article))
    quotes, _ = timed(bench, lambda: find_quotes(doc, article, entities, mentions))
    size = len(article.text) / 1000
    return {"names": 1000 * names / size, "quotes": 1000 * quotes / size}


def share_of_finders(pipeline: Pipeline, articles: Sequence[Article]) -> float:
    """Return the processor time of finding names and quotes, by that of the bare pipeline."""
    reading = finding = 0.0
    for article in articles:
        began = process_time()
        doc = read_article(pipeline.nlp, article)
        read = process_time()
        entities, mentions = find_entities(doc, article)
        find_quotes(doc, article, entities, mentions)
        reading += read - began
        finding += process_time() - read
    return finding / reading


def rate(
    bench: Bench, words: int, articles: Sequence[Article], read: Callable[[Article], object]
) -> list[float]:
    """Return words a second of reading all articles, once a round."""
    rates = []
    for _ in range(bench.rounds):
        began = process_time()
        for article in articles:
            read(article)
        rates.append(words / (process_time() - began))
    return rates


def timed(bench: Bench, work: Callable[[], Outcome]) -> tuple[float, Outcome]:
    """Return the least processor time of the rounds, in seconds, and the outcome."""
    best = float("inf")
    for _ in range(bench.rounds):
        began = process_time()
        outcome = work()
        best = min(best, process_time() - began)
    return best, outcome


def megabytes() -> float:
    """Return the most memory the process has held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1000**2 if sys.platform == "darwin" else KIBIBYTES_IN_MB)
