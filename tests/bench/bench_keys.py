"""From a key to the screen's answer: while nothing else is done, and while a pipeline is at work."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from tests.bench.bench_start import FULL, NEWSREADER, OPENING, open_until, write_article
from tests.bench.figures import Row, Samples
from tests.bench.screens import Screen
from tests.bench.turns import Bench

KEYS = 60
"""Keys a run, scrolling to and fro."""
WORDS = 20_000
"""Long enough for the pipeline to be at work all the while."""


def measure(bench: Bench) -> Iterator[Row]:
    """Yield the row of keys."""
    article = write_article(bench.folder / "long.txt", WORDS)
    seen = bench.home("read")
    bench.say("keys")
    open_until(seen, article, FULL)
    idle: list[float] = []
    busy: list[float] = []
    for _ in range(max(3, bench.rounds)):
        with Screen([NEWSREADER, str(article)], home=seen) as screen:
            screen.milliseconds_until(FULL)
            idle += _answers(screen)
        new = bench.home("new")
        with Screen([NEWSREADER, str(article)], home=new) as screen:
            screen.milliseconds_until(OPENING)
            screen.milliseconds_until("Quit")
            busy += _answers(screen)
        shutil.rmtree(new)
    for name, taken in (("at work", busy), ("idle", idle)):
        yield Row(f"keys {name}", f"key to paint, {name}", Samples("newsreader", taken), None, None)
    yield Row(
        "keys busy / idle",
        f"key to paint, 99 of 100 ({len(busy)} keys), while a pipeline loads and analyses",
        Samples("newsreader", [Samples("", busy).share(99)]),
        Samples("nothing else done", [Samples("", idle).share(99)]),
        1.5,
    )


def _answers(screen: Screen) -> list[float]:
    """Return how long each key took; the first ones find the screen still coming up."""
    taken = [screen.milliseconds_to_answer("j" if turn % 20 < 10 else "k") for turn in range(KEYS)]
    return [milliseconds for milliseconds in taken[3:] if milliseconds is not None]
