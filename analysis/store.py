"""Keep analyses between runs, in one SQLite file. A cache: it may miss, it never fails a reader.

Whatever goes wrong is a miss, told once in `Store.error`; nothing found on disk is ever deleted,
only set aside.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from analysis.codec import decode_analysis, encode_analysis
from analysis.errors import CodecError, StoreError
from analysis.schema import Analysis, Article

if TYPE_CHECKING:
    import sqlite3

_Outcome = TypeVar("_Outcome")

FILE_NAME = "analyses.db"
"""The file in the folder a store is given."""
MAX_ANALYSES = 5_000
"""Analyses kept; beyond it those unused longest are dropped."""
MAX_BYTES = 200_000_000
"""Characters of analyses kept, all together; beyond it those unused longest are dropped."""

_APPLICATION = 0x4E52_4452  # "NRDR": tells our file from another program's
_VERSION = 1
_BUSY_SECONDS = 2.0
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

    The file is opened at the first call, not before. A file that is damaged, or not ours, or of
    another version, is renamed (`analyses.db.aside-1`) and a new one begun. Where the folder
    cannot be written, or the disk is full, `error` says so and every call is a miss.

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
        self.path = Path(folder) / FILE_NAME
        """Where the analyses are kept."""
        self.fingerprint = fingerprint
        """The fingerprint whose analyses are found."""
        self.error: StoreError | None = None
        """Why nothing is kept, in a sentence for the reader; None while all is well."""
        self._max_analyses = max_analyses
        self._max_bytes = max_bytes
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._inode = 0
        self._is_closed = False

    def get(self, article: Article) -> Analysis | None:
        """Return the stored analysis of an article.

        Returns:
            None where there is none of this fingerprint, or what is stored cannot be used.
        """
        line = self._run(lambda connection: self._read(connection, article.key), None)
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
        return self._run(lambda connection: self._write(connection, key, line), False)

    def close(self) -> None:
        """Close the file; later calls miss. Safe to call twice."""
        with self._lock:
            self._is_closed = True
            self._disconnect()

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
        connection.execute(_DROP, (self._max_analyses, self._max_bytes))
        connection.execute("COMMIT")
        return True

    def _run(
        self, action: Callable[[sqlite3.Connection], _Outcome], otherwise: _Outcome
    ) -> _Outcome:
        """Do something with the open file; set a damaged one aside and try once more."""
        import sqlite3

        with self._lock:
            for _ in range(2):
                if self._is_closed or self.error:
                    return otherwise
                try:
                    self._connection = self._connection or self._connect()
                    self._roll_back()  # what an interrupted call may have left
                    return action(self._connection)
                except UnicodeError:
                    return otherwise
                except sqlite3.DatabaseError as error:
                    # The low byte is the primary code, whatever the extended one tells.
                    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
                    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                        return otherwise  # another process writes: the next call may not miss
                    if code in _damage():
                        self._disconnect()
                        self._set_aside()
                    else:
                        self._give_up(error)
                except OSError as error:
                    self._give_up(error)
        return otherwise

    def _connect(self) -> sqlite3.Connection:
        import sqlite3

        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = sqlite3.connect(
            self.path,
            timeout=_BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,  # guarded by our own lock
        )
        try:
            self._inode = self.path.stat().st_ino
            connection.execute("PRAGMA trusted_schema = OFF")
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _roll_back(self) -> None:
        if self._connection and self._connection.in_transaction:
            self._connection.rollback()

    def _disconnect(self) -> None:
        if self._connection:
            self._connection.close()
            self._connection = None

    def _give_up(self, error: Exception) -> None:
        import sqlite3

        with suppress(sqlite3.Error):
            self._disconnect()
        self._connection = None
        self.error = StoreError(
            f"{self.path.parent}: analyses cannot be kept here ({error}); reading goes on, and "
            "every article is analysed anew. Free some space, or choose a folder you may write to."
        )

    def _set_aside(self) -> None:
        """Rename the file and its companions to the first free name."""
        try:
            # Another process may have set it aside, and begun a new one, a moment ago.
            if self.path.stat().st_ino != self._inode:
                return
            number = 1
            while (aside := Path(f"{self.path}.aside-{number}")).exists():
                number += 1
            for suffix in ("", "-wal", "-shm"):
                if Path(f"{self.path}{suffix}").exists():
                    Path(f"{self.path}{suffix}").replace(f"{aside}{suffix}")
        except FileNotFoundError:
            return
        except OSError as error:
            self._give_up(error)


def _prepare(connection: sqlite3.Connection) -> None:
    """Make a new file ours, and make sure that an old one is.

    Raises:
        sqlite3.DatabaseError: It is no database, or another program's or version's.
    """
    import sqlite3

    mark = _mark_of(connection)
    if mark != (_APPLICATION, _VERSION):
        connection.execute("BEGIN IMMEDIATE")
        mark = _mark_of(connection)  # again: another process may have been quicker
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if mark == (0, 0) and not tables:
            for statement in _TABLES:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {_VERSION}")
            mark = (_APPLICATION, _VERSION)
        connection.execute("COMMIT")
    if mark != (_APPLICATION, _VERSION):
        raise sqlite3.DatabaseError("another program's file, or another version's")
    # Where the mode cannot be changed now (another process is at work) the old one serves.
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def _mark_of(connection: sqlite3.Connection) -> tuple[int, int]:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    return application, version


def _damage() -> tuple[int, ...]:
    """Return the codes of a file that is broken, or not ours; the others tell of the disk."""
    import sqlite3

    return sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR
