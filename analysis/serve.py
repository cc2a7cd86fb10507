"""The analysing process: one article a line in, one analysis a line out.

Protocol, all JSON: first `{"ready": NAME}` or `{"failed": SENTENCE}`; then for each article
line (`codec.encode_article`) either its analysis (`codec.encode_analysis`) or
`{"article": KEY, "error": SENTENCE}`. It ends when its input does, and at once, even amid an
article, when the reader that started it is no more.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import threading
import time
from typing import TextIO

from analysis.codec import decode_article, encode_analysis
from analysis.errors import AnalysisError, CodecError, PipelineError
from analysis.process import set_up
from analysis.usage import CommandParser

GLANCE_SECONDS = 0.5
"""How often it looks whether its parent still lives."""


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
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # whatever the locale says
    try:
        from analysis.pipeline import load_pipeline

        pipeline = load_pipeline(pipeline_name, is_trusted=is_trusted)
    except PipelineError as error:
        _send(replies, json.dumps({"failed": str(error)}))
        return 1
    _send(replies, json.dumps({"ready": pipeline.nlp.meta["name"]}))
    for line in sys.stdin:
        try:
            article = decode_article(line)
        except CodecError as error:
            _send(replies, json.dumps({"article": None, "error": str(error)}))
            continue
        try:
            reply = encode_analysis(pipeline.analyze(article))
        except AnalysisError as error:
            sys.excepthook(type(error), error, error.__traceback__)
            reply = json.dumps({"article": article.key, "error": str(error)})
        _send(replies, reply)
    return 0


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
