"""The desk the commands work at: what is open and shown, and how one moves in it.

Each group of commands is a class on it in a file of its own; `reader` joins them to one screen.
"""

from __future__ import annotations

from analysis.schema import Span
from tui.reading import step
from tui.showing import Showing
from tui.status import describe_state
from tui.trail import Place, Trail


class Desk(Showing):
    """The steps from one find to the next, and the jumps back and forward."""

    def action_step_mention(self, direction: int) -> None:
        """Go to the next or previous mention."""
        if self.reading is not None:
            nothing = "No people or organizations here" if self.reading.analysis else None
            self._step(self.reading.walk, direction, nothing)

    def action_step_quote(self, direction: int) -> None:
        """Go to the next or previous quote."""
        if self.reading is not None:
            nothing = "No quotes here" if self.reading.analysis else None
            self._step(self.reading.quote_starts, direction, nothing)

    def _step(self, spans: tuple[Span, ...], direction: int, nothing: str | None) -> None:
        index = step(spans, self._here(), direction)
        if index is None:
            self.say(
                nothing or f"Nothing to go to yet: {describe_state(self.library.shelf.current)}"
            )
        else:
            self._jump(spans[index])

    def _jump(self, span: Span) -> None:
        """Go to a place of the open article, remembering where one was."""
        self.trail = self.trail.jump_from(self._standing())
        self._go(span)

    def _go(self, span: Span) -> None:
        self.place = span
        self.view.show_place(span)
        self.view.reveal(span)
        self._point_at_quote(span)
        self._show_status()

    def _point_at_quote(self, span: Span) -> None:
        """Let the list of quotes point at the quote one is at."""
        quote = self.reading.quote_at(span.start) if self.reading else None
        if self.reading is not None and quote is not None:
            self.part("quotes").point_at(self.reading.quotes.index(quote))

    def action_back(self) -> None:
        """Go back to where the last jump began."""
        self._follow(self.trail.back(self._standing()), "This is where the jumps began")

    def action_forward(self) -> None:
        """Go forward again."""
        self._follow(self.trail.forward(self._standing()), "This is the last place")

    def _follow(self, step_made: tuple[Place, Trail] | None, nothing: str) -> None:
        if step_made is None:
            self.say(nothing)
            return
        place, self.trail = step_made
        if place.entry != self.library.shelf.index:
            self._open(place.entry)
        if self.reading is not None:
            mention = self.reading.mention_at(place.offset)
            self._go(mention.span if mention else Span(place.offset, place.offset))
