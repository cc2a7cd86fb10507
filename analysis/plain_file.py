"""Read a file whole, whatever lies in its place. Knows nothing of what it holds."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def read_plain_file(path: Path, *, most_bytes: int) -> bytes:
    """Return what a file holds, without ever waiting for a pipe or a device.

    Args:
        path: The file; a link is followed.
        most_bytes: More than this is not read.

    Raises:
        OSError: There is none, or it cannot be read; with the code EISDIR it is a folder, with
            ENOTSUP another thing that is no file, with EFBIG it holds more than `most_bytes`. Its
            `strerror` says which, as a part of a sentence.
        ValueError: The path can be no file's, for it has a NUL character.
    """
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise OSError(errno.EISDIR, "a folder, not a file", str(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.ENOTSUP, f"{_kind_of(mode)}, not a file", str(path))
    # Should a pipe take the file's place between the two calls, opening it must not wait.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        data = file.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise OSError(errno.EFBIG, f"larger than {most_bytes // 1_000_000} MB", str(path))
    return data


def _kind_of(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"
