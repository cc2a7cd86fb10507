"""Find the files that hold articles, and read their bytes. Knows nothing of what they say."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from analysis.errors import LoadError, told_by_system
from analysis.plain_file import read_plain_file
from analysis.text import sanitise_line

SUFFIXES = (".txt", ".md")
"""What is read from a folder; a file named by itself may end as it likes."""
MAX_BYTES = 64_000_000
"""No article is this long; a file that is was named by mistake."""
_ADVICE = {
    errno.EISDIR: "; name a file in it",
    errno.ENOTSUP: "; save its text in a .txt file",
    errno.EFBIG: ", too large for an article; split it",
}
"""What to do about what `read_plain_file` refuses."""


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
    try:
        return read_plain_file(path, most_bytes=MAX_BYTES)
    except (OSError, ValueError) as error:
        raise LoadError(f"{show_path(path)}: {_reason(path, error)}") from error


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


def _reason(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return "a link to a file that does not exist; look where it points"
        return "no such file or folder; check the name"
    if isinstance(error, PermissionError):
        return "not permitted to read it; change its permissions (chmod +r) or copy it"
    told = told_by_system(error)
    advice = _ADVICE.get(error.errno or 0) if isinstance(error, OSError) else None
    return f"{told}{advice}" if advice else f"cannot be read ({told}); check the name"
