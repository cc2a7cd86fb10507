"""The command that reads a file again, and the quiet look whether it changed on the disk."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from analysis.errors import LoadError
from analysis.load import load_article
from analysis.schema import Analysis, Article, Span
from tui.desk import Desk
from tui.shelf import Entry, FileChange
from tui.status import counted
from tui.versions import Stamp, follow, stamp_of

LOOK_SECONDS = 3.0
"""How often the open article's file is looked at."""


class Rereading(Desk):
    """Reads an article's file again; until then what was read stays on the screen."""

    _is_looking = False
    """Whether a thread asks for the file's state: a disk far away may answer late."""

    @dataclass
    class FileChanged(Message):
        """The file of an article is not, or no longer, as it was read."""

        entry: Entry
        """The article."""
        change: FileChange | None
        """What became of its file; None where it is as it was."""

    @dataclass
    class ReadAgain(Message):
        """A file was read again."""

        index: int
        """Its entry."""
        article: Article
        """What it holds now."""
        analysis: Analysis | None
        """What an earlier run found in it, if it is still good."""
        stamp: Stamp | None
        """The file's, from just before it was read."""

    @dataclass
    class NotReadAgain(Message):
        """A file cannot be read now."""

        sentence: str
        """Why, and what to do."""

    def watch_files(self) -> None:
        """Look at the open article's file every few seconds from now on."""
        self.set_interval(LOOK_SECONDS, self.look_at_file)

    def look_at_file(self) -> None:
        """Look, in a thread, whether the open article's file changed."""
        entry = self.library.shelf.current
        if entry.stamp is not None and not self._is_looking:
            self._is_looking = True
            self._look_at(entry)

    @work(thread=True, group="looking", description="look at")
    def _look_at(self, entry: Entry) -> None:
        stamp = stamp_of(entry.path)
        self._is_looking = False
        change: FileChange | None = "changed"
        if stamp is None or stamp == entry.stamp:
            change = "gone" if stamp is None else None
        if change != entry.file_change:
            self.post_message(self.FileChanged(entry, change))

    @on(FileChanged)
    def _take_file_change(self, message: FileChanged) -> None:
        current = self.library.shelf.current
        if (current.path, current.stamp) == (message.entry.path, message.entry.stamp):
            self.library.take_file_change(message.change)
            self._show_status()

    def action_read_again(self) -> None:
        """Read the open article's file again."""
        entry = self.library.shelf.current
        if entry.given is not None:
            self.say("It was piped in: there is no file to read again")
        else:
            self._read_again(self.library.shelf.index, entry)

    @work(thread=True, exclusive=True, group="reading again", description="read again")
    def _read_again(self, index: int, entry: Entry) -> None:
        stamp = stamp_of(entry.path)
        try:
            article = load_article(entry.path)
        except LoadError as error:
            self.post_message(self.NotReadAgain(str(error)))
        else:
            analysis = self.store.get(article)
            self.post_message(self.ReadAgain(index, article, analysis, stamp))

    @on(NotReadAgain)
    def _tell_not_read(self, message: NotReadAgain) -> None:
        self.notify(message.sentence, severity="warning", markup=False)
        self.look_at_file()

    @on(ReadAgain)
    def _take_again(self, message: ReadAgain) -> None:
        index, article = message.index, message.article
        entry = self.library.shelf.entries[index]
        before = entry.reading.article if entry.reading else None
        if article == before:
            self.library.take_stamp(index, message.stamp)
            self._show_status()
            self.say("Read again: not a word has changed")
            return
        is_open = index == self.library.shelf.index
        move = follow(before.text if before else "", article.text)
        top, place = entry.top, self.place
        if is_open and before is not None:
            self.keep_place()
            top = self.view.first_visible_offset
        self.trail = self.trail.moving(index, move)
        self.library.take_article(
            index, article, message.analysis, top=move(top), stamp=message.stamp
        )
        if is_open:
            self.close_search()
            self._show_current()
            if place is not None:
                self.place = Span(move(place.start), max(move(place.start), move(place.end)))
                self._show_marks()
        else:
            self.show_articles(self.library.shelf)
        kept = sum(before is not None and c.article == before.key for c in self.library.corrections)
        held = f"; {counted(kept, 'correction', 'corrections')} held for its words as they were"
        self.say(f"Read again{held if kept else ''}")
