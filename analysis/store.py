"""Keep analyses between runs, in one SQLite file. A cache: it may miss, it never fails a reader.

Whatever goes wrong is a miss, told once in `Store.error`; nothing found on disk is ever deleted,
only set aside.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from analysis.codec import decode_analysis, encode_analysis
from analysis.database import Database, Layout
from analysis.errors import CodecError, StoreError
from analysis.schema import Analysis, Article

if TYPE_CHECKING:
    import sqlite3

FILE_NAME = "analyses.db"
"""The file in the folder a store is given."""
MAX_ANALYSES = 50_000
"""Analyses kept; beyond it those unused longest are dropped."""
MAX_BYTES = 500_000_000
"""Characters of analyses kept, all together; beyond it those unused longest are dropped."""
DROPPED_AT_ONCE = 0.02
"""How much more than that, in parts of it, may be kept for a while. To look for what to drop takes
longer the more there is: done at each `put`, it would cost a large store more than all the rest."""

_TABLES = (
    """CREATE TABLE analyses (
        article_key TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        size INTEGER NOT NULL,
        used INTEGER NOT NULL,
        analysis TEXT NOT NULL,
        PRIMARY KEY (article_key, fingerprint)
    )""",
    # Covers what dropping asks for, so that no analysis is read only to count its size.
    "CREATE INDEX analyses_by_use ON analyses (used, size)",
)
_LAYOUT = Layout(
    application=0x4E52_4452,  # "NRDR"
    steps=(_TABLES,),
    synchronous="NORMAL",
    what="analyses",
    loss="reading goes on, and every article is analysed anew",
)
_GET = "SELECT analysis, used FROM analyses WHERE article_key = ? AND fingerprint = ?"
_NEWEST = "SELECT coalesce(max(used), 0) FROM analyses"
_TOUCH = f"UPDATE analyses SET used = ({_NEWEST}) + 1 WHERE article_key = ? AND fingerprint = ?"  # noqa: S608
_PUT = f"INSERT OR REPLACE INTO analyses VALUES (?, ?, ?, ({_NEWEST}) + 1, ?)"  # noqa: S608
_DROP = """DELETE FROM analyses WHERE rowid IN (
    SELECT rowid FROM (
        SELECT rowid, row_number() OVER newest AS place, sum(size) OVER newest AS total
        FROM analyses WINDOW newest AS (ORDER BY used DESC)
    ) WHERE place > ? OR total > ?
)"""


class Store:
    """Analyses by article and fingerprint, shared by threads and by processes.

    The file is opened at the first call, not before (see `Database`). Where the folder cannot be
    written, or the disk is full, `error` says so and every call is a miss.

    Args:
        folder: Where the file lies; made if it is missing.
        fingerprint: What makes analyses now; those of another fingerprint are not found.
        max_analyses: How many are kept.
        max_bytes: How many characters of them are kept.
    """

    def __init__(
        self,
        folder: Path | str,
        *,
        fingerprint: str,
        max_analyses: int = MAX_ANALYSES,
        max_bytes: int = MAX_BYTES,
    ) -> None:
        self.fingerprint = fingerprint
        """The fingerprint whose analyses are found."""
        self.database = Database(Path(folder) / FILE_NAME, _LAYOUT)
        """Where the analyses are kept."""
        self._max_analyses = max_analyses
        self._max_bytes = max_bytes
        self._analyses_since_drop = max_analyses  # so that the first `put` looks what to drop
        self._bytes_since_drop = 0

    @property
    def error(self) -> StoreError | None:
        """Why nothing is kept, in a sentence for the reader; None while all is well."""
        return self.database.error

    def get(self, article: Article) -> Analysis | None:
        """Return the stored analysis of an article.

        Returns:
            None where there is none of this fingerprint, or what is stored cannot be used.
        """
        line = self.database.run(lambda connection: self._read(connection, article.key), None)
        if line is None:
            return None
        try:
            return decode_analysis(line, article)
        except CodecError:
            return None

    def put(self, analysis: Analysis) -> bool:
        """Keep an analysis under its own article and fingerprint, replacing an earlier one.

        Returns:
            Whether it is kept now; `error` says why not, unless it is too large or another
            program holds the file at the moment.
        """
        line = encode_analysis(analysis)
        if len(line) > self._max_bytes:
            return False
        key = (analysis.article_key, analysis.fingerprint)
        return self.database.run(lambda connection: self._write(connection, key, line), False)

    def close(self) -> None:
        """Close the file; later calls miss. Safe to call twice."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _read(self, connection: sqlite3.Connection, article_key: str) -> str | None:
        import sqlite3

        key = (article_key, self.fingerprint)
        row = connection.execute(_GET, key).fetchone()
        if row is None or not isinstance(row[0], str):
            return None
        if row[1] != connection.execute(_NEWEST).fetchone()[0]:
            # A file one may only read, or one that is busy, still answers.
            with suppress(sqlite3.OperationalError):
                connection.execute(_TOUCH, key)
        return row[0]

    def _write(self, connection: sqlite3.Connection, key: tuple[str, str], line: str) -> bool:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_PUT, (*key, len(line), line))
        self._analyses_since_drop += 1
        self._bytes_since_drop += len(line)
        if (
            self._analyses_since_drop > DROPPED_AT_ONCE * self._max_analyses
            or self._bytes_since_drop > DROPPED_AT_ONCE * self._max_bytes
        ):
            connection.execute(_DROP, (self._max_analyses, self._max_bytes))
            self._analyses_since_drop = self._bytes_since_drop = 0
        connection.execute("COMMIT")
        return True
