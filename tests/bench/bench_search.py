"""Time the search as one types: medians in milliseconds a key. Run it; it is no test.

python tests/bench/bench_search.py [TARGETS]
"""

import random
import statistics
import sys
import time
from collections.abc import Callable

from analysis.load import make_article
from analysis.schema import Analysis, Article, Entity, Mention, Quote, Span, Speaker
from analysis.search import build_index, find

QUERIES = [
    "emmanuel macron",
    "macron emmanuel",
    "zelenski",
    "lavorv",
    "emac",
    "vzel",
    "mcrn",
    "the",
    "said that",
    "nothing like it at all",
    "xqzt",
    "škoda",
]
CONSONANTS = "bcdfghjklmnprstvz"


def make_word(source: random.Random) -> str:
    syllables = source.randint(1, 4)
    return "".join(source.choice(CONSONANTS) + source.choice("aeiouéü") for _ in range(syllables))


def make_pair(targets: int) -> tuple[Article, Analysis]:
    """Return an article with so many names, quotes and sentences, one tenth of them names."""
    source = random.Random(1)
    words = [make_word(source) for _ in range(30_000)]
    words += ["the", "a", "of", "and", "said", "that", "nothing", "it"] * 2_000
    names = [" ".join(source.sample(words, 2)).title() for _ in range(targets // 10)]
    names[:4] = ["Emmanuel Macron", "Volodymyr Zelensky", "Sergey Lavrov", "Jennifer Škoda"]
    lines: list[str] = []
    sentences: list[Span] = []
    mentions: list[Mention] = []
    quotes: list[Quote] = []
    offset = 0
    for number in range(targets * 7 // 10):
        who = source.randrange(len(names))
        line = f"{names[who]} said “{' '.join(source.choices(words, k=source.randint(5, 40)))}.”"
        mentions.append(Mention(Span(offset, offset + len(names[who])), "name", who))
        if number < targets // 5:
            start = offset + line.index("“") + 1
            parts = (Span(start, offset + len(line) - 1),)
            quotes.append(Quote(parts, "direct", Speaker(mentions[-1].span, who)))
        sentences.append(Span(offset, offset + len(line)))
        lines.append(line)
        offset += len(line) + 1
    article = make_article("\n".join(lines))
    entities = tuple(Entity(n, "person", name) for n, name in enumerate(names))
    analysis = Analysis(article.key, "", tuple(sentences), entities, tuple(mentions), tuple(quotes))
    return article, analysis


def milliseconds(action: Callable[[], object], repeats: int) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    sizes = [int(argument) for argument in sys.argv[1:]] or [100, 10_000, 100_000]
    for targets in sizes:
        article, analysis = make_pair(targets)
        build = milliseconds(lambda a=article, b=analysis: build_index(a, b), 3)
        index = build_index(article, analysis)
        find(index, "zelenski")  # rapidfuzz is imported at the first misspelt word
        print(f"{targets:,} targets, {len(article.text):,} characters: index {build:.1f} ms")
        medians = []
        for query in QUERIES:
            keys = [
                milliseconds(lambda i=index, q=query[:end]: find(i, q), 5)
                for end in range(1, len(query) + 1)
            ]
            medians += keys
            print(f"  {query:<24} median {statistics.median(keys):7.2f}  max {max(keys):7.2f}")
        print(f"  {'all keys':<24} median {statistics.median(medians):7.2f}")


if __name__ == "__main__":
    main()
