"""The analysing process out of memory: said of the article, and the next one is analysed."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.batch import LocalAnalyzer
from analysis.child import Child, ChildEndedError
from analysis.errors import AnalysisError
from analysis.load import make_article
from tests import little_memory
from tui.analyst import Analyst
from tui.analyst_events import Analysed, Event, Refused

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="how much memory is taken is not told here"
)

COMMAND = [sys.executable, "-m", little_memory.__name__, str(24_000_000)]
SHORT = make_article("“Not now,” said Tom Reyes.")
PARAGRAPH = "Mayor Ana Brandt said: “We will not go.” The Port Authority agreed on Monday."
LONG = make_article("\n\n".join(f"{PARAGRAPH} It is {number}." for number in range(3_000)))
"""One that there is no memory to analyse."""
HUGE = make_article(f"{PARAGRAPH}\n" * 60_000)
"""One that there is no memory even to hear of."""


@pytest.fixture(autouse=True)
def checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the process started where `tests` can be imported."""
    monkeypatch.chdir(Path(__file__).parents[1])


@pytest.fixture
def child() -> Iterator[Child]:
    child = Child(COMMAND)
    yield child
    child.end()


def test_an_article_that_there_is_no_memory_for_is_refused_and_the_process_goes_on(
    child: Child,
) -> None:
    for _ in range(2):
        with pytest.raises(AnalysisError, match="too little memory") as told:
            child.ask(LONG)
        assert str(told.value).count(LONG.title) == 1
        assert len(child.ask(SHORT).quotes) == 1


def test_a_process_without_memory_even_to_hear_ends_and_the_next_one_answers(child: Child) -> None:
    with pytest.raises(ChildEndedError):
        child.ask(HUGE)
    assert len(child.ask(SHORT).quotes) == 1


def test_a_batch_passes_over_what_there_is_no_memory_for() -> None:
    with LocalAnalyzer(COMMAND) as analyzer:
        for article, told in ((LONG, "too little memory"), (HUGE, "the analysis stopped on it")):
            with pytest.raises(AnalysisError, match=told):
                analyzer.analyze(article)
            assert len(analyzer.analyze(SHORT).quotes) == 1


async def test_the_reader_is_told_and_the_next_article_is_analysed(tmp_path: Path) -> None:
    heard: asyncio.Queue[Event] = asyncio.Queue()
    analyst = Analyst(COMMAND, log=tmp_path / "log", report=heard.put_nowait)
    life = asyncio.create_task(analyst.run())
    try:
        for article, told in ((LONG, "too little memory"), (HUGE, "stopped on this article twice")):
            analyst.submit(article)
            refused = await hear(heard, Refused)
            assert isinstance(refused, Refused)
            assert (refused.key, told in refused.sentence) == (article.key, True)
            analyst.submit(SHORT)
            analysed = await hear(heard, Analysed)
            assert isinstance(analysed, Analysed)
            assert len(analysed.analysis.quotes) == 1
    finally:
        life.cancel()
        await asyncio.gather(life, return_exceptions=True)


async def hear(heard: asyncio.Queue[Event], kind: type[Event]) -> Event:
    """Return the next event of a kind."""
    while not isinstance(event := await asyncio.wait_for(heard.get(), 60), kind):
        pass
    return event
