"""The open article's title and where it comes from, above its text."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tui.headlines import Heading, heading_rows
from tui.wrap import fit_column


class Headline(Widget):
    """The title in at most two lines, and a line of byline, source and date where they are."""

    heading: reactive[Heading] = reactive(Heading(""), layout=True)
    """What is said."""
    measure: reactive[int] = reactive(80, layout=True)
    """The longest line of the article below, in cells: both begin in the same column."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are in a width."""
        return len(self._rows(width))

    def render(self) -> RenderResult:
        """Draw the lines."""
        margin, _ = fit_column(self.size.width - 1, self.measure)
        styles = {True: "bold", False: "$text-muted"}
        rows = self._rows(self.size.width)
        return Content("\n").join(
            Content.assemble(" " * margin, (text, styles[is_title])) for text, is_title in rows
        )

    def _rows(self, width: int) -> list[tuple[str, bool]]:
        return heading_rows(self.heading, width, self.measure)
