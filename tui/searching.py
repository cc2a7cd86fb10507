"""The commands of searching: open the line, follow what is typed, walk what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work

from tui import screens
from tui.desk import Desk
from tui.finder import LONG, Finder, Indexes
from tui.reading import Reading
from tui.rows import Row, found_rows, hit_row
from tui.trail import Place
from tui.widgets.search_bar import SearchBar

if TYPE_CHECKING:
    from analysis.search import Found

MOST_HITS = 50
"""Hits listed; all of them are lit and walked."""
INDEXES_OF_ALL = 2_000
"""Articles whose index is kept for the search in all of them."""


class Searching(Desk):
    """The search line and the places found; the search in all articles."""

    _indexes_of_all: Indexes | None = None

    _query = ""
    """What is typed now."""
    _is_finding = False
    """Whether a thread searches a long article."""

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

    @work(thread=True, group="finding")
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
        self.finder = found
        shown = found.hits[:MOST_HITS]
        rows = tuple(hit_row(index, hit) for index, hit in enumerate(shown))
        self.search_bar.show_hits(rows, "no match" if self._query.strip() and not rows else "")
        self._preview()

    @on(SearchBar.Pointed)
    def _point(self, message: SearchBar.Pointed) -> None:
        self.finder = self.finder.pointing(message.index)
        self._preview()

    def _preview(self) -> None:
        """Show the hit under the cursor without leaving the place the search began at."""
        target = self.finder.target
        self.view.show_hits(self.finder.places)
        self.view.show_place(target)
        if target is not None:
            self.view.reveal(target)
            self.search_bar.tell(f"{len(self.finder.places)} in the text")
        else:
            self.view.scroll_to_offset(self.finder.top)

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
        top, self.place = self.finder.top, self.finder.place
        self.finder = Finder()
        self.close_search()
        self._show_marks()
        self.view.scroll_to_offset(top)

    def action_step_hit(self, direction: int) -> None:
        """Go to the next or previous place that the search found."""
        self._step(self.finder.places, direction, "Nothing is searched for: / begins")

    @work
    async def action_search_all(self) -> None:
        """Search all open articles, and go where the reader wants to."""
        entries = self.library.shelf.entries
        read = [entry.reading for entry in entries if entry.reading is not None]
        if not read:
            self.say("There is no text to search yet")
            return
        self.library.analyse_all()
        named = self.entity_at_hand()
        unknown = sum(reading.analysis is None for reading in read)
        page = screens.SearchAll(
            named.name if named else "",
            self._find_in_all,
            articles=len(read),
            unknown=unknown,
        )
        chosen = await self.app.push_screen_wait(page)
        if chosen is not None:
            self._go_to_found(page.query_now, page.found[chosen])

    def _find_in_all(
        self, query: str, is_given_up: Callable[[], bool]
    ) -> tuple[Sequence[Found], Sequence[Row]]:
        """Search every article that is loaded; in a thread, until nobody waits any more."""
        from analysis.search import find_in_each, rank_articles

        if self._indexes_of_all is None:
            self._indexes_of_all = Indexes(INDEXES_OF_ALL)
        indexes, entries = self._indexes_of_all, self.library.shelf.entries
        read = ((number, entry.reading) for number, entry in enumerate(entries) if entry.reading)
        by_article = []
        for found in find_in_each(((number, indexes.of(one)) for number, one in read), query):
            if is_given_up():
                return (), ()
            by_article.append(found)
        ranked = rank_articles(by_article)
        return ranked, found_rows(ranked, entries)

    def _go_to_found(self, query: str, found: Found) -> None:
        """Open the article of a hit there, with everything lit that its search finds."""
        self.trail = self.trail.jump_from(self._standing())
        if found.article != self.library.shelf.index:
            self._open(found.article)
        if self.reading is None:
            return
        finder = Finder(self.indexes.of(self.reading)).finding(query)
        same = [at for at, hit in enumerate(finder.hits) if hit.places == found.hit.places]
        self.finder = finder.pointing(same[0] if same else 0)
        self._show_marks()
        if self.finder.target is not None:
            self._go(self.finder.target)
