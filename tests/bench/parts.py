"""The parts of the benchmark: each runs in a process of its own, for so long and no longer.

A part that fails, or takes longer than its limit, gives a row that says so; what it found until
then is kept, and the rest goes on.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path

from tests.bench.figures import Curve, Row
from tests.bench.turns import Bench

GRACE_SECONDS = 15
"""How long a part that was asked to end may take to end what it started."""


@dataclass(frozen=True)
class Part:
    """What is measured together."""

    about: str
    """What that is, in a few words."""
    place: str
    """The module below `tests.bench` and its function that measures it: "tests.bench.bench_keys:measure"."""
    limit_seconds: int
    """How long it may take: several times what it takes on a quiet machine."""


PARTS = {
    "start": Part(
        "first words and full panels, beside peers", "tests.bench.bench_start:measure", 400
    ),
    "seen": Part(
        "full panels of articles seen and not seen", "tests.bench.bench_start:measure_panels", 240
    ),
    "memory": Part("memory of the main process", "tests.bench.bench_start:measure_memory", 180),
    "options": Part("--help and --version", "tests.bench.bench_start:measure_options", 90),
    "shelf": Part(
        "folders of 1 to 10,000 articles", "tests.bench.bench_sizes:measure_shelves", 180
    ),
    "length": Part("files of 1.5k to 1M words", "tests.bench.bench_sizes:measure_lengths", 180),
    "keys": Part("key to paint, idle and while analysing", "tests.bench.bench_keys:measure", 300),
    "search": Part("search in 100,000 names and quotes", "tests.bench.bench_search:measure", 300),
    "search-curve": Part(
        "search in 1 to 100,000 of them", "tests.bench.bench_search:measure_curve", 120
    ),
    "view": Part(
        "the article view beside Textual's Static", "tests.bench.bench_article_view:measure", 300
    ),
    "analysis": Part("what an analysis costs", "tests.bench.bench_analysis:measure", 240),
    "long": Part("analysing an article of 100,000 words", "tests.bench.bench_long:measure", 240),
    "batch": Part("many articles on all cores", "tests.bench.bench_batch:measure", 480),
    "folder": Part("10,000 articles: memory, resuming", "tests.bench.bench_folder:measure", 600),
}
"""Every part by its name, in the order in which they run."""


def measure_part(name: str, bench: Bench) -> Iterator[Row | Curve]:
    """Measure a part in a process of its own, yield what it finds, and print how long it took."""
    part = PARTS[name]
    began = time.monotonic()
    print(f"{name}: {part.about}", flush=True)
    ours, theirs = multiprocessing.Pipe(duplex=False)
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=_work, args=(part.place, bench, theirs))
    process.start()
    theirs.close()
    problem = "ended amid its work"
    while True:
        left = began + part.limit_seconds - time.monotonic()
        if left <= 0 or not ours.poll(left):
            problem = f"not done within {part.limit_seconds} s"
            break
        try:
            found: Row | Curve | str | None = ours.recv()
        except EOFError:
            break
        if found is None or isinstance(found, str):
            problem = found or ""
            break
        yield found
    _end(process)
    if problem:
        print(f"  {problem}", flush=True)
        yield Row(name, part.about, None, None, None, missing=problem)
    print(f"  {name} took {time.monotonic() - began:.0f} s", flush=True)


def find_measure(place: str) -> Callable[[Bench], Iterator[Row | Curve]]:
    """Return the function at a part's place.

    Raises:
        ImportError: There is no such module.
        AttributeError: It has no such function.
    """
    module, function = place.split(":")
    measure: Callable[[Bench], Iterator[Row | Curve]] = getattr(import_module(module), function)
    return measure


def _end(process: multiprocessing.process.BaseProcess) -> None:
    """End a part's process: it is asked, so that it ends what it started, and then made to."""
    process.join(1)
    for end in (process.terminate, process.kill):
        if process.is_alive():
            end()
            process.join(GRACE_SECONDS)


def _work(place: str, bench: Bench, results: Connection) -> None:
    """Measure in the part's process, and send what is found, then None or what went wrong."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    problem: str | None = None
    try:
        measure = find_measure(place)
        with tempfile.TemporaryDirectory(dir=bench.folder) as folder:
            for found in measure(Bench(Path(folder), bench.rounds, bench.with_curves)):
                results.send(found)
    except Exception as error:
        lines = str(error).splitlines() or ["no word why"]
        problem = f"{type(error).__name__}: {lines[0]}"
    results.send(problem)
