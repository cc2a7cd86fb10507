"""The command that searches all open articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from textual import work

from tui import screens
from tui.desk import Desk
from tui.finder import Finder, Indexes
from tui.rows import found_rows

if TYPE_CHECKING:
    from analysis.search import Found

MOST_INDEXES = 2_000
"""Articles whose index is kept; more are built anew at each key."""


class SearchingAll(Desk):
    """Finds the one at hand, or what is typed, in every article that is loaded."""

    @cached_property
    def _indexes_of_all(self) -> Indexes:
        return Indexes(MOST_INDEXES)

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
            lambda found: found_rows(found, self.library.shelf.entries),
            articles=len(read),
            unknown=unknown,
        )
        chosen = await self.app.push_screen_wait(page)
        if chosen is not None:
            self._go_to_found(page.query_now, chosen)

    def _find_in_all(self, query: str, is_given_up: Callable[[], bool]) -> Sequence[Found]:
        """Search every article that is loaded; in a thread, until nobody waits any more."""
        from analysis.search import find_in_each, rank_articles

        indexes, entries = self._indexes_of_all, self.library.shelf.entries
        read = ((number, entry.reading) for number, entry in enumerate(entries) if entry.reading)
        by_article = []
        for found in find_in_each(((number, indexes.of(one)) for number, one in read), query):
            if is_given_up():
                return ()
            by_article.append(found)
        return rank_articles(by_article)

    def _go_to_found(self, query: str, found: Found) -> None:
        """Open the article of a hit there, with everything lit that its search finds."""
        self.trail = self.trail.jump_from(self._standing())
        if found.article != self.library.shelf.index:
            self._open(found.article)
        if self.reading is None:
            return
        finder = Finder(self._indexes_of_all.of(self.reading)).finding(query).completed()
        same = [at for at, hit in enumerate(finder.hits) if hit.places == found.hit.places]
        self.finder = finder.pointing(same[0] if same else 0)
        self._show_marks()
        if self.finder.target is not None:
            self._go(self.finder.target)
