"""The analysing process as a process: whom it answers first, and when it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis.load import make_article
from analysis.protocol import (
    Part,
    Reply,
    decode_reply,
    encode_ask,
    encode_drop,
    read_greeting,
)
from analysis.schema import Analysis, Article

PARENT = """
import subprocess, sys, time
child = subprocess.Popen(
    [sys.executable, "-P", "-m", "analysis", "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
)
child.stdout.readline()
child.stdin.write(sys.stdin.buffer.readline())
child.stdin.flush()
print(child.pid, flush=True)
time.sleep(600)
"""


@pytest.mark.skipif(not hasattr(os, "getppid"), reason="no parents here")
def test_the_process_dies_with_a_parent_that_is_killed_in_the_midst_of_a_long_article() -> None:
    long = make_article("The mayor, Ana Brandt, said: “We will not go.” " * 100_000)
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdin is not None
        assert parent.stdout is not None
        parent.stdin.write(encode_ask(long).encode() + b"\n")
        parent.stdin.flush()
        child = int(parent.stdout.readline())
        parent.kill()
    end = time.monotonic() + 60
    while _is_alive(child):
        assert time.monotonic() < end, "it outlived its parent"
        time.sleep(0.05)


SENTENCES = "Mayor Ana Brandt, who leads the town, said: “We will not go.” The Port Board agreed."


def test_a_short_article_does_not_wait_for_a_long_one_whose_top_is_told_first() -> None:
    long = make_article("\n\n".join(f"{SENTENCES} It is {number}." for number in range(3_000)))
    short = make_article("“Not now,” said Tom Reyes.")
    articles = {long.key: long, short.key: short}
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "analysis", "serve"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert read_greeting(process.stdout.readline()) is None

        def ask(article: Article) -> None:
            assert process.stdin is not None
            process.stdin.write(encode_ask(article, in_parts=True) + "\n")
            process.stdin.flush()

        def hear() -> Reply | None:
            assert process.stdout is not None
            return decode_reply(process.stdout.readline(), articles)

        ask(long)
        while not (isinstance(part := hear(), Part) and part.found is not None):
            assert isinstance(part, Part)
        assert part.found.entities[0].name == "Ana Brandt"
        assert part.reached < len(long.text) / 2
        ask(short)
        while isinstance(answer := hear(), Part):
            pass
        assert isinstance(answer, Analysis)
        assert answer.article_key == short.key
        process.stdin.write(encode_drop(long.key) + "\n")
        process.stdin.close()
        assert process.wait(60) == 0


def _is_alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    # A zombie, which nobody has waited for yet, is dead.
    status = Path(f"/proc/{process_id}/stat")
    return not status.exists() or ") Z " not in status.read_text()
