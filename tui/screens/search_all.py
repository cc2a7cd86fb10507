"""Search in all open articles as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from analysis.search import Found
from tui.rows import Row
from tui.screens.pick_one import PickOne


class SearchAll(PickOne):
    """Hits of all articles, those of one below its title; answers the number of the one picked.

    Searching is done by a thread, so that typing never waits for it; late answers are dropped.
    """

    placeholder = "a name, words, or letters of a name"

    @dataclass
    class _Answered(Message):
        query: str
        found: Sequence[Found]
        rows: Sequence[Row]

    def __init__(
        self,
        query: str,
        find: Callable[[str, Callable[[], bool]], tuple[Sequence[Found], Sequence[Row]]],
        *,
        articles: int,
        unknown: int,
    ) -> None:
        """Prepare the page.

        Args:
            query: What stands in the line at first.
            find: Gives what a query finds, and its rows, keyed by position. Runs in a thread;
                asks now and then by its second argument whether nobody waits any more.
            articles: How many articles are searched.
            unknown: In how many of them only words can be found, for want of an analysis.
        """
        super().__init__("Search all articles", lambda _: ())
        self.opening = query
        self.found: Sequence[Found] = ()
        self.query_now = query
        self._answered = ""
        self._is_to_take = False
        self._notice = f"Names, quotes and words of {articles} open articles"
        if unknown:
            self._notice += f"; of {unknown} not analysed yet, words alone"
        self._find_in_thread = find

    def look_up(self, query: str) -> None:
        """Ask for the rows; they are shown when they come."""
        self.query_now = query
        self._is_to_take = False
        if query.strip():
            self._search(query)
        else:
            self._answered = query
            self.show_rows((), self._notice)

    @work(thread=True, exclusive=True, group="search-all", description="search")
    def _search(self, query: str) -> None:
        worker = get_current_worker()
        found, rows = self._find_in_thread(query, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.post_message(self._Answered(query, found, rows))

    @on(_Answered)
    def _show(self, message: _Answered) -> None:
        if message.query == self.query_now:
            self._answered = message.query
            self.found = message.found
            self.show_rows(message.rows, "no match")
            if self._is_to_take:
                self.take()

    @property
    def is_answered(self) -> bool:
        """Whether the rows shown are those of the query as it stands."""
        return self._answered == self.query_now

    def take(self) -> None:
        """Answer the row under the cursor; the first one, if the rows are still to come."""
        self._is_to_take = not self.is_answered
        if not self._is_to_take:
            super().take()
