"""The commands of searching: open the line, follow what is typed, walk what was found."""

from __future__ import annotations

from dataclasses import replace

from textual import on, work
from textual.timer import Timer
from textual.worker import get_current_worker

from tui.desk import Desk
from tui.finder import LONG, SHORT, Finder
from tui.reading import Reading
from tui.rows import hit_row
from tui.trail import Place
from tui.widgets.search_bar import SearchBar

PAUSE_SECONDS = 0.3
"""How long nothing must be typed before a longer article is looked through whole."""


class Searching(Desk):
    """The search line and the places found."""

    _query = ""
    """What is typed now."""
    _is_finding = False
    """Whether a thread searches a long article."""
    _until_pause: Timer | None = None
    """Runs while it is waited for more to be typed."""

    def action_search(self) -> None:
        """Open the search line."""
        reading = self.reading
        if reading is None:
            self.say("There is no text to search yet")
            return
        is_short = len(reading.article.text) <= LONG
        index = self.indexes.of(reading) if is_short else self.indexes.kept(reading)
        self.finder = Finder(index, self.view.first_visible_offset, self.place)
        self._query = ""
        self._show_marks()
        self.search_bar.open()
        if index is None:
            self._find_aside(reading, self.finder, "")
        else:
            self._prepare_search(reading)  # for typos, and done by the time a word is typed

    @on(SearchBar.QueryChanged)
    def _find(self, message: SearchBar.QueryChanged) -> None:
        self._query = message.query
        reading = self.reading
        if reading is not None and len(reading.article.text) > LONG:
            self._find_aside(reading, self.finder, message.query)
        else:
            self._take_found(self.finder.finding(message.query))

    def _find_aside(self, reading: Reading, finder: Finder, query: str) -> None:
        """Search a long article in a thread, one query at a time, so that keys go on."""
        self.search_bar.tell("searching…" if finder.index else "getting ready…")
        if not self._is_finding:
            self._is_finding = True
            self._find_in_thread(reading, finder, query)

    @work(thread=True, group="finding", description="find in thread")
    def _find_in_thread(self, reading: Reading, finder: Finder, query: str) -> None:
        if finder.index is None:
            finder = replace(finder, index=self.indexes.prepare(reading))
        self.call_later(self._end_finding, finder.finding(query), query)

    def _end_finding(self, found: Finder, query: str) -> None:
        """Take what a thread found, unless something else is searched for by now."""
        self._is_finding = False
        reading = self.reading
        if reading is None or not self.search_bar.display:
            return
        if self.finder.index is None and self.indexes.kept(reading) is found.index:
            self.finder = replace(self.finder, index=found.index)
        if query != self._query or self.finder.index is not found.index:
            self._find_aside(reading, self.finder, self._query)
        else:
            self._take_found(replace(found, top=self.finder.top, place=self.finder.place))

    def _take_found(self, found: Finder) -> None:
        """List the hits and show the best."""
        is_short = self.reading is not None and len(self.reading.article.text) <= SHORT
        self.finder = found.completed() if is_short else found
        rows = tuple(hit_row(index, hit) for index, hit in enumerate(found.hits))
        self.search_bar.show_hits(rows, "no match" if self._query.strip() and not rows else "")
        self._preview()
        self._give_up_completing()
        if not self.finder.is_whole:
            self._until_pause = self.set_timer(PAUSE_SECONDS, self._complete)

    def _give_up_completing(self) -> None:
        if self._until_pause is not None:
            self._until_pause.stop()
        self.workers.cancel_group(self, "completing")

    @work(thread=True, group="completing")
    def _complete(self) -> None:
        """Find all that matches, not only the hits listed."""
        worker = get_current_worker()
        whole = self.finder.completed(lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.call_later(self._take_completed, whole)

    def _take_completed(self, whole: Finder) -> None:
        """Light all that matches, unless something else is searched for by now."""
        if self.finder.hits is not whole.hits or self.finder.is_whole:
            return
        self.finder = replace(self.finder, everywhere=whole.everywhere)
        self.finder = self.finder.pointing(self.finder.pointed)
        if self.search_bar.display:
            self._light()
        else:
            self._show_marks()

    @on(SearchBar.Pointed)
    def _point(self, message: SearchBar.Pointed) -> None:
        self.finder = self.finder.pointing(message.index)
        self._preview()

    def _preview(self) -> None:
        """Show the hit under the cursor without leaving the place the search began at."""
        target = self.finder.target
        self._light()
        self.view.show_place(target)
        if target is not None:
            self.view.reveal(target)
        else:
            self.view.scroll_to_offset(self.finder.top)

    def _light(self) -> None:
        """Light what matches as surely as the hit under the cursor, and tell how often it does."""
        self.view.show_hits(self.finder.places)
        if self.finder.hits:
            more = "" if self.finder.is_whole else "+"
            self.search_bar.tell(f"{len(self.finder.places)}{more} in the text")

    @on(SearchBar.Chosen)
    def _take_hit(self, message: SearchBar.Chosen) -> None:
        self.finder = self.finder.pointing(message.index)
        target = self.finder.target
        self.close_search()
        if target is not None:
            self.trail = self.trail.jump_from(
                Place(self.library.shelf.index, self.place.start if self.place else self.finder.top)
            )
            self._go(target)

    @on(SearchBar.GivenUp)
    def _return_from_search(self) -> None:
        self._give_up_completing()
        top, self.place = self.finder.top, self.finder.place
        self.finder = Finder()
        self.close_search()
        self._show_marks()
        self.view.scroll_to_offset(top)

    def action_step_hit(self, direction: int) -> None:
        """Go to the next or previous place that the search found."""
        self._step(self.finder.places, direction, "Nothing is searched for: / begins")
