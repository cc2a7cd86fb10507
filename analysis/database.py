"""One SQLite file of ours: opened when it is first needed, checked, brought up to date, set aside.

Shared by threads (a lock) and by processes (SQLite's own). Knows no analysis and no article.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from analysis.errors import StoreError, told_by_system

if TYPE_CHECKING:
    import sqlite3

_Outcome = TypeVar("_Outcome")

BUSY_SECONDS = 2.0
"""How long a call waits for another process that writes."""
RETRY_SECONDS = 10.0
"""After how long a file that could not be had is tried again: some space may have been freed."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a file holds, and how an older one becomes such a file."""

    application: int
    """SQLite's `application_id`: tells our file from another program's."""
    steps: tuple[tuple[str, ...], ...]
    """`steps[n]` makes a file of version n one of version n + 1; version 0 is an empty file."""
    synchronous: Literal["NORMAL", "FULL"]
    """FULL: what is acknowledged survives a power cut, and the file is checked when opened."""
    loss: str
    """What goes on without the file, for a reader: "X cannot be kept here (...); {loss}"."""
    what: str
    """What is kept, for a reader: "analyses"."""

    @property
    def version(self) -> int:
        """The version of a file that is up to date."""
        return len(self.steps)


class Database:
    """A file of some layout.

    A file that is damaged, or not ours, or of a newer version, is renamed (`NAME.aside-1`) and a
    new one begun; of an older one a copy is kept (`NAME.before-2`) before it is brought up to
    date. Nothing found on disk is ever deleted.

    Args:
        path: The file; it and its folder are made at the first call.
        layout: What it holds.
    """

    def __init__(self, path: Path, layout: Layout) -> None:
        self.path = path
        """Where the file lies."""
        self.layout = layout
        """What it holds."""
        self.error: StoreError | None = None
        """Why nothing is kept, in a sentence for the reader; None while all is well. A file that
        may only be read is read all the same."""
        self.notice: str | None = None
        """What was set aside, in a sentence for the reader; None if nothing was."""
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._inode = 0
        self._is_closed = False
        self._gave_up = 0.0

    def run(
        self, action: Callable[[sqlite3.Connection], _Outcome], otherwise: _Outcome
    ) -> _Outcome:
        """Do something with the open file; set a damaged one aside and try once more.

        Args:
            action: What to do. It is undone as a whole where it fails half-way in a transaction.
            otherwise: What to return where it cannot be done: `error` says why, or the file is
                closed, or another process holds it at the moment.
        """
        import sqlite3

        with self._lock:
            for _ in range(2):
                if self._is_closed or self._is_given_up:
                    return otherwise
                try:
                    if self._connection is not None and not self._is_in_place():
                        self._disconnect()
                    if self._connection is None:
                        self._connection = self._connect()
                        self.error = None
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
                    elif code == sqlite3.SQLITE_READONLY and self._connection is not None:
                        self.error = self._trouble(error)
                        return otherwise
                    else:
                        self._give_up(error)
                except OSError as error:
                    self._give_up(error)
        return otherwise

    def close(self) -> None:
        """Close the file; later calls do nothing. Safe to call twice."""
        with self._lock:
            self._is_closed = True
            self._disconnect()

    def _connect(self) -> sqlite3.Connection:
        import sqlite3

        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}{self._how_to_open()}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,  # guarded by our own lock
        )
        try:
            self._inode = self.path.stat().st_ino
            connection.execute("PRAGMA trusted_schema = OFF")
            self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _is_in_place(self) -> bool:
        """Say whether the open file is the one at its path: in one that was deleted or replaced
        meanwhile, all that is written would be lost without a word.
        """
        try:
            return self.path.stat().st_ino == self._inode
        except OSError:
            return False

    def _how_to_open(self) -> str:
        """Return what SQLite must be told of a file in a folder that may only be read."""
        if os.access(self.path.parent, os.W_OK) or not self.path.exists():
            return ""
        # It would make a log there even to read, unless it is told that nobody writes the file.
        return "?mode=ro" if Path(f"{self.path}-wal").exists() else "?mode=ro&immutable=1"

    def _prepare(self, connection: sqlite3.Connection) -> None:
        """Make a new file ours, bring an old one up to date, and make sure that it is whole.

        Raises:
            sqlite3.DatabaseError: It is no database, or damaged, another program's, or newer.
        """
        import sqlite3

        wanted = (self.layout.application, self.layout.version)
        if _mark_of(connection) != wanted:
            connection.execute("BEGIN IMMEDIATE")
            self._keep_a_copy(connection)
            application, version = _mark_of(connection)  # another process may have been quicker
            if _is_empty(connection) or application == self.layout.application:
                for step in self.layout.steps[version:]:
                    for statement in step:
                        connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {self.layout.application}")
                connection.execute(f"PRAGMA user_version = {max(version, self.layout.version)}")
            connection.execute("COMMIT")
        if _mark_of(connection) != wanted:
            raise sqlite3.DatabaseError("another program's file, or a newer version's")
        is_checked = self.layout.synchronous == "FULL"
        if is_checked and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the file is damaged")
        # Where the mode cannot be changed now (another process is at work) the old one serves.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {self.layout.synchronous}")

    def _keep_a_copy(self, connection: sqlite3.Connection) -> None:
        """Keep a copy of an older file of ours, as it is before it is brought up to date.

        The file is held meanwhile, so that no other process changes it or keeps a copy, too.
        """
        import sqlite3

        application, version = _mark_of(connection)
        is_older = application == self.layout.application and version < self.layout.version
        copy = Path(f"{self.path}.before-{self.layout.version}")
        if not is_older or copy.exists():
            return
        unfinished = copy.with_name(f"{copy.name}.part")
        unfinished.unlink(missing_ok=True)
        # SQLite copies from no connection that is about to write.
        with (
            closing(sqlite3.connect(self.path)) as source,
            closing(sqlite3.connect(unfinished)) as to,
        ):
            source.backup(to)
        unfinished.replace(copy)

    def _roll_back(self) -> None:
        if self._connection and self._connection.in_transaction:
            self._connection.rollback()

    def _disconnect(self) -> None:
        if self._connection:
            self._connection.close()
            self._connection = None

    @property
    def _is_given_up(self) -> bool:
        is_early = time.monotonic() < self._gave_up + RETRY_SECONDS
        return self.error is not None and self._connection is None and is_early

    def _give_up(self, error: Exception) -> None:
        import sqlite3

        with suppress(sqlite3.Error):
            self._disconnect()
        self._connection = None
        self._gave_up = time.monotonic()
        self.error = self._trouble(error)

    def _trouble(self, error: Exception) -> StoreError:
        return StoreError(
            f"{self.path.parent}: {self.layout.what} cannot be kept here "
            f"({told_by_system(error)}); {self.layout.loss}. "
            "Free some space, or choose a folder you may write to."
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
            # The file last: its log, left beside a new file, would be taken for the new one's.
            for suffix in ("-wal", "-shm", ""):
                if Path(f"{self.path}{suffix}").exists():
                    Path(f"{self.path}{suffix}").replace(f"{aside}{suffix}")
        except FileNotFoundError:
            return
        except OSError as error:
            self._give_up(error)
        else:
            self.notice = (
                f"{self.path} is damaged, or of a newer newsreader: it is kept as {aside.name}, "
                "and a new one begun"
            )


def _mark_of(connection: sqlite3.Connection) -> tuple[int, int]:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    return application, version


def _is_empty(connection: sqlite3.Connection) -> bool:
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return not tables and _mark_of(connection) == (0, 0)


def _damage() -> tuple[int, ...]:
    """Return the codes of a file that is broken, or not ours; the others tell of the disk."""
    import sqlite3

    return sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR
