"""What analysing one long article takes: the reader's process and the analysing one together."""

from __future__ import annotations

import time
from collections.abc import Iterator

from tests.bench.bench_start import FULL, NEWSREADER, write_article
from tests.bench.commands import children_of, megabytes_of
from tests.bench.figures import Row, Samples
from tests.bench.screens import Screen
from tests.bench.turns import Bench

WORDS = 100_000
PATIENCE_SECONDS = 150
GLANCE_SECONDS = 0.5
"""How often the memory is looked at."""


def measure(bench: Bench) -> Iterator[Row]:
    """Yield the rows of the memory that is held at the highest, and of the time."""
    bench.say(f"an article of {WORDS:,} words")
    article = write_article(bench.folder / "long.txt", WORDS)
    highest = 0.0
    seconds = None
    with Screen([NEWSREADER, str(article)], home=bench.home("long")) as screen:
        end = time.perf_counter() + PATIENCE_SECONDS
        while seconds is None and time.perf_counter() < end:
            pids = [screen.pid, *children_of(screen.pid)]
            highest = max(highest, sum(map(megabytes_of, pids)))
            seconds = screen.seconds_if_shown(FULL, within=GLANCE_SECONDS)
    what = f"analysing an article of {WORDS:,} words"
    if seconds is None:
        why = f"not done within {PATIENCE_SECONDS} s"
        yield Row("long", what, None, None, None, missing=why)
        return
    memory = Samples("newsreader", [highest], "MB")
    yield Row("long memory", f"{what}: memory of both processes, highest", memory, None, 600)
    yield Row(
        "long seconds",
        f"{what}, until its panels are full",
        Samples("", [seconds], "s"),
        None,
        None,
    )
