"""A file that changes while it is read: how that is noticed, and where a place went. No Textual."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Stamp = tuple[int, int, int]
"""When a file was last written (nanoseconds), its size in bytes, and its number on the disk."""
_WORDS = 40
"""Characters by which a place is looked for among words that changed."""


def stamp_of(path: Path) -> Stamp | None:
    """Return a file's stamp; None where there is no such file, or it cannot be asked about."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def follow(before: str, after: str) -> Callable[[int], int]:
    """Return what tells where each offset of a text lies in a later version of it.

    An offset before the first change, or behind the last, keeps its words. One between them goes to
    where the words behind it stand now, or else to where the changes begin.
    """
    same = _common_start(before, after)
    shorter = min(len(before), len(after)) - same
    behind = min(_common_start(before[::-1], after[::-1]), shorter)

    def move(offset: int) -> int:
        if offset <= same:
            return offset
        if offset >= len(before) - behind:
            return offset + len(after) - len(before)
        words = before[offset : offset + _WORDS]
        found = after.find(words, max(0, same - _WORDS), len(after) - behind + _WORDS)
        return found if found >= 0 else same

    return move


def _common_start(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike, by halving: they may be long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
