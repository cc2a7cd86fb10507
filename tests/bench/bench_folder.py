"""`newsreader analyze` over ten thousand small articles: rate, memory over the run, and resuming.

An article is a title and a paragraph of the seed articles, with thirty new words of its own, for new
words are what grows: what a pipeline keeps of them is full before the run is half done. The cache is kept, as a reader's is, so that a second run has nothing to do.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from analysis import load_article
from analysis.batch import count_cores
from tests.bench.bench_start import NEWSREADER
from tests.bench.commands import children_of, megabytes_of, run_within
from tests.bench.figures import Curve, Row, Samples
from tests.bench.screens import environment
from tests.bench.turns import Bench
from tui.folders import seed_folder

ARTICLES, NEW_WORDS = 10_000, 30
COUNTS = (1, 10, 100, 1000)
"""Of articles in the shorter runs, for the plot."""
LIMIT_SECONDS = 400
"""How long the long run may take."""
BAD_FILE = "005000-bad.txt"


def measure(bench: Bench) -> Iterator[Row | Curve]:
    """Yield the rows of the long run and of the second one, and the plots of memory and time."""
    cores = count_cores()
    runs: dict[int, _Run] = {}
    for count in COUNTS if bench.with_curves else ():
        bench.say(f"{count:,} articles")
        runs[count] = _analyze(bench, _write(bench.folder / f"of-{count}", count)[0], cores)
    bench.say(f"{ARTICLES:,} articles")
    folder, words = _write(bench.folder / f"of-{ARTICLES}", ARTICLES)
    (folder / BAD_FILE).write_bytes(b"not text: \0\0\0")
    run = runs[ARTICLES] = _analyze(bench, folder, cores, status=1)
    what = f"newsreader analyze, {ARTICLES:,} articles of {words:,} words, {cores} cores"
    yield Row("folder rate", what, Samples("", [words / run.seconds], "words/s"), None, None)
    yield _growth(f"{what}: memory of all processes over the last tenth of the run", run.held)
    told = sum(BAD_FILE in line for line in run.complaint.splitlines())
    bad = Samples("newsreader", [told], "told")
    yield Row("folder bad", f"{what}: a file among them that is not text", bad, None, 1)
    bench.say("the same again")
    again = Samples("newsreader", [_analyze(bench, folder, cores, status=1).seconds], "s")
    first = Samples("the first run", [run.seconds], "s")
    yield Row("folder again", f"{what}: once more, all of it known", again, first, None)
    if bench.with_curves:
        lines: dict[str, list[tuple[float, float]]] = {
            "the whole run (s)": [(count, one.seconds) for count, one in runs.items()],
            "the largest process (MB)": [(count, one.largest) for count, one in runs.items()],
        }
        yield Curve(
            "batch", "newsreader analyze over a folder", "articles", "seconds; megabytes", lines
        )


def _write(folder: Path, count: int) -> tuple[Path, int]:
    """Write so many small articles and return their folder, and how many words they have."""
    folder.mkdir()
    seeds = [load_article(path) for path in sorted(seed_folder().glob("*.[tm][xd][td]*"))]
    paragraphs = [span.of(seed.text) for seed in seeds for span in seed.paragraphs]
    chosen = random.Random(count)
    words = 0
    for number in range(count):
        new = " ".join(
            "".join(chosen.choices("abdeginorstu", k=8)).title() for _ in range(NEW_WORDS)
        )
        text = "\n\n".join([f"Article {number}", chosen.choice(paragraphs), f"{new}."])
        words += len(text.split())
        (folder / f"{number:06}.txt").write_text(text + "\n", encoding="utf-8")
    return folder, words


@dataclass
class _Run:
    """A run over a folder."""

    seconds: float = 0.0
    """How long it took."""
    complaint: str = ""
    """What it wrote on standard error."""
    held: list[float] = field(default_factory=list)
    """The megabytes of all its processes together, sampled over the run."""
    largest: float = 0.0
    """The megabytes of its largest process at its highest."""

    def look(self, pid: int) -> None:
        """Add what its processes hold now."""
        each = [megabytes_of(one) for one in (pid, *children_of(pid))]
        self.held.append(sum(each))
        self.largest = max(self.largest, *each)


def _analyze(bench: Bench, folder: Path, cores: int, *, status: int = 0) -> _Run:
    """Analyse a folder, keeping what is found in a cache."""
    run = _Run()
    run.seconds, run.complaint = run_within(
        [NEWSREADER, "analyze", "--format", "jsonl", "--processes", str(cores), str(folder)],
        LIMIT_SECONDS,
        environment=environment(bench.home("folder")),
        watch=run.look,
        status=status,
    )
    return run


def _growth(what: str, held: list[float]) -> Row:
    """Return the row of how memory grew: the last tenth of the run beside its fifth one."""
    tenth = max(1, len(held) // 10)
    late = Samples("newsreader", held[-tenth - 1 : -1] or held, "MB")  # at the last it has ended
    early = Samples("the fifth tenth", held[4 * tenth : 5 * tenth] or held, "MB")
    return Row("folder memory", what, late, early, 1.1)
