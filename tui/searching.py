"""The commands of searching: open the line, follow what is typed, walk what was found."""

from __future__ import annotations

from textual import on

from tui.desk import Desk
from tui.finder import Finder
from tui.rows import hit_row
from tui.trail import Place
from tui.widgets.search_bar import SearchBar

MOST_HITS = 50
"""Hits listed; all of them are lit and walked."""


class Searching(Desk):
    """The search line and the places found."""

    def action_search(self) -> None:
        """Open the search line."""
        if self.reading is None:
            self.say("There is no text to search yet")
            return
        index = self.indexes.of(self.reading)
        self.finder = Finder(index, self.view.first_visible_offset, self.place)
        self._show_marks()
        self.search_bar.open()

    @on(SearchBar.QueryChanged)
    def _find(self, message: SearchBar.QueryChanged) -> None:
        self.finder = self.finder.finding(message.query)
        shown = self.finder.hits[:MOST_HITS]
        rows = tuple(hit_row(index, hit) for index, hit in enumerate(shown))
        self.search_bar.show_hits(rows, "no match" if message.query.strip() and not rows else "")
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
