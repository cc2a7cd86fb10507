"""Find the files that hold articles, and read their bytes. Knows nothing of what they say."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from analysis.errors import LoadError
from analysis.text import sanitise_line

SUFFIXES = (".txt", ".md")
"""What is read from a folder; a file named by itself may end as it likes."""
MAX_BYTES = 64_000_000
"""No article is this long; a file that is was named by mistake."""


def find_article_files(paths: Iterable[Path | str]) -> list[Path]:
    """List the files that `paths` stand for, each once.

    A file stands for itself, whatever its name. A folder stands for the .txt and .md files in it
    (in any case) and in its subfolders, by name, a folder's own files first; hidden ones, what is
    no regular file and subfolders that cannot be read are left out, and each folder is visited
    once, so that links cannot lead in circles.

    Returns:
        The paths in the order given; empty where no folder holds an article.

    Raises:
        LoadError: A path does not exist, or names a folder that cannot be read.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for file in _files_of(Path(path)):
            found.setdefault(os.path.realpath(file), file)
    return list(found.values())


def read_bytes(path: Path) -> bytes:
    """Return what a file holds, without ever waiting for a pipe or a device.

    Raises:
        LoadError: There is no such file, it is no regular file, it cannot be read, or it holds
            more than `MAX_BYTES`.
    """
    shown = show_path(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise LoadError(f"{shown}: a folder, not a file; name a file in it")
        if not stat.S_ISREG(mode):
            raise LoadError(f"{shown}: {_kind_of(mode)}, not a file; save its text in a .txt file")
        # Should a pipe take the file's place between the two calls, opening it must not wait.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise LoadError(f"{shown}: {_reason(path, error)}") from error
    if len(data) > MAX_BYTES:
        raise LoadError(
            f"{shown}: larger than {MAX_BYTES // 1_000_000} MB, too large for an article; split it"
        )
    return data


def show_path(path: Path) -> str:
    """Return a path as it can be shown: a file's name may hold anything, an escape too."""
    return sanitise_line(str(path))


def _files_of(path: Path) -> Iterator[Path]:
    try:
        if not stat.S_ISDIR(path.stat().st_mode):
            yield path
            return
        with os.scandir(path):
            pass
    except (OSError, ValueError) as error:
        raise LoadError(f"{show_path(path)}: {_reason(path, error)}") from error
    visited: set[tuple[int, int]] = set()
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in visited:
                continue
            visited.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
        except OSError:
            continue
        inner = [folder / name for name in sorted(names, key=str.casefold)]
        yield from (file for file in inner if file.suffix.lower() in SUFFIXES and file.is_file())
        waiting.extend(file for file in reversed(inner) if file.is_dir())


def _kind_of(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def _reason(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return "a link to a file that does not exist; look where it points"
        return "no such file or folder; check the name"
    if isinstance(error, PermissionError):
        return "not permitted to read it; change its permissions (chmod +r) or copy it"
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be read ({told}); check the name"
