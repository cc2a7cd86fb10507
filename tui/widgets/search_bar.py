"""The line one types a search into, and the best hits above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.rows import Row


class SearchBar(Vertical):
    """A query and its hits. Says what was typed and chosen; searches nothing itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n,tab", "move(1)", "Next", show=False),
        Binding("up,ctrl+p,shift+tab", "move(-1)", "Previous", show=False),
    ]

    @dataclass
    class QueryChanged(Message):
        """The query is another now."""

        query: str
        """As typed; may be empty."""

    @dataclass
    class Pointed(Message):
        """The cursor is on another hit."""

        index: int
        """The hit's index."""

    @dataclass
    class Chosen(Message):
        """The reader wants to go to this hit."""

        index: int
        """The hit's index."""

    @dataclass
    class GivenUp(Message):
        """The reader wants back to where the search began."""

    class _Hits(OptionList):
        """Shown, never focused: typing goes on while the cursor moves."""

        can_focus = False

    def compose(self) -> ComposeResult:
        """Lay out the hits above the line."""
        yield self._Hits(markup=False)
        with Horizontal():
            yield Static("/", id="search-sign")
            yield Input(placeholder="a name, words, or letters of a name", select_on_focus=False)
            yield Static(id="search-count")

    def open(self) -> None:
        """Show the bar with an empty query and take the focus."""
        self.query_one(Input).value = ""
        self.show_hits((), "")
        self.display = True
        self.screen.set_focus(self.query_one(Input))

    def show_hits(self, rows: tuple[Row, ...], count: str) -> None:
        """Show rows for the hits, the cursor on the first, and how many there are."""
        hits = self.query_one(self._Hits)
        hits.set_options(Option(row.content) for row in rows)
        hits.display = bool(rows)
        hits.highlighted = 0 if rows else None
        self.tell(count)

    def tell(self, count: str) -> None:
        """Say how many places are lit."""
        self.query_one("#search-count", Static).update(Content(count))

    def action_move(self, rows: int) -> None:
        """Move the cursor among the hits, going round at the ends."""
        hits = self.query_one(self._Hits)
        if hits.option_count and hits.highlighted is not None:
            hits.highlighted = (hits.highlighted + rows) % hits.option_count

    @on(Input.Changed)
    def _ask(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.QueryChanged(event.value))

    @on(Input.Submitted)
    def _choose(self, event: Input.Submitted) -> None:
        event.stop()
        index = self.query_one(self._Hits).highlighted
        self.post_message(self.GivenUp() if index is None else self.Chosen(index))

    @on(OptionList.OptionHighlighted)
    def _point(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.post_message(self.Pointed(event.option_index))

    @on(OptionList.OptionSelected)
    def _choose_by_click(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(event.option_index))
