"""The analysing process as its parent sees it: answers, refusals, ends, and what is told of them."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator

import pytest

from analysis.child import Child, ChildEndedError, Patience, serve_command
from analysis.codec import SCHEMA
from analysis.errors import AnalysisError, PipelineError
from analysis.load import make_article

# Speaks the protocol; what it does with an article is told by the article's text.
STAND_IN = f"""
import json, os, sys, time
print(json.dumps({{"ready": "stand-in"}}), flush=True)
for line in sys.stdin:
    article = json.loads(line)["analyse"]
    if "die" in article["text"]:
        os._exit(3)
    if "hang" in article["text"]:
        time.sleep(600)
    reply = {{"schema": {SCHEMA}, "article": article["key"], "fingerprint": "f", "sentences": [],
              "entities": [], "mentions": [], "quotes": []}}
    if "refuse" in article["text"]:
        reply = {{"article": article["key"], "error": "no such luck"}}
    print("what?" if "nonsense" in article["text"] else json.dumps(reply), flush=True)
"""
QUICK = Patience(answer_seconds=0.2, characters_a_second=1e9)


def command_of(program: str) -> list[str]:
    return [sys.executable, "-c", program]


@pytest.fixture
def child() -> Iterator[Child]:
    child = Child(command_of(STAND_IN), patience=QUICK)
    yield child
    child.end()


def test_an_article_is_answered_with_its_analysis(child: Child) -> None:
    for text in ("one", "two"):
        article = make_article(text)
        assert child.ask(article).article_key == article.key


@pytest.mark.parametrize(("text", "told"), [("refuse", "no such luck"), ("nonsense", "not JSON")])
def test_a_refusal_is_told_and_the_process_goes_on(child: Child, text: str, told: str) -> None:
    with pytest.raises(AnalysisError, match=told):
        child.ask(make_article(text))
    assert child.ask(make_article("one")).mentions == ()


def test_an_article_too_long_is_refused_and_never_sent(
    child: Child, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.child.MOST_CHARACTERS", 10)
    with pytest.raises(AnalysisError, match="too many to be analysed"):
        child.ask(make_article("far too long, and would die"))
    assert child.ask(make_article("one")).mentions == ()


@pytest.mark.parametrize("text", ["die", "hang"])
def test_a_process_that_ends_or_hangs_is_started_anew_at_the_next_article(
    child: Child, text: str
) -> None:
    with pytest.raises(ChildEndedError):
        child.ask(make_article(text))
    assert child.ask(make_article("one")).mentions == ()


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("""print('{"failed": "no such pipeline"}')""", "no such pipeline"),
        ("print('hello')", "another language"),
        ("""print('{"ready": 7}')""", "another language"),
        ("raise SystemExit(3)", "stopped while it loaded"),
    ],
)
def test_a_process_that_cannot_begin_says_why(program: str, told: str) -> None:
    with pytest.raises(PipelineError, match=told):
        Child(command_of(program)).ask(make_article("one"))


def test_a_program_that_does_not_exist_is_told() -> None:
    with pytest.raises(PipelineError, match="cannot be started"):
        Child(["/nowhere/python"]).ask(make_article("one"))


def test_ended_from_outside_it_stops_amid_an_article_and_starts_no_more() -> None:
    child = Child(command_of(STAND_IN))
    child.ask(make_article("one"))
    ended = []

    def ask() -> None:
        for _ in range(2):
            with pytest.raises(ChildEndedError):
                child.ask(make_article("hang"))
            ended.append(True)

    asking = threading.Thread(target=ask)
    asking.start()
    end = time.monotonic() + 60
    while asking.is_alive():
        child.end()
        assert time.monotonic() < end
    asking.join()
    assert ended == [True, True]


def test_the_command_names_the_pipeline_and_whether_it_is_trusted() -> None:
    assert "-P" in serve_command(None)
    assert serve_command("en_x", is_trusted=True)[-3:] == ["--pipeline", "en_x", "--trust-pipeline"]
