"""The state shown: the open article, what is found in it, and what the reader corrected there."""

from __future__ import annotations

from textual import work

from analysis import corrections
from analysis.corrections.where import journal_file
from tui.finder import Finder
from tui.holding import Holding
from tui.reading import Reading
from tui.stage import NAME_PARTS, PARTS

READY_LENGTH = 100_000
"""From how many characters on an article is made searchable before a search is asked for: what is
shorter takes some milliseconds, and would only take memory."""


class Showing(Holding):
    """Gives each part of the screen what it is to show."""

    # -- showing the state -----------------------------------------------------------------

    def _show_current(self) -> None:
        """Show the open entry from its beginning, or where the reader left it."""
        self.place = None
        self.finder = Finder()
        self.show_entry(self.library.shelf.current)
        if self.reading is not None:
            shown = self.reading.showing_reported(self._shows_reported)
            self.library.set_reading(shown.showing_places(self._shows_places))
            self.library.mark_as_read()
            # After the paint: the process' start must not delay the first sight of the text.
            self.call_after_refresh(self.library.analyse_open)
        self._show_reading()
        self.show_articles(self.library.shelf)

    def _open(self, index: int) -> None:
        self.refresh_corrections()
        self.keep_place()
        self.library.open(index, leaving_at=self.view.first_visible_offset)
        self.close_search()
        self._show_current()
        self.library.analyse_neighbours()

    def keep_place(self) -> None:
        """Remember, for the next run, where the open article is left, if the reader has moved."""
        if self.reading is None:
            return  # not before there is a view, as when the program is ended amid its start
        top = self.view.first_visible_offset
        if top != self.library.shelf.current.top:
            self.notebook.leave(self.reading.article.key, top)

    def _show_reading(self) -> None:
        self._show_lists()
        self._show_marks()
        if self.reading is None or self.reading.analysis is None:
            return
        if len(self.reading.article.text) > READY_LENGTH:
            self._prepare_search(self.reading)
        if self.library.shelf.current.state != "ready":
            return  # in a part of the article, a correction may have nothing to correct
        for correction in self.reading.unused:
            what = corrections.describe(correction.change)
            self.tell_once(f"{what}: this finds nothing to correct here any more; it is kept")

    def _show_lists(self) -> None:
        self.show_lists(self.library.shelf.current, self._sort, by_speaker=self._groups_quotes)

    def _show_marks(self) -> None:
        self.show_marks(self.reading, self.finder.places, self.place)
        self._show_status()

    def _show_status(self) -> None:
        entity = self.entity_at_hand()
        self.show_status(
            self.library.shelf.current,
            self.finder.places,
            self.place,
            entity.id if entity else None,
        )

    def on_descendant_focus(self) -> None:
        """Tell of what is at hand in the pane that has the focus now."""
        self._show_status()

    # -- correcting ----------------------------------------------------------------------------

    def correct(
        self, change: corrections.Change, *, everywhere: bool = False, tells: bool = True
    ) -> bool:
        """Make a correction in the open article, keep it, show it and tell it.

        Args:
            change: What is corrected.
            everywhere: Whether it shall hold in every article where it fits.
            tells: Whether to say what was done.

        Returns:
            Whether anything was corrected; where the change fits nothing here, nothing is kept.
        """
        reading = self.reading
        if reading is None or not self.library.fits(change):
            return False
        self.journal.add(change, article=reading.article, everywhere=everywhere)
        self.show_corrections()
        if tells:
            self.say(corrections.describe(change))
        return True

    def refresh_corrections(self) -> None:
        """Take in what another newsreader has corrected meanwhile."""
        may_hold_any = "journal" in vars(self) or journal_file(self._folders.data).exists()
        if may_hold_any and self.journal.refresh():
            self.show_corrections()

    def show_corrections(self) -> None:
        """Lay the corrections that hold over what is shown; say what is wrong with their file."""
        for trouble in (self.journal.trouble, self.journal.passed_over):
            if trouble is not None:
                self.tell_once(trouble)
        before = self.reading
        self.library.take_corrections(self.journal.holding)
        after = self.reading
        if before is None or after is None or after.analysis is None:
            return
        if after.has_same_findings(before):
            return
        self.show_findings(before)

    def show_findings(self, before: Reading | None) -> None:
        """Show what is found in the open article now; each list stays where the reader has it."""
        tops = {name: self.part(name).top for name in PARTS}
        cursors = {
            name: self._follow_row(name, key, before)
            for name in PARTS
            if before is not None and (key := self.part(name).key_at_hand) is not None
        }
        self._show_reading()
        for name, top in tops.items():
            self.part(name).top = top
        for name, key in cursors.items():
            if key is not None:
                self.part(name).point_at(key)

    def _follow_row(self, part: str, key: int, before: Reading) -> int | None:
        """Return the key that a list's row has now, or None."""
        after = self.reading
        if after is None or after.analysis is None:
            return None
        if part in NAME_PARTS:
            return before.follow(key, after.analysis)
        quote = after.find_quote(before.quotes[key]) if key < len(before.quotes) else None
        return None if quote is None else after.quotes.index(quote)

    def _set_reading(self, reading: Reading) -> None:
        self.library.set_reading(reading)
        self._show_marks()

    @work(thread=True, exclusive=True, group="search", description="prepare search")
    def _prepare_search(self, reading: Reading) -> None:
        self.indexes.prepare(reading)
