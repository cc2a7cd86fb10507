"""The analysing process: articles in, one a line, analyses out, as `analysis.protocol` tells.

It goes on taking requests while it works. It ends when its input does and all is answered, and at
once, even amid an article, when the reader that started it is no more.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import os
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import TextIO

from analysis.errors import CodecError, PipelineError
from analysis.jobs import Jobs
from analysis.process import set_up
from analysis.protocol import Refusal, Reply, decode_request, encode_reply
from analysis.usage import CommandParser

GLANCE_SECONDS = 0.5
"""How often it looks whether its parent still lives."""

_Inbox = SimpleQueue[Callable[[], None] | None]
"""What the main thread is to do besides its work; None stands for the end of the input."""


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of `python -m analysis serve`."""
    parser = CommandParser(prog="python -m analysis serve")
    parser.add_argument("--pipeline", metavar="NAME_OR_PATH")
    parser.add_argument("--trust-pipeline", action="store_true")
    return parser


def serve(pipeline_name: str | None = None, *, is_trusted: bool = False) -> int:
    """Answer requests on standard input until it ends.

    Args:
        pipeline_name: A spaCy pipeline's name or path; None is the one that ships.
        is_trusted: Whether that pipeline may run code of its own.

    Returns:
        The exit status: 0, or 1 where the pipeline cannot be loaded.
    """
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    replies = _take_standard_output()
    set_up()
    gc.disable()
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # whatever the locale says
    try:
        from analysis.pipeline import load_pipeline

        pipeline = load_pipeline(pipeline_name, is_trusted=is_trusted)
    except PipelineError as error:
        _send(replies, json.dumps({"failed": str(error)}))
        return 1
    # Of what is loaded nothing becomes garbage: never to look through it saves a tenth of what
    # finding names and quotes costs, and not to collect meanwhile a part of loading.
    gc.freeze()
    gc.enable()
    _send(replies, json.dumps({"ready": pipeline.nlp.meta["name"]}))

    def reply(message: Reply) -> None:
        _send(replies, encode_reply(message))

    inbox: _Inbox = SimpleQueue()
    jobs = Jobs(pipeline.read_in_steps, reply=reply, call_later=inbox.put)
    threading.Thread(target=_take_requests, args=(jobs, reply, inbox), daemon=True).start()
    is_at_end = False
    while not (is_at_end and jobs.are_answered):
        if inbox.empty() and not jobs.are_read:
            jobs.work()
        elif (call := inbox.get()) is not None:
            call()
        else:
            is_at_end = True
    return 0


def _take_requests(jobs: Jobs, reply: Callable[[Reply], None], inbox: _Inbox) -> None:
    """Hand requests to the main thread until there are no more."""
    try:
        for line in sys.stdin:
            try:
                inbox.put(partial(jobs.take, decode_request(line)))
            except CodecError as error:
                inbox.put(partial(reply, Refusal(None, str(error))))
    finally:
        inbox.put(None)  # without memory for a line, too: who waits for its answer sees the end


def _end_with(parent: int) -> None:
    """End the process once its parent is gone, killed perhaps in the midst of a long article."""
    while os.getppid() == parent:
        time.sleep(GLANCE_SECONDS)
    os._exit(0)


def _take_standard_output() -> TextIO:
    """Keep standard output for replies alone: whatever else prints goes to standard error."""
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", newline="\n")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return replies


def _send(replies: TextIO, line: str) -> None:
    replies.write(line + "\n")
    replies.flush()
