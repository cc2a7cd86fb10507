"""Search in all open articles as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from analysis.search import Found
from tui.rows import Row
from tui.screens.pick_one import PickOne


class SearchAll(PickOne[Found]):
    """Hits of all articles, those of one below its title; answers the one picked."""

    placeholder = "a name, words, or letters of a name"

    def __init__(
        self,
        query: str,
        find: Callable[[str, Callable[[], bool]], Sequence[Found]],
        rows_of: Callable[[Sequence[Found]], Sequence[Row]],
        *,
        articles: int,
        unknown: int,
    ) -> None:
        """Prepare the page.

        Args:
            query: What stands in the line at first.
            find: Gives what a query finds, as for `PickOne`.
            rows_of: Gives a row for each hit.
            articles: How many articles are searched.
            unknown: In how many of them only words can be found, for want of an analysis.
        """
        self.opening = query
        super().__init__("Search all articles", find, rows_of)
        self.notice = f"Names, quotes and words of {articles} open articles"
        if unknown:
            self.notice += f"; of {unknown} not analysed yet, words alone"
