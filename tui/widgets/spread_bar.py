"""One line that shows where in the article the person at hand is mentioned."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from analysis.schema import Span
from tui.spread import cell_of, draw_spread, nearest


class SpreadBar(Widget):
    """The article from its start to its end in a line of cells, mentions standing up from it."""

    spans: reactive[tuple[Span, ...]] = reactive(())
    """The mentions, in reading order."""
    length: reactive[int] = reactive(0)
    """How long the article is, in characters."""
    place: reactive[Span | None] = reactive(None)
    """Where the reader is."""

    @dataclass
    class Chosen(Message):
        """The reader wants to go to a mention."""

        span: Span
        """Where it is."""

    def render(self) -> RenderResult:
        """Draw the line, the reader's place reversed."""
        cells = self.size.width
        line = Content(draw_spread(self.spans, self.length, cells))
        if self.place is not None and cells:
            cell = cell_of(self.place.start, self.length, cells)
            line = line.stylize("bold reverse", cell, cell + 1)
        return line

    def on_click(self, event: events.Click) -> None:
        """Choose the mention nearest to the cell clicked on."""
        event.stop()
        span = nearest(self.spans, event.x, self.length, self.size.width)
        if span is not None:
            self.post_message(self.Chosen(span))
