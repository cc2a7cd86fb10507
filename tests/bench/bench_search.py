"""The search as one types, over ever more names, quotes and sentences; and WRatio over the same."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz import fuzz, process
from textual.pilot import Pilot
from textual.widgets import Input

from analysis.load import make_article
from analysis.schema import Analysis, Article, Entity, Mention, Quote, Span, Speaker
from analysis.search import Index, build_index, find
from tests.bench.figures import Curve, Row, Samples
from tests.bench.painted import painted
from tests.bench.turns import Bench
from tui.analyst_events import Analysed
from tui.app import NewsreaderApp
from tui.config import Config
from tui.finder import Finder
from tui.folders import Folders
from tui.shelf import Entry, Shelf

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
    """Return a word of one to four syllables."""
    syllables = source.randint(1, 4)
    return "".join(source.choice(CONSONANTS) + source.choice("aeiouéü") for _ in range(syllables))


def make_pair(targets: int) -> tuple[Article, Analysis]:
    """Return an article with so many names, quotes and sentences, one tenth of them names."""
    source = random.Random(1)
    words = [make_word(source) for _ in range(30_000)]
    words += ["the", "a", "of", "and", "said", "that", "nothing", "it"] * 2_000
    known = ["Emmanuel Macron", "Volodymyr Zelensky", "Sergey Lavrov", "Jennifer Škoda"]
    made = (" ".join(source.sample(words, 2)).title() for _ in range(targets // 10))
    names = [*known, *made][: max(targets // 10, 1)]
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
    article = make_article("\n".join(lines) or names[0])
    entities = tuple(Entity(n, "person", name) for n, name in enumerate(names))
    analysis = Analysis(article.key, "", tuple(sentences), entities, tuple(mentions), tuple(quotes))
    return article, analysis


TARGETS = 100_000
TYPING_SECONDS = 120
"""How long typing all queries may take."""
SIZES = (1, 10, 100, 1000, 10_000, 100_000)


def measure(bench: Bench) -> Iterator[Row]:
    """Yield the rows of searching."""
    bench.say(f"searching {TARGETS:,} names and quotes")
    article, analysis = make_pair(TARGETS)
    index = build_index(article, analysis)
    find(index, "zelenski")  # what a misspelt word needs is imported at the first one
    own = [own_share(index, query) for _ in range(3) for query in keys()]
    yield Row(
        "search share",
        f"search in {TARGETS:,} names and quotes: its own share of a key, 95 of 100",
        Samples("newsreader", [Samples("", own).share(95)]),
        None,
        16,
    )
    bench.say("rapidfuzz over the same")
    strings = [target.text for target in (*index.names, *index.quotes, *index.passages)]
    passes = [pass_of(strings, query) for query in QUERIES]
    bench.say("typing in the reader")
    typed = asyncio.run(asyncio.wait_for(type_queries(article, analysis), TYPING_SECONDS))
    yield Row(
        "search key / WRatio",
        f"search in {TARGETS:,} names and quotes: key to paint, 95 of 100",
        Samples("newsreader", [Samples("", typed).share(95)]),
        Samples("one rapidfuzz WRatio pass", passes),
        0.4,
    )


def measure_curve(bench: Bench) -> Iterator[Curve]:
    """Yield how the search's share of a key grows with the number of names and quotes."""
    if not bench.with_curves:
        return
    middle: list[tuple[float, float]] = []
    slow: list[tuple[float, float]] = []
    built: list[tuple[float, float]] = []
    for targets in SIZES:
        bench.say(f"searching {targets:,} names and quotes")
        pair = make_pair(targets)
        began = time.perf_counter()
        index = build_index(*pair)
        built.append((targets, 1000 * (time.perf_counter() - began)))
        find(index, "zelenski")
        own = Samples("", [own_share(index, query) for query in keys()])
        middle.append((targets, own.median))
        slow.append((targets, own.share(95)))
    yield Curve(
        "search",
        "The search's share of a key",
        "names, quotes and sentences",
        "milliseconds",
        {"half of the keys": middle, "95 of 100 keys": slow, "building the index": built},
    )


def keys() -> Iterator[str]:
    """Yield what stands in the line after each key of every query."""
    for query in QUERIES:
        for end in range(1, len(query) + 1):
            yield query[:end]


def own_share(index: Index, query: str) -> float:
    """Return the milliseconds that finding takes, and telling what is lit for the best hit.

    Of processor time: what else the machine does is no share of the search's.
    """
    finder = Finder(index)
    began = time.process_time()
    finder.finding(query)
    return 1000 * (time.process_time() - began)


def pass_of(strings: list[str], query: str) -> float:
    """Return the milliseconds of one pass of rapidfuzz' all-round scorer."""
    began = time.perf_counter()
    process.extract(query, strings, scorer=fuzz.WRatio, limit=50)
    return 1000 * (time.perf_counter() - began)


async def type_queries(article: Article, analysis: Analysis) -> list[float]:
    """Type every query into the reader; return the milliseconds from each key to its paint."""
    taken: list[float] = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        app = NewsreaderApp(
            Shelf((Entry(Path("article"), given=article),)),
            config=Config(),
            folders=Folders(folder, folder, folder, folder),
            analyses=False,
        )
        async with app.run_test(size=(120, 40)) as pilot:
            while app.reader.reading is None:
                await pilot.pause()
            app.reader.report(Analysed(analysis))
            while app.reader.reading.analysis is None:
                await pilot.pause()
            app.reader.indexes.prepare(app.reader.reading)
            for query in QUERIES:
                await pilot.press("slash")
                taken += [await type_key(app, pilot, key) for key in query]
                await pilot.press("escape")
    return taken


async def type_key(app: NewsreaderApp, pilot: Pilot[None], key: str) -> float:
    """Return the milliseconds from a key to its paint."""
    line = app.reader.search_bar.query_one(Input)
    before = app.reader.finder
    began = time.perf_counter()
    line.insert_text_at_cursor(key)
    while app.reader.finder is before:  # a long article is searched in a thread
        await asyncio.sleep(0.001)
    await painted(app)
    return 1000 * (time.perf_counter() - began)
