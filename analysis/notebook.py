"""Keep what a reader makes while reading: quotes collected, and where each article was left.

One SQLite file, not a cache: what is acknowledged is on the disk, and nothing is ever deleted.
Corrections are kept elsewhere, in a file that can be sent (`analysis.corrections`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from analysis.database import Database, Layout
from analysis.errors import StoreError
from analysis.schema import Article, Quote, QuoteKind
from analysis.text import sanitise, sanitise_line

if TYPE_CHECKING:
    import sqlite3

    from analysis.quotation import Citation

FILE_NAME = "notebook.db"
"""The file in the folder a notebook is given."""

_LAYOUT = Layout(
    application=0x4E52_4E42,  # "NRNB"
    steps=(
        (
            """CREATE TABLE notes (
                number INTEGER PRIMARY KEY,
                quote TEXT NOT NULL UNIQUE,
                collected TEXT NOT NULL,
                dropped TEXT,
                citation TEXT NOT NULL
            )""",
            """CREATE TABLE places (
                article_key TEXT PRIMARY KEY,
                top INTEGER NOT NULL,
                left TEXT NOT NULL
            ) WITHOUT ROWID""",
        ),
    ),
    synchronous="FULL",
    what="collected quotes and places in articles",
    loss="reading goes on, but no quote can be collected",
)
_IS_NOTED = "SELECT 1 FROM notes WHERE quote = ? AND dropped IS NULL"
_COLLECT = """INSERT INTO notes (quote, collected, citation) VALUES (?, ?, ?)
    ON CONFLICT (quote) DO UPDATE SET dropped = NULL, citation = excluded.citation"""
_NOTES = "SELECT number, collected, citation FROM notes WHERE dropped IS NULL ORDER BY number"
_DROP = "UPDATE notes SET dropped = ? WHERE number = ?"
_LEAVE = """INSERT INTO places VALUES (?, ?, ?)
    ON CONFLICT (article_key) DO UPDATE SET top = excluded.top, left = excluded.left"""
_PLACE = "SELECT top FROM places WHERE article_key = ?"


@dataclass(frozen=True, slots=True)
class Note:
    """A quote the reader has collected."""

    number: int
    """Its own in the notebook; grows with time."""
    collected: str
    """When, as ISO 8601 in UTC."""
    citation: Citation
    """The words, who said them and where: all that is needed without the article."""


class Notebook:
    """What one reader has collected, shared by all newsreaders that run.

    Args:
        folder: Where the file lies; made at the first call.
        now: Gives the time; tests set the clock.
    """

    def __init__(self, folder: Path | str, *, now: Callable[[], datetime] | None = None) -> None:
        self._database = Database(Path(folder) / FILE_NAME, _LAYOUT)
        self._now = now or (lambda: datetime.now(UTC))

    @property
    def error(self) -> StoreError | None:
        """Why nothing is kept, in a sentence for the reader; None while all is well."""
        return self._database.error

    @property
    def notice(self) -> str | None:
        """What was set aside when the file was opened; None if nothing was."""
        return self._database.notice

    def collect(self, article: Article, quote: Quote, citation: Citation) -> bool | None:
        """Keep a quote, as it is cited now; one collected before or dropped is kept anew.

        Returns:
            Whether it is new among the notes; None where it could not be kept: see `error`.
        """
        where = f"{article.key}:{quote.span.start}-{quote.span.end}"
        line = json.dumps(asdict(citation), ensure_ascii=False)

        def write(file: sqlite3.Connection) -> bool:
            file.execute("BEGIN IMMEDIATE")
            is_noted = file.execute(_IS_NOTED, (where,)).fetchone() is not None
            file.execute(_COLLECT, (where, self._time(), line))
            file.execute("COMMIT")
            return not is_noted

        return self._database.run(write, None)

    def notes(self) -> tuple[Note, ...]:
        """Return the quotes collected and not dropped, oldest first; empty where none can be had.

        What another program has put there and is no quote is left out, and left alone.
        """
        rows: list[tuple[object, object, object]] = self._database.run(
            lambda file: file.execute(_NOTES).fetchall(), []
        )
        notes = (_read_note(*row) for row in rows)
        return tuple(note for note in notes if note is not None)

    def drop(self, note: Note) -> bool:
        """Take a quote out of the notes. Returns whether that is on the disk."""
        return self._mark(note, dropped=self._time())

    def restore(self, note: Note) -> bool:
        """Take back a drop. Returns whether that is on the disk."""
        return self._mark(note, dropped=None)

    def place(self, article_key: str) -> int:
        """Return the offset of the first character seen when an article was left, or 0."""
        row = self._database.run(lambda file: file.execute(_PLACE, (article_key,)).fetchone(), None)
        return row[0] if row and type(row[0]) is int and row[0] >= 0 else 0

    def leave(self, article_key: str, top: int) -> bool:
        """Remember where an article is left. Returns whether that is on the disk."""
        values = (article_key, top, self._time())
        return self._database.run(lambda file: _change(file, _LEAVE, values), False)

    def close(self) -> None:
        """Close the file; later calls keep and find nothing. Safe to call twice."""
        self._database.close()

    def _mark(self, note: Note, *, dropped: str | None) -> bool:
        return self._database.run(lambda file: _change(file, _DROP, (dropped, note.number)), False)

    def _time(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="seconds")


def _change(file: sqlite3.Connection, statement: str, values: tuple[object, ...]) -> bool:
    file.execute(statement, values)
    return True


def _read_note(number: object, collected: object, line: object) -> Note | None:
    try:
        if type(number) is not int or not isinstance(collected, str) or not isinstance(line, str):
            return None
        return Note(number, sanitise(collected), _decode_citation(json.loads(line)))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _decode_citation(data: dict[str, Any]) -> Citation:
    """Return the citation that `asdict` made a dict of, its texts fit to be shown.

    Raises:
        ValueError, TypeError, KeyError: It is no such dict.
    """
    from analysis.quotation.citation import Citation, safe_address  # not needed to open an article

    if data["kind"] not in get_args(QuoteKind) or not data["pieces"] or not all(data["pieces"]):
        raise ValueError("no quote")
    if not re.fullmatch(r"[A-Za-z0-9-]+", data["id"]):
        raise ValueError("no key")
    return Citation(
        pieces=tuple(tuple(map(_sanitise_words, pieces)) for pieces in data["pieces"]),
        kind=data["kind"],
        confidence=float(data["confidence"]),
        speaker=None if data["speaker"] is None else sanitise_line(data["speaker"]),
        title=sanitise_line(data["title"]),
        byline=sanitise_line(data["byline"]),
        source=sanitise_line(data["source"]),
        published=sanitise_line(data["published"]),
        url=safe_address(data["url"]),
        path=sanitise_line(data["path"]),
        first_paragraph=int(data["first_paragraph"]),
        last_paragraph=int(data["last_paragraph"]),
        id=data["id"],
    )


def _sanitise_words(words: str) -> str:
    """Return words as they are told, on one line, but for what a terminal would act on."""
    return sanitise(words).replace("\n", " ")
