"""The analysing process: start it, send it articles, survive its end. No widgets.

It is a plain child that speaks one JSON line a message (see `analysis.protocol`), because spaCy
holds the interpreter while it loads and parses, and no key shall wait for that.
"""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Container, Sequence
from contextlib import suppress
from pathlib import Path

from analysis.child import Patience, why_too_long
from analysis.errors import CodecError, told_by_system
from analysis.protocol import (
    Part,
    Refusal,
    Reply,
    decode_reply,
    encode_ask,
    encode_drop,
    read_greeting,
)
from analysis.schema import Analysis, Article
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
from tui.line_child import LineChild

ATTEMPTS = 2
"""How often an article may be sent: one that ended the process twice is set aside."""
STARTS = 3
"""How often the process is started without an answer in between."""


class Analyst:
    """Sends articles to the analysing process, one at a time, but urgent ones at once."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        log: Path | None,
        report: Callable[[Event], None],
        patience: Patience | None = None,
    ) -> None:
        """Prepare; nothing starts before `run`.

        Args:
            command: The process' command line.
            log: Where its error output goes; None throws it away.
            report: Called, on the event loop, with everything that happens.
            patience: When a silent process is taken to hang and is ended; None is `Patience()`.
        """
        self._command = list(command)
        self._log = log
        self._report = report
        self._patience = patience or Patience()
        self._waiting: deque[Article] = deque()
        self._urgent: str | None = None
        self._asked: dict[str, Article] = {}
        self._unwanted: list[str] = []
        self._attempts: Counter[str] = Counter()
        self._child: LineChild | None = None
        self._alarm: asyncio.TimerHandle | None = None
        self._work = asyncio.Event()
        self._failed = False

    @property
    def process_id(self) -> int | None:
        """The running process' id, or None."""
        return self._child.process_id if self._child else None

    def submit(self, article: Article, *, urgent: bool = False) -> None:
        """Ask for an article's analysis; an urgent one comes before all others, from now on.

        One that waits already is moved, never sent twice; nor is one being analysed, unless it is
        another's turn and this one has become urgent. One that is too long is refused at once.
        """
        if too_long := why_too_long(article):
            self._report(Refused(article.key, too_long))
            return
        if article.key in self._asked and (
            not urgent or article.key == next(reversed(self._asked))
        ):
            return
        self._waiting = deque(other for other in self._waiting if other.key != article.key)
        if urgent:
            self._urgent = article.key
            self._waiting.appendleft(article)
        else:
            self._waiting.append(article)
        self._work.set()

    def keep(self, keys: Container[str]) -> None:
        """Leave all articles alone but these."""
        self._waiting = deque(article for article in self._waiting if article.key in keys)
        for key in [key for key in self._asked if key not in keys]:
            del self._asked[key]
            self._unwanted.append(key)
            self._report(Dropped(key))
        self._work.set()

    def revive(self) -> None:
        """Try again after `Failed`, forgetting what was set aside."""
        self._failed = False
        self._attempts.clear()
        self._work.set()

    async def run(self) -> None:
        """Live until cancelled: start the process when there is work, and feed it."""
        starts = 0
        try:
            while True:
                while self._failed or not self._waiting:
                    self._work.clear()
                    await self._work.wait()
                if starts == STARTS:
                    starts = 0
                    self._fail("the analysis keeps stopping; reading goes on without it")
                    continue
                self._report(Started() if starts == 0 else Restarted())
                starts = 1 if await self._one_life() else starts + 1
        finally:
            await self._end_child()

    async def _one_life(self) -> bool:
        """Run the process until it ends; say whether it answered anything."""
        try:
            child = self._child = await LineChild.start(self._command, log=self._log)
        except OSError as error:
            self._fail(f"the analysis cannot be started: {told_by_system(error)}")
            return False
        try:
            if not await self._is_ready(child):
                return False
            feeding = asyncio.create_task(self._feed(child))
            try:
                return await self._listen(child)
            finally:
                feeding.cancel()
                await asyncio.gather(feeding, return_exceptions=True)
        finally:
            self._put_back_asked()
            self._watch(child)
            await self._end_child()

    async def _is_ready(self, child: LineChild) -> bool:
        alarm = asyncio.get_running_loop().call_later(self._patience.loading_seconds, child.kill)
        greeting = await child.read()
        alarm.cancel()
        if greeting is None:
            return False
        if (problem := read_greeting(greeting)) is not None:
            self._fail(problem)
            return False
        return True

    async def _feed(self, child: LineChild) -> None:
        """Send what is to be sent, as long as the process lives."""
        self._unwanted.clear()
        with suppress(BrokenPipeError, ConnectionResetError):  # `_listen` hears of its end
            while True:
                self._work.clear()
                while self._unwanted:
                    await child.send(encode_drop(self._unwanted.pop()))
                while (article := self._take_next()) is not None:
                    self._report(Working(article.key))
                    self._watch(child)
                    request = await asyncio.to_thread(encode_ask, article, in_parts=True)
                    await child.send(request)
                await self._work.wait()

    def _take_next(self) -> Article | None:
        """Take the article that is to be sent now; None where one is under way and none urgent."""
        if not self._waiting or (self._asked and self._waiting[0].key != self._urgent):
            return None
        article = self._waiting.popleft()
        self._asked.pop(article.key, None)
        self._asked[article.key] = article
        return article

    async def _listen(self, child: LineChild) -> bool:
        """Hear the process until it ends; say whether it answered anything."""
        has_answered = False
        while (line := await child.read()) is not None:
            has_answered = True
            self._watch(child)
            try:
                reply = await asyncio.to_thread(decode_reply, line, dict(self._asked))
            except CodecError as error:
                reply = Refusal(None, str(error))
            self._hear(reply)
            self._watch(child)
            self._work.set()
        return has_answered

    def _hear(self, reply: Reply | None) -> None:
        """Report a reply, unless nobody wants it any more."""
        match reply:
            case Part(key, reached, found) if key in self._asked:
                self._report(Reached(key, reached / len(self._asked[key].text), found))
            case Analysis(article_key=key) if self._asked.pop(key, None):
                self._report(Analysed(reply))
            case Refusal(key, sentence):
                # Without a key it is about the article asked for last: that one comes first there.
                key = next(reversed(self._asked), "") if key is None else key
                if self._asked.pop(key, None):
                    self._report(Refused(key, sentence))

    def _watch(self, child: LineChild) -> None:
        """End the process if from now on it is silent for too long while anything is asked."""
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        if self._asked:
            seconds = max(map(self._patience.for_article, self._asked.values()))
            self._alarm = asyncio.get_running_loop().call_later(seconds, child.kill)

    def _put_back_asked(self) -> None:
        """Have what is not answered sent again; an article that ended the process twice is not."""
        if not self._asked:
            return
        last = next(reversed(self._asked))
        self._attempts[last] += 1
        if self._attempts[last] == ATTEMPTS:
            del self._asked[last]
            self._report(Refused(last, "the analysis stopped on this article twice"))
        self._waiting.extendleft(self._asked.values())
        self._asked.clear()

    def _fail(self, sentence: str) -> None:
        self._failed = True
        self._report(Failed(sentence))

    async def _end_child(self) -> None:
        if self._child is not None:
            await self._child.end()
            # Only now: cancelled on the way here, `run` must find the child and end it again.
            self._child = None
