"""How much of an analysis' time the finders of names and quotes take, and how it grows.

    python tests/bench/bench_finders.py [--pipeline NAME_OR_PATH]

Reads the seed articles. Prints each stage's time, its share of what spaCy takes, and the time of
the finders for one article written out once, twice, four and eight times: a time a thousand
characters that stays the same is one that grows in proportion to the text.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import TypeVar

from analysis.load import load_article, make_article
from analysis.names import find_entities
from analysis.pipeline import load_pipeline
from analysis.quotes import find_quotes
from analysis.schema import Article
from analysis.spans import read_article

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ROUNDS = 5
Result = TypeVar("Result")


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Return the least processor time of a few rounds, in seconds, and the outcome."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = process_time()
        outcome = work()
        best = min(best, process_time() - start)
    return best, outcome


def stages(article: Article, pipeline: str | None) -> tuple[float, float, float]:
    """Return the seconds that spaCy, the finder of names and that of quotes take."""
    nlp = load_pipeline(pipeline).nlp
    spacy_time, doc = timed(lambda: read_article(nlp, article))
    names_time, (entities, mentions) = timed(lambda: find_entities(doc, article))
    quotes_time, _ = timed(lambda: find_quotes(doc, article, entities, mentions))
    return spacy_time, names_time, quotes_time


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pipeline", metavar="NAME_OR_PATH")
    pipeline = parser.parse_args().pipeline
    paths = sorted(path for path in SEEDS.glob("*") if path.suffix in (".txt", ".md"))
    articles = [load_article(path) for path in paths]
    totals = [sum(column) for column in zip(*(stages(a, pipeline) for a in articles), strict=True)]
    print(f"{len(articles)} articles, {sum(len(a.text) for a in articles)} characters")
    for name, seconds in zip(("spaCy", "names", "quotes"), totals, strict=True):
        print(f"{name:>8}{1000 * seconds:>10.0f} ms{100 * seconds / totals[0]:>8.1f}% of spaCy's")
    print(f"{'finders':>8}{1000 * sum(totals[1:]):>10.0f} ms"
          f"{100 * sum(totals[1:]) / totals[0]:>8.1f}% of spaCy's")  # fmt: skip
    text = max(articles, key=lambda article: len(article.text)).text
    print("\ncharacters   names, quotes: microseconds a thousand characters")
    for times in (1, 2, 4, 8):
        article = make_article("\n\n".join([text] * times))
        _, names, quotes = stages(article, pipeline)
        size = len(article.text) / 1000
        print(f"{len(article.text):>10}{1e6 * names / size:>10.0f}{1e6 * quotes / size:>10.0f}")


if __name__ == "__main__":
    main()
