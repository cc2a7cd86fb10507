"""The analysing process as a process: when it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis.codec import encode_article
from analysis.load import make_article

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
        parent.stdin.write(encode_article(long).encode() + b"\n")
        parent.stdin.flush()
        child = int(parent.stdout.readline())
        parent.kill()
    end = time.monotonic() + 60
    while _is_alive(child):
        assert time.monotonic() < end, "it outlived its parent"
        time.sleep(0.05)


def _is_alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    # A zombie, which nobody has waited for yet, is dead.
    status = Path(f"/proc/{process_id}/stat")
    return not status.exists() or ") Z " not in status.read_text()
