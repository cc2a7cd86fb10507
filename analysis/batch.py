"""Analyse many files: all cores, results in order, memory bounded, what is known not done again.

Light: each core's work is done by an analysing process (`analysis.child`). A file that cannot be
read or analysed is an outcome like any other; only a pipeline that cannot be had ends a batch.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TypeVar

from analysis.child import Child, ChildEndedError, Patience
from analysis.errors import AnalysisError, LoadError
from analysis.load import load_article
from analysis.schema import Analysis, Article
from analysis.store import Store

AHEAD = 4
"""Files under way or done for each core while the results of an earlier one are waited for."""
ATTEMPTS = 2
"""How often an article is tried: one that ended a process twice is passed over."""

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Analysed:
    """A file's article and what was found in it."""

    path: Path
    """The file."""
    article: Article
    """What it holds."""
    analysis: Analysis
    """What was found, or known from an earlier run."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file that could not be read or analysed."""

    path: Path
    """The file."""
    problem: str
    """Why, for the reader."""


Outcome = Analysed | PassedOver


class Analyzer(Protocol):
    """What finds an analysis; called by several threads at once."""

    def analyze(self, article: Article) -> Analysis:
        """Return an article's analysis.

        Raises:
            AnalysisError: This article cannot be analysed.
            PipelineError: None can.
        """
        ...


class LocalAnalyzer:
    """Analyses in processes of this machine: one for each thread that asks."""

    def __init__(self, command: Sequence[str], *, patience: Patience | None = None) -> None:
        """Prepare; a process starts when its thread first asks.

        Args:
            command: The command line of an analysing process.
            patience: When a silent process is ended.
        """
        self._command = command
        self._patience = patience
        self._local = threading.local()
        self._children: list[Child] = []

    def analyze(self, article: Article) -> Analysis:
        """Return an article's analysis, trying again in a new process if the first one ends.

        Raises:
            AnalysisError: This article cannot be analysed.
            PipelineError: The pipeline cannot be loaded.
        """
        child = self._child()
        for _ in range(ATTEMPTS):
            with suppress(ChildEndedError):
                return child.ask(article)
        raise AnalysisError(f"{article.title!r} cannot be analysed: the analysis stopped on it")

    def _child(self) -> Child:
        child: Child | None = getattr(self._local, "child", None)
        if child is None:
            child = self._local.child = Child(self._command, patience=self._patience)
            self._children.append(child)
        return child

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End every process, amid an article if need be."""
        for child in self._children:
            child.end()


def count_cores() -> int:
    """Return how many cores this process may use."""
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def analyze_files(
    paths: Iterable[Path],
    analyzer: Analyzer,
    *,
    at_once: int,
    store: Store | None = None,
    load: Callable[[Path], Article] = load_article,
) -> Generator[Outcome, None, None]:
    """Analyse files, several at once.

    Args:
        paths: The files; taken as they are needed.
        analyzer: What analyses.
        at_once: How many articles it is given at a time.
        store: Where analyses are looked up first and kept; None does neither.
        load: How a file is read.

    Yields:
        What became of each file, in the order of `paths`.

    Raises:
        PipelineError: No article can be analysed.
    """

    def find_outcome(path: Path) -> Outcome:
        try:
            article = load(path)
            analysis = store.get(article) if store else None
            if analysis is None:
                analysis = analyzer.analyze(article)
                if store:
                    store.put(analysis)
        except (LoadError, AnalysisError) as error:
            return PassedOver(path, str(error))
        return Analysed(path, article, analysis)

    yield from map_in_order(find_outcome, paths, at_once=at_once)


def map_in_order(
    function: Callable[[_Item], _Result], items: Iterable[_Item], *, at_once: int
) -> Generator[_Result, None, None]:
    """Call a function for each item in threads and yield what it returns, in the items' order.

    Each result is yielded as soon as all before it are; at most `AHEAD` times `at_once` items are
    under way or wait to be yielded. Closed early, it starts no further item; what the function
    raises is raised in the item's place.
    """
    waiting: deque[Future[_Result]] = deque()
    threads = ThreadPoolExecutor(at_once, thread_name_prefix="analyze")
    try:
        for item in items:
            waiting.append(threads.submit(function, item))
            while waiting and (waiting[0].done() or len(waiting) >= AHEAD * at_once):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
