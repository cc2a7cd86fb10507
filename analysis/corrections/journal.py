"""Keep a reader's corrections: one file of JSON lines, to which lines are only ever added.

Nothing in it is changed or removed, by nobody: what is taken back is taken back by a line more. A
line is acknowledged once it is on the disk. Lines that cannot be understood stay where they are.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from analysis.corrections.changes import ONE_ARTICLE, Change, Correction
from analysis.corrections.history import History
from analysis.corrections.lines import Entry, NewerLineError, Turn, decode_entry, encode_entry
from analysis.corrections.locking import held
from analysis.corrections.where import journal_file
from analysis.errors import CodecError, told_by_system
from analysis.schema import Article

MOST_BYTES = 50_000_000
"""A file larger than this is none of ours."""

_OPENED_TO_ADD = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file of corrections holds."""

    entries: tuple[Entry, ...] = ()
    """In the file's order."""
    newer: tuple[int, ...] = ()
    """The numbers of lines that a newer version wrote; the first line is 1."""
    strange: tuple[int, ...] = ()
    """The numbers of lines that hold no correction, or half of one."""


def parse_lines(data: bytes) -> Contents:
    """Return what the lines of a file hold; blank ones count but hold nothing."""
    entries: list[Entry] = []
    newer: list[int] = []
    strange: list[int] = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            entries.append(decode_entry(line.decode("utf-8")))
        except NewerLineError:
            newer.append(number)
        except (CodecError, UnicodeDecodeError):
            strange.append(number)
    return Contents(tuple(entries), tuple(newer), tuple(strange))


class Journal:
    """The corrections of one reader, shared by all newsreaders that run.

    Args:
        folder: Where the file lies; made with the first correction.
        now: Gives the time; tests set the clock.
    """

    def __init__(self, folder: Path | str, *, now: Callable[[], datetime] | None = None) -> None:
        self.path = journal_file(folder)
        """Where the corrections are kept."""
        self.trouble: str | None = None
        """Why corrections hold for this session alone, in a sentence; None while all is well."""
        self.contents = Contents()
        """What the file held when it was read last."""
        self._now = now or (lambda: datetime.now(UTC))
        self._history = History()
        self._unwritten: list[Entry] = []
        self._seen: tuple[int, int, int] | None = None

    # -- what holds --------------------------------------------------------------------------

    @property
    def holding(self) -> tuple[Correction, ...]:
        """The corrections that hold, in the order in which they were made."""
        return self._history.holding

    @property
    def passed_over(self) -> str | None:
        """What could not be understood in the file, in a sentence; None while all could be."""
        reasons = {
            "by a newer version of newsreader": self.contents.newer,
            "damaged, or no correction": self.contents.strange,
        }
        told = [f"{_lines(numbers)} ({why})" for why, numbers in reasons.items() if numbers]
        if not told:
            return None
        return f"{self.path}: passed over {' and '.join(told)}. What stands there is kept."

    def refresh(self) -> bool:
        """Read the file if it changed; say whether other corrections may hold now."""
        try:
            status = self.path.stat()
            if not stat.S_ISREG(status.st_mode):
                raise OSError("not a file")  # a pipe would be waited for
            if _signature(status) == self._seen:
                return False
            with self.path.open("rb") as file, held(file.fileno(), to_write=False):
                self._read(file.fileno())
        except FileNotFoundError:
            is_news = self._seen is not None
            self._forget()
            return is_news
        except OSError as error:
            self._tell(error)
            return False
        return True

    # -- what is done ------------------------------------------------------------------------

    def add(self, change: Change, *, article: Article, everywhere: bool) -> Correction:
        """Make a correction and keep it.

        Args:
            change: What is corrected.
            article: The article it was made in.
            everywhere: Whether it holds wherever it fits; some changes hold for one article
                whatever is said here.

        Returns:
            The correction. It is on the disk, unless `trouble` says why it is not.
        """
        is_local = not everywhere or isinstance(change, ONE_ARTICLE)
        key = article.key if is_local else None
        correction = Correction(_new_id(), self._time(), change, key, article.title)
        self.keep([correction])
        return correction

    def undo(self) -> Correction | None:
        """Take the last correction that holds back, and return it; None if there is none."""
        self.refresh()
        last = self._history.last
        if last is not None:
            self.keep([Turn(_new_id(), self._time(), "undo", last.id)])
        return last

    def redo(self) -> Correction | None:
        """Let the correction taken back last hold again, and return it; None if there is none."""
        self.refresh()
        last = self._history.last_taken_back
        if last is not None:
            self.keep([Turn(_new_id(), self._time(), "redo", last.id)])
        return last

    def take_in(self, entries: Sequence[Entry]) -> list[Correction]:
        """Keep the corrections that hold in somebody else's entries and are not known here.

        Returns:
            Those that are new. What was decided here, taken back or not, stays decided.
        """
        self.refresh()
        theirs = History().taking(entries).holding
        new = [correction for correction in theirs if correction.id not in self._history.made]
        self.keep(new)
        return new

    def keep(self, entries: Sequence[Entry]) -> None:
        """Add entries to the file; where that fails they hold for this session, until it works."""
        self._unwritten += entries
        if not self._unwritten:
            return
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(self.path, _OPENED_TO_ADD, 0o600)
            try:
                with held(descriptor, to_write=True):
                    self._append(descriptor)
                    self._read(descriptor)
            finally:
                os.close(descriptor)
            self.trouble = None
        except OSError as error:
            self._tell(error)
            self._history = self._history.taking(entries)

    # -- the file ----------------------------------------------------------------------------

    def _append(self, descriptor: int) -> None:
        """Write what is not written yet, whole or not at all."""
        size = os.fstat(descriptor).st_size
        lines = "".join(f"{encode_entry(entry)}\n" for entry in self._unwritten)
        os.lseek(descriptor, max(0, size - 1), os.SEEK_SET)
        if os.read(descriptor, 1) not in (b"", b"\n"):
            lines = f"\n{lines}"  # what a dying writer left shall not spoil the line after it
        data = lines.encode("utf-8", "replace")
        try:
            while data:
                data = data[os.write(descriptor, data) :]
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, size)
            raise
        self._unwritten.clear()

    def _read(self, descriptor: int) -> None:
        """Read the whole file, and hold what it says and what could not be written to it."""
        seen = _signature(os.fstat(descriptor))
        os.lseek(descriptor, 0, os.SEEK_SET)
        with os.fdopen(os.dup(descriptor), "rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise OSError(f"larger than {MOST_BYTES} bytes")
        self.contents = parse_lines(data)
        self._history = History().taking([*self.contents.entries, *self._unwritten])
        self._seen = seen

    def _forget(self) -> None:
        """Hold what was not written alone: the file is gone."""
        self.contents = Contents()
        self._history = History().taking(self._unwritten)
        self._seen = None

    def _tell(self, error: OSError) -> None:
        self.trouble = (
            f"{self.path}: corrections cannot be kept there ({told_by_system(error)}); they hold "
            "until newsreader is left. Free some space, or let the file be yours to write."
        )

    def _time(self) -> str:
        return self._now().isoformat(timespec="seconds")


def _signature(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_ino, status.st_size, status.st_mtime_ns


def _new_id() -> str:
    return os.urandom(8).hex()


def _lines(numbers: tuple[int, ...]) -> str:
    return f"line {numbers[0]}" if len(numbers) == 1 else f"{len(numbers)} lines"
