"""The life of the analysing process: start, answer, death, restart, giving up."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from analysis import child
from analysis.child import Patience, serve_command
from analysis.load import make_article
from tui.analyst import Analyst
from tui.analyst_events import (
    Analysed,
    Dropped,
    Event,
    Failed,
    Reached,
    Refused,
    Restarted,
    Started,
    Working,
)

# A stand-in that speaks the protocol; what it does with an article is told by the text.
STAND_IN = """
import json, os, signal, sys, time
print(json.dumps({"ready": "stand-in"}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    if "drop" in request:
        dropped = {"article": request["drop"], "error": "dropped, and heard by nobody"}
        print(json.dumps(dropped), flush=True)
        continue
    article = request["analyse"]
    assert request["in_parts"]
    if "long" in article["text"]:  # one that is never done
        empty = {"schema": 2, "article": article["key"], "fingerprint": "f", "sentences": [],
                 "entities": [], "mentions": [], "quotes": []}
        for found in (None, empty):
            part = {"article": article["key"], "reached": 2, "found": found}
            print(json.dumps(part), flush=True)
        continue
    if "die" in article["text"]:
        os._exit(3)
    if "hang" in article["text"]:
        time.sleep(60)
    if "stop" in article["text"]:
        os.kill(os.getpid(), signal.SIGSTOP)
    if "refuse" in article["text"]:
        reply = {"article": article["key"], "error": "no such luck"}
    elif "nonsense" in article["text"]:
        reply = ["what?"]
    else:
        reply = {"schema": 2, "article": article["key"], "fingerprint": "f", "sentences": [],
                 "entities": [], "mentions": [], "quotes": []}
    print(json.dumps(reply), flush=True)
"""


class Witness:
    """Collects what an analyst reports, and waits for it."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._heard = asyncio.Event()

    def hear(self, event: Event) -> None:
        self.events.append(event)
        self._heard.set()

    async def wait_for(self, is_there: Callable[[list[Event]], bool]) -> None:
        async with asyncio.timeout(30):
            while not is_there(self.events):
                self._heard.clear()
                await self._heard.wait()

    def count(self, kind: type) -> int:
        return sum(isinstance(event, kind) for event in self.events)

    async def wait_for_kind(self, kind: type, count: int = 1) -> None:
        await self.wait_for(lambda events: self.count(kind) >= count)


@asynccontextmanager
async def running(
    script: str, tmp_path: Path, patience: Patience | None = None
) -> AsyncIterator[tuple[Analyst, Witness]]:
    witness = Witness()
    program = tmp_path / "stand_in.py"
    program.write_text(script)
    analyst = Analyst(
        [sys.executable, str(program)],
        log=tmp_path / "log",
        report=witness.hear,
        patience=patience,
    )
    life = asyncio.create_task(analyst.run())
    try:
        yield analyst, witness
    finally:
        process_id = analyst.process_id
        life.cancel()
        await asyncio.gather(life, return_exceptions=True)
        if process_id is not None:
            with pytest.raises(ProcessLookupError):
                os.kill(process_id, 0)


async def test_nothing_starts_before_there_is_an_article(tmp_path: Path) -> None:
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        await asyncio.sleep(0)
        assert analyst.process_id is None
        assert witness.events == []


async def test_an_article_is_answered(tmp_path: Path) -> None:
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        article = make_article("Good morning.")
        analyst.submit(article)
        await witness.wait_for_kind(Analysed)
        assert witness.events[:2] == [Started(), Working(article.key)]
        analysed = witness.events[2]
        assert isinstance(analysed, Analysed)
        assert analysed.analysis.article_key == article.key


async def test_an_urgent_article_comes_first_and_none_is_sent_twice(tmp_path: Path) -> None:
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        first, second, urgent = map(make_article, ("One.", "Two.", "Three."))
        for article in (first, second, first):
            analyst.submit(article)
        analyst.submit(urgent, urgent=True)
        await witness.wait_for_kind(Analysed, 3)
        keys = [event.key for event in witness.events if isinstance(event, Working)]
        assert keys == [urgent.key, second.key, first.key]


LONG = make_article("A long story.")
"""Of which the stand-in tells a part, and never the whole."""


async def test_how_far_a_long_article_is_and_what_was_found_is_reported(tmp_path: Path) -> None:
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        analyst.submit(LONG)
        await witness.wait_for_kind(Reached, 2)
        far, found = [event for event in witness.events if isinstance(event, Reached)]
        assert (far.key, far.share, far.found) == (LONG.key, 2 / len(LONG.text), None)
        assert found.found is not None
        assert found.found.article_key == LONG.key


async def test_an_urgent_article_does_not_wait_for_the_one_under_way(tmp_path: Path) -> None:
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        waiting, urgent = make_article("One."), make_article("Two.")
        analyst.submit(LONG, urgent=True)
        await witness.wait_for_kind(Working)
        analyst.submit(waiting)
        analyst.submit(urgent, urgent=True)
        await witness.wait_for_kind(Analysed)
        keys = [event.key for event in witness.events if isinstance(event, Working)]
        assert keys == [LONG.key, urgent.key]


async def test_one_under_way_that_becomes_urgent_again_is_asked_for_again(tmp_path: Path) -> None:
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        other = make_article("Another long story.")
        for sent, article in enumerate((LONG, other, LONG), 1):
            analyst.submit(article, urgent=True)
            await witness.wait_for_kind(Working, sent)
        analyst.submit(LONG, urgent=True)
        await asyncio.sleep(0)
        keys = [event.key for event in witness.events if isinstance(event, Working)]
        assert keys == [LONG.key, other.key, LONG.key]


async def test_what_is_not_kept_is_dropped_and_the_next_one_is_sent(tmp_path: Path) -> None:
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        wanted, unwanted = make_article("One."), make_article("Two.")
        analyst.submit(LONG)
        await witness.wait_for_kind(Reached, 2)
        analyst.submit(unwanted)
        analyst.submit(wanted)
        analyst.keep({wanted.key})
        await witness.wait_for_kind(Analysed)
        assert Dropped(LONG.key) in witness.events
        assert witness.count(Refused) == 0
        keys = [event.key for event in witness.events if isinstance(event, Working)]
        assert keys == [LONG.key, wanted.key]


async def test_what_was_under_way_when_the_process_died_is_sent_again(tmp_path: Path) -> None:
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        analyst.submit(LONG)
        await witness.wait_for_kind(Reached, 2)
        assert analyst.process_id is not None
        os.kill(analyst.process_id, signal.SIGKILL)
        await witness.wait_for_kind(Reached, 4)
        assert witness.count(Restarted) == 1


async def test_the_process_is_ended_where_it_is_silent_amid_an_article(tmp_path: Path) -> None:
    patience = Patience(answer_seconds=0.3, characters_a_second=1e9)
    async with running(STAND_IN, tmp_path, patience) as (analyst, witness):
        analyst.submit(LONG)
        await witness.wait_for_kind(Refused)
        assert witness.count(Restarted) == 1


async def test_a_refused_article_is_said_and_the_next_one_answered(tmp_path: Path) -> None:
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        odd = make_article("Please refuse.")
        analyst.submit(odd)
        analyst.submit(make_article("Fine."))
        await witness.wait_for_kind(Analysed)
        assert Refused(odd.key, "no such luck") in witness.events


async def test_where_no_log_can_be_written_it_is_analysed_without(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()  # a folder stands in its place
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        analyst.submit(make_article("Good morning."))
        await witness.wait_for_kind(Analysed)


async def test_a_long_log_is_begun_anew(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(b"x" * 2_000_000)
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        analyst.submit(make_article("Good morning."))
        await witness.wait_for_kind(Analysed)
        assert log.stat().st_size < 1000


async def test_an_article_too_long_is_refused_before_anything_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "MOST_CHARACTERS", 10)
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        analyst.submit(make_article("far too long"))
        await witness.wait_for_kind(Refused)
        (event,) = witness.events
        assert isinstance(event, Refused)
        assert "too many to be analysed" in event.sentence
        assert analyst.process_id is None


async def test_nonsense_is_refused_not_believed(tmp_path: Path) -> None:
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        analyst.submit(make_article("Some nonsense."))
        await witness.wait_for_kind(Refused)
        assert witness.count(Analysed) == 0


async def test_a_killed_process_is_started_again_and_the_article_answered(tmp_path: Path) -> None:
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        analyst.submit(make_article("One."))
        await witness.wait_for_kind(Analysed)
        assert analyst.process_id is not None
        os.kill(analyst.process_id, signal.SIGKILL)
        analyst.submit(make_article("Two."))
        await witness.wait_for_kind(Analysed, 2)
        assert witness.count(Restarted) == 1


async def test_an_article_that_kills_the_process_twice_is_set_aside(tmp_path: Path) -> None:
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        deadly = make_article("Now die.")
        analyst.submit(deadly, urgent=True)
        analyst.submit(make_article("Fine."))
        await witness.wait_for_kind(Analysed)
        refused = [event for event in witness.events if isinstance(event, Refused)]
        assert [event.key for event in refused] == [deadly.key]


@pytest.mark.parametrize("text", ["Please hang.", "Please stop."])
async def test_a_process_that_falls_silent_is_ended_and_the_article_set_aside(
    tmp_path: Path, text: str
) -> None:
    patience = Patience(answer_seconds=0.3, characters_a_second=1e9)
    async with running(STAND_IN, tmp_path, patience) as (analyst, witness):
        silent, other = make_article(text), make_article("Another one.")
        analyst.submit(silent)
        analyst.submit(other)
        await witness.wait_for_kind(Analysed)
        assert Refused(silent.key, "the analysis stopped on this article twice") in witness.events
        assert witness.count(Restarted) == 2


async def test_a_process_that_hangs_while_it_loads_is_given_up(tmp_path: Path) -> None:
    script = "import time; time.sleep(60)"
    async with running(script, tmp_path, Patience(loading_seconds=0.2)) as (analyst, witness):
        analyst.submit(make_article("One."))
        await witness.wait_for_kind(Failed)


def test_a_long_article_may_take_longer() -> None:
    assert Patience().for_article(make_article("word " * 100_000)) > 600


async def test_a_process_that_never_gets_ready_is_given_up_with_a_word(tmp_path: Path) -> None:
    async with running("raise SystemExit(1)", tmp_path) as (analyst, witness):
        analyst.submit(make_article("One."))
        await witness.wait_for_kind(Failed)
        assert witness.count(Restarted) == 2
        analyst.revive()
        await witness.wait_for_kind(Failed, 2)


async def test_a_pipeline_that_cannot_be_loaded_is_said_in_its_own_words(tmp_path: Path) -> None:
    script = 'import json; print(json.dumps({"failed": "no such pipeline"}))'
    async with running(script, tmp_path) as (analyst, witness):
        analyst.submit(make_article("One."))
        await witness.wait_for_kind(Failed)
        assert witness.events[-1] == Failed("no such pipeline")


async def test_a_program_that_is_not_there_is_said(tmp_path: Path) -> None:
    witness = Witness()
    analyst = Analyst([str(tmp_path / "nowhere")], log=None, report=witness.hear)
    life = asyncio.create_task(analyst.run())
    analyst.submit(make_article("One."))
    await witness.wait_for_kind(Failed)
    life.cancel()
    await asyncio.gather(life, return_exceptions=True)


async def test_leaving_ends_a_process_that_hangs(tmp_path: Path) -> None:
    async with running(STAND_IN, tmp_path) as (analyst, witness):
        analyst.submit(make_article("Please hang."))
        await witness.wait_for_kind(Working)
        assert analyst.process_id is not None


def test_the_process_is_never_taken_from_the_folder_one_stands_in() -> None:
    assert "-P" in serve_command(None)
    assert serve_command("en_core_web_sm")[-2:] == ["--pipeline", "en_core_web_sm"]
