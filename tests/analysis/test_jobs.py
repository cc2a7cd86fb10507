"""Whose turn it is in the analysing process, and what is told of a long article on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from queue import SimpleQueue

import pytest

from analysis.errors import AnalysisError
from analysis.jobs import LONG, Jobs
from analysis.load import make_article
from analysis.protocol import Ask, Drop, Part, Refusal, Reply
from analysis.schema import Analysis, Article

STEP = 10_000
"""Characters that the stand-in reads at a time."""


@dataclass(frozen=True)
class StandInStep:
    """Finds nothing; what it does is told by the article's text."""

    article: Article
    reached: int

    @property
    def is_last(self) -> bool:
        return self.reached == len(self.article.text)

    def find(self) -> Analysis:
        if "odd" in self.article.text:
            raise AnalysisError("an odd article")
        return Analysis(self.article.key, f"up to {self.reached}", (), (), (), ())

    def find_apart(self) -> Analysis:
        return self.find()


class Desk:
    """Jobs, what they read and what they answer."""

    def __init__(self) -> None:
        self.read: list[tuple[str, int]] = []
        self.replies: list[Reply] = []
        self.later: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.jobs = Jobs(self._steps, reply=self.replies.append, call_later=self.later.put)

    def _steps(self, article: Article) -> Iterator[StandInStep]:
        for reached in (*range(STEP, len(article.text), STEP), len(article.text)):
            self.read.append((article.text[:3], reached))
            if "broken" in article.text:
                raise AnalysisError("a broken article")
            yield StandInStep(article, reached)

    def ask(self, article: Article, *, in_parts: bool = False) -> None:
        self.jobs.take(Ask(article, in_parts))

    def finish(self) -> None:
        while not self.jobs.are_answered:
            if not self.jobs.are_read:
                self.jobs.work()
            else:
                self.later.get(timeout=60)()


def article(name: str, steps: float) -> Article:
    return make_article((name + " word" * int(steps * STEP))[: int(steps * STEP)])


def found(reply: Reply) -> str:
    assert isinstance(reply, Analysis)
    return reply.fingerprint


def test_what_is_asked_for_last_comes_first_and_what_waited_goes_on_where_it_was() -> None:
    desk, long, short = Desk(), article("one", 3), article("two", 0.5)
    desk.ask(long)
    desk.jobs.work()
    desk.ask(short)
    desk.finish()
    assert desk.read == [("one", STEP), ("two", STEP // 2), ("one", 2 * STEP), ("one", 3 * STEP)]
    assert [reply.article_key for reply in desk.replies if isinstance(reply, Analysis)] == [
        short.key,
        long.key,
    ]


def test_asked_for_again_an_article_comes_first_and_is_read_once() -> None:
    desk, first, second = Desk(), article("one", 2), article("two", 2)
    desk.ask(first)
    desk.ask(second)
    desk.jobs.work()
    desk.ask(first)
    desk.finish()
    assert desk.read == [
        ("two", STEP),
        ("one", STEP),
        ("one", 2 * STEP),
        ("two", 2 * STEP),
    ]


def test_what_is_dropped_is_neither_read_on_nor_answered() -> None:
    desk, first, second = Desk(), article("one", 3), article("two", 1)
    desk.ask(first)
    desk.jobs.work()
    desk.jobs.take(Drop(first.key))
    desk.jobs.take(Drop("unknown"))
    desk.ask(second)
    desk.finish()
    assert desk.read == [("one", STEP), ("two", STEP)]
    assert [found(reply) for reply in desk.replies] == [f"up to {STEP}"]


def test_what_is_dropped_while_it_is_looked_through_beside_is_not_answered() -> None:
    desk, long = Desk(), article("one", LONG / STEP + 1)
    desk.ask(long)
    while not desk.jobs.are_read:
        desk.jobs.work()
    desk.jobs.take(Drop(long.key))
    desk.later.get(timeout=60)()
    assert desk.replies == []


def test_a_long_article_is_told_in_parts_that_grow_up_to_its_middle() -> None:
    desk, long = Desk(), article("one", 10)
    desk.ask(long, in_parts=True)
    desk.finish()
    *parts, whole = desk.replies
    assert found(whole) == f"up to {10 * STEP}"
    assert all(isinstance(part, Part) and part.key == long.key for part in parts)
    reached = [part.reached for part in parts if isinstance(part, Part) and part.found is None]
    assert reached == [STEP * number for number in range(1, 10)]
    looked = [part.found for part in parts if isinstance(part, Part) and part.found is not None]
    assert [part.fingerprint for part in looked] == [f"up to {STEP}", f"up to {4 * STEP}"]


def test_who_did_not_ask_for_parts_is_told_the_whole_alone() -> None:
    desk = Desk()
    desk.ask(article("one", 10))
    desk.finish()
    assert [found(reply) for reply in desk.replies] == [f"up to {10 * STEP}"]


def test_others_are_read_while_a_long_one_is_looked_through() -> None:
    desk, long, short = Desk(), article("one", LONG / STEP), article("two", 1)
    desk.ask(long)
    while not desk.jobs.are_read:
        desk.jobs.work()
    desk.ask(short)
    desk.jobs.work()
    assert [found(reply) for reply in desk.replies] == [f"up to {STEP}"]
    desk.finish()
    assert found(desk.replies[-1]) == f"up to {LONG}"


@pytest.mark.parametrize(("name", "steps"), [("odd", 1), ("broken", 3), ("odd", LONG / STEP)])
def test_an_article_that_fails_is_refused_and_the_others_go_on(name: str, steps: float) -> None:
    desk, bad = Desk(), article(name, steps)
    desk.ask(article("two", 1))
    desk.ask(bad)
    desk.finish()
    refused = [reply for reply in desk.replies if isinstance(reply, Refusal)]
    assert [(reply.key, reply.sentence.split()[-1]) for reply in refused] == [(bad.key, "article")]
    assert f"up to {STEP}" in [
        reply.fingerprint for reply in desk.replies if isinstance(reply, Analysis)
    ]
