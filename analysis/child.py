"""The analysing process as its parent sees it: how it is started, how long it may be silent.

`Child` is for a thread that waits for each answer; the reader's `tui.analyst` speaks to the same
process without waiting. Light: what is started loads spaCy, this never does.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from analysis.errors import AnalysisError, CodecError, PipelineError, told_by_system
from analysis.protocol import Refusal, decode_reply, encode_ask, read_greeting
from analysis.schema import Analysis, Article

MOST_CHARACTERS = 5_000_000
"""The longest article that is analysed: some 800,000 words, in about 2 GB of memory."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the process may be silent before it counts as hanging."""

    loading_seconds: float = 180.0
    """While it loads its pipeline; a large one on a cold disk takes a minute."""
    answer_seconds: float = 60.0
    """For any article."""
    characters_a_second: float = 200.0
    """What it must manage on top: a hundredth of what the shipped pipeline does, alone."""

    def for_article(self, article: Article) -> float:
        """Return how long an article's answer may take, in seconds."""
        return self.answer_seconds + len(article.text) / self.characters_a_second


def serve_command(pipeline: str | None, *, is_trusted: bool = False) -> list[str]:
    """Return the command line of the analysing process.

    -P keeps a folder called `analysis` where the reader stands from being run instead.
    """
    command = [sys.executable, "-P", "-m", "analysis", "serve"]
    if pipeline is not None:
        command += ["--pipeline", pipeline]
    return [*command, "--trust-pipeline"] if is_trusted else command


def why_too_long(article: Article) -> str | None:
    """Say why an article is too long to be sent to the process; None where it is not."""
    size = len(article.text)
    if size <= MOST_CHARACTERS:
        return None
    return (
        f"{size // 1_000_000} million characters are too many to be analysed "
        f"({MOST_CHARACTERS // 1_000_000} million at most); split the file"
    )


class ChildEndedError(Exception):
    """The process ended, hung or spoke nonsense; another may be started."""


class Child:
    """One analysing process, started when it is first asked."""

    def __init__(self, command: Sequence[str], *, patience: Patience | None = None) -> None:
        """Prepare; nothing starts yet.

        Args:
            command: The process' command line.
            patience: When a silent process is ended; None is `Patience()`.
        """
        self._command = list(command)
        self._patience = patience or Patience()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_over = False
        self._lock = threading.Lock()

    def ask(self, article: Article) -> Analysis:
        """Return an article's analysis, starting the process if none runs.

        Raises:
            PipelineError: The process cannot load its pipeline.
            AnalysisError: It cannot analyse this article, which may be too long; it can go on
                with others.
            ChildEndedError: It is no more; the next call starts another.
        """
        if too_long := why_too_long(article):
            raise AnalysisError(f"{article.title!r} cannot be analysed: {too_long}")
        process = self._process or self._start()
        request = encode_ask(article).encode("utf-8", "replace") + b"\n"
        line = self._exchange(process, request, self._patience.for_article(article))
        problem = "no answer"
        try:
            reply = decode_reply(line, {article.key: article})
        except CodecError as error:
            problem = str(error)
        else:
            if isinstance(reply, Analysis):
                return reply
            if isinstance(reply, Refusal):
                raise AnalysisError(reply.sentence)
        raise AnalysisError(f"{article.title!r} cannot be analysed: {problem}")

    def end(self) -> None:
        """End the process for good, at once; may be called from another thread, and twice."""
        with self._lock:
            self._is_over = True
        self._drop()

    def _start(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._is_over:
                raise ChildEndedError
            try:
                self._process = process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )
            except OSError as error:
                raise PipelineError(
                    f"the analysis cannot be started: {told_by_system(error)}"
                ) from error
        try:
            greeting = self._exchange(process, b"", self._patience.loading_seconds)
        except ChildEndedError:
            if self._is_over:
                raise
            raise PipelineError(
                "the analysis stopped while it loaded its pipeline; there may be too little memory"
            ) from None
        if (problem := read_greeting(greeting)) is not None:
            self._drop()
            raise PipelineError(problem)
        return process

    def _drop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError, ValueError):
                if pipe is not None:
                    pipe.close()

    def _exchange(self, process: subprocess.Popen[bytes], request: bytes, seconds: float) -> str:
        """Send a request and return the line that answers it."""
        assert process.stdin is not None
        assert process.stdout is not None
        watch = threading.Timer(seconds, process.kill)
        watch.daemon = True
        watch.start()
        line = b""
        try:
            with suppress(OSError, ValueError):  # ended, or `end` was called meanwhile
                process.stdin.write(request)
                process.stdin.flush()
                line = process.stdout.readline()
        finally:
            watch.cancel()
        if not line.endswith(b"\n"):
            self._drop()
            raise ChildEndedError
        return line.decode("utf-8", "replace")
