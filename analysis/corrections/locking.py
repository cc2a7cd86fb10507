"""Hold a file so that no other process writes it meanwhile, where the system can do that."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE_SECONDS = 2.0
"""How long a file held by another process is waited for."""
_PAUSE_SECONDS = 0.01


@contextmanager
def held(descriptor: int, *, to_write: bool) -> Iterator[None]:
    """Hold an open file until the block ends: alone to write, or with other readers.

    A process that dies lets go of the file; the system sees to it. A file system that knows no
    locks is trusted to append whole lines.

    Raises:
        BlockingIOError: Another process holds it for too long.
    """
    if sys.platform == "win32":  # there appending alone has to do
        yield
        return
    import fcntl

    way = fcntl.LOCK_EX if to_write else fcntl.LOCK_SH
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            fcntl.flock(descriptor, way | fcntl.LOCK_NB)
            break
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE_SECONDS)
        except OSError:
            yield
            return
    try:
        yield
    finally:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
