"""The open articles, in their order, and how far each one is. Immutable; knows no screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from analysis.schema import Article
from analysis.text import sanitise_line

if TYPE_CHECKING:
    from tui.reading import Reading
    from tui.versions import Stamp

State = Literal["waiting", "loaded", "analysing", "ready", "failed"]
FileChange = Literal["changed", "gone"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the list."""

    path: Path
    """The file it comes from."""
    given: Article | None = None
    """The article, where it comes from no file: `path` is then only what it is called."""
    state: State = "waiting"
    """`waiting` to be loaded, `loaded`, `analysing`, `ready` with its analysis, or `failed`."""
    reading: Reading | None = None
    """The article; None until it is loaded, and where it cannot be."""
    share: float = 0.0
    """How much of it is read while it is `analysing`, 0 to 1."""
    problem: str | None = None
    """Why it failed, for the reader."""
    top: int = 0
    """The offset of the first character shown when the reader left it."""
    is_read: bool = False
    """Whether the reader has opened it."""
    stamp: Stamp | None = None
    """The file's when it was read; None where the article comes from no file."""
    file_change: FileChange | None = None
    """What became of the file since; None while it is as it was read."""

    @property
    def title(self) -> str:
        """The article's title, or the file's name until that is known."""
        return self.reading.article.title if self.reading else self.file_name

    @property
    def file_name(self) -> str:
        """The file's name as it can be shown: it may hold anything, an escape too."""
        return sanitise_line(self.path.name)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All entries, and which one is open."""

    entries: tuple[Entry, ...]
    """In the order in which they are listed; at least one."""
    index: int = 0
    """The open one."""

    @classmethod
    def of(cls, paths: Iterable[Path]) -> Shelf:
        """Return a shelf with a waiting entry for each path, the first one open."""
        return cls(tuple(Entry(path) for path in paths))

    @property
    def current(self) -> Entry:
        """The open entry."""
        return self.entries[self.index]

    def opening(self, index: int) -> Shelf:
        """Return the shelf with another entry open."""
        return replace(self, index=index)

    def changing(self, index: int, **changes: Any) -> Shelf:
        """Return the shelf with fields of one entry replaced."""
        entry = replace(self.entries[index], **changes)
        return replace(self, entries=(*self.entries[:index], entry, *self.entries[index + 1 :]))

    def with_key(self, key: str) -> list[int]:
        """Return the entries whose article has this key; the same text may lie in two files."""
        return [
            index
            for index, entry in enumerate(self.entries)
            if entry.reading is not None and entry.reading.article.key == key
        ]

    def neighbours(self, distance: int = 2) -> list[int]:
        """Return the entries around the open one, nearest first, following before preceding."""
        around = [self.index + sign * step for step in range(1, distance + 1) for sign in (1, -1)]
        return [index for index in around if 0 <= index < len(self.entries)]
