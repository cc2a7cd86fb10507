"""The analysing process: start it, send it articles, survive its end. No widgets.

It is a plain child that speaks one JSON line a message (see `analysis.serve`), because spaCy
holds the interpreter while it loads and parses, and no key shall wait for that.
"""

from __future__ import annotations

import asyncio
import json
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections import Counter, deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from analysis.child import Patience, read_refusal, why_too_long
from analysis.codec import decode_analysis, encode_article
from analysis.errors import CodecError
from analysis.schema import Analysis, Article

ATTEMPTS = 2
"""How often an article may be sent: one that ended the process twice is set aside."""
STARTS = 3
"""How often the process is started without an answer in between."""
LINE_LIMIT = 2**30
"""Bytes in the longest reply accepted."""
LONGEST_LOG = 1_000_000
"""Bytes from which the log of the process is begun anew when it is started."""
PATIENCE_SECONDS = 2.0
"""How long the process may take to end by itself before it is killed."""


@dataclass(frozen=True, slots=True)
class Started:
    """The process runs and loads its pipeline."""


@dataclass(frozen=True, slots=True)
class Working:
    """An article was sent."""

    key: str
    """`Article.key`."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """An analysis is there."""

    analysis: Analysis
    """Checked against the article that was sent."""


@dataclass(frozen=True, slots=True)
class Refused:
    """One article could not be analysed; the others go on."""

    key: str
    """`Article.key`."""
    sentence: str
    """Why, for the reader."""


@dataclass(frozen=True, slots=True)
class Restarted:
    """The process ended unasked and was started again."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The process cannot be had; nothing is analysed until `revive`."""

    sentence: str
    """Why, for the reader."""


Event = Started | Working | Analysed | Refused | Restarted | Failed


class Analyst:
    """Sends articles to the analysing process, one at a time, the urgent ones first."""

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
        self._attempts: Counter[str] = Counter()
        self._current: Article | None = None
        self._process: Process | None = None
        self._work = asyncio.Event()
        self._failed = False

    @property
    def process_id(self) -> int | None:
        """The running process' id, or None."""
        running = self._process is not None and self._process.returncode is None
        return self._process.pid if self._process and running else None

    def submit(self, article: Article, *, urgent: bool = False) -> None:
        """Ask for an article's analysis; an urgent one comes before all that wait.

        An article that waits already is moved, never sent twice; so is one being analysed. One that
        is too long is refused at once.
        """
        if too_long := why_too_long(article):
            self._report(Refused(article.key, too_long))
            return
        if self._current is not None and self._current.key == article.key:
            return
        self._waiting = deque(other for other in self._waiting if other.key != article.key)
        if urgent:
            self._waiting.appendleft(article)
        else:
            self._waiting.append(article)
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
            await self._end_process()

    async def _one_life(self) -> bool:
        """Run the process until it ends; say whether it answered anything."""
        answered = False
        try:
            process = await self._start()
        except OSError as error:
            self._fail(f"the analysis cannot be started: {error}")
            return False
        try:
            if not await self._is_ready(process):
                return False
            while True:
                while not self._waiting:
                    self._work.clear()
                    await self._wait_for_work_or_end(process)
                    if process.returncode is not None:
                        return True
                self._current = self._waiting.popleft()
                if not await self._ask(process, self._current):
                    return answered
                answered = True
        finally:
            self._put_back_current()
            await self._end_process()

    async def _start(self) -> Process:
        errors = self._open_log()
        try:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, stdin=PIPE, stdout=PIPE, stderr=errors or DEVNULL, limit=LINE_LIMIT
            )
        finally:
            if errors:
                errors.close()
        return self._process

    def _open_log(self) -> BinaryIO | None:
        """Open the log to be added to, or begun anew when it is long; None where there is none."""
        if self._log is None:
            return None
        # On a full disk, or in a folder that cannot be written, it is analysed without a log.
        with suppress(OSError):
            self._log.parent.mkdir(parents=True, exist_ok=True)
            is_long = self._log.exists() and self._log.stat().st_size > LONGEST_LOG
            return self._log.open("wb" if is_long else "ab")
        return None

    async def _is_ready(self, process: Process) -> bool:
        greeting = await self._read(process, self._patience.loading_seconds)
        if greeting is None:
            return False
        with suppress(ValueError):
            message = json.loads(greeting)
            if isinstance(message, dict) and "failed" in message:
                self._fail(str(message["failed"]))
                return False
            if isinstance(message, dict) and "ready" in message:
                return True
        self._fail("the analysis speaks another language than this program; install it anew")
        return False

    async def _ask(self, process: Process, article: Article) -> bool:
        """Send one article and report its answer; False when the process ended instead."""
        assert process.stdin is not None
        self._report(Working(article.key))
        request = await asyncio.to_thread(encode_article, article)
        try:
            process.stdin.write(request.encode("utf-8", "replace") + b"\n")
            async with asyncio.timeout(self._patience.for_article(article)):
                await process.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            return False
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()
            return False
        reply = await self._read(process, self._patience.for_article(article))
        if reply is None:
            return False
        self._current = None
        try:
            analysis = await asyncio.to_thread(decode_analysis, reply, article)
        except CodecError as error:
            self._report(Refused(article.key, read_refusal(reply) or str(error)))
        else:
            self._report(Analysed(analysis))
        return True

    async def _read(self, process: Process, seconds: float) -> str | None:
        """Return the next line of the process; None where it ended, hangs or talks nonsense."""
        assert process.stdout is not None
        try:
            line = await asyncio.wait_for(process.stdout.readline(), seconds)
        except (ValueError, ConnectionResetError):  # longer than LINE_LIMIT, or cut off
            return None
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()  # it may be stopped, and hear nothing gentler
            return None
        return line.decode("utf-8", "replace") if line.endswith(b"\n") else None

    async def _wait_for_work_or_end(self, process: Process) -> None:
        waits = {asyncio.ensure_future(self._work.wait()), asyncio.ensure_future(process.wait())}
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    def _put_back_current(self) -> None:
        article, self._current = self._current, None
        if article is None:
            return
        self._attempts[article.key] += 1
        if self._attempts[article.key] < ATTEMPTS:
            self._waiting.appendleft(article)
        else:
            self._report(Refused(article.key, "the analysis stopped on this article twice"))

    def _fail(self, sentence: str) -> None:
        self._failed = True
        self._report(Failed(sentence))

    async def _end_process(self) -> None:
        process = self._process
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.terminate()
        try:
            # With input, though empty, it closes both pipes, which must happen while the loop runs.
            await asyncio.wait_for(process.communicate(b""), PATIENCE_SECONDS)
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        # Only now: cancelled on the way here, `run` must find the process and end it again.
        self._process = None
