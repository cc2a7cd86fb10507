"""Start writers one after the other and kill each while it writes; print what was acknowledged.

    python kill_writers.py FOLDER TIMES

A writer is a fork, so that hundreds take seconds. Each sends the id of a correction down a pipe
as soon as it was acknowledged; what a reader would have been told is printed, an id a line.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time

from analysis.corrections import Ignore, Journal, Who
from analysis.load import make_article

ID_LENGTH = 16


def write_for_ever(folder: str, pipe: int) -> None:
    """Add corrections until killed."""
    journal = Journal(folder)
    article = make_article("Some words.")
    number = 0
    while True:
        number += 1
        made = journal.add(
            Ignore(Who(f"Name {number} " * 9, "person")), article=article, everywhere=True
        )
        if journal.trouble:
            os._exit(3)
        os.write(pipe, f"{made.id}\n".encode())


def main(folder: str, times: int) -> None:
    """Start and kill writers."""
    chance = random.Random(20260302)
    for _ in range(times):
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            write_for_ever(folder, writing)
        os.close(writing)
        first = os.read(reading, ID_LENGTH + 1)  # it is at work
        time.sleep(chance.random() * 0.004)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), status
        with os.fdopen(reading, "rb") as pipe:
            sys.stdout.write((first + pipe.read()).decode())


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
