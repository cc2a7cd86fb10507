"""Pick one of many by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.rows import Row
from tui.screens.page import Page


class PickOne(Page[int | None]):
    """Rows and a line to filter them by; answers the key of the row picked, Esc none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", priority=True),
        Binding("down,ctrl+n,tab", "move(1)", "Next", show=False, priority=True),
        Binding("up,ctrl+p,shift+tab", "move(-1)", "Previous", show=False, priority=True),
    ]

    class _Rows(OptionList):
        """Shown, never focused: typing goes on while the cursor moves."""

        can_focus = False

    def __init__(self, title: str, find: Callable[[str], Sequence[Row]]) -> None:
        """Prepare the page.

        Args:
            title: What is picked.
            find: Gives the rows for what was typed, best first; all of them for "".
        """
        super().__init__()
        self._title = title
        self._find = find
        self._shown: Sequence[Row] = ()

    def compose(self) -> ComposeResult:
        """Lay out the line above the rows."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = Content(self._title)
            sheet.border_subtitle = "Enter takes it, Esc closes"
            yield Input(self.opening, placeholder=self.placeholder, compact=True)
            yield self._Rows(markup=False, compact=True)
            yield Static(classes="sheet--notice")

    opening = ""
    """What stands in the line at first, selected: typing replaces it."""
    placeholder = "letters of a name"
    """What to type, for an empty line."""

    def fill(self) -> None:
        """Show the rows for what stands in the line at first."""
        self.look_up(self.opening)

    def look_up(self, query: str) -> None:
        """Find the rows for a query and show them."""
        self.show_rows(self._find(query), "no match")

    def show_rows(self, rows: Sequence[Row], notice: str) -> None:
        """Show rows, the cursor on the first; where there are none, a notice."""
        self._shown = rows
        options = self.query_one(self._Rows)
        options.set_options(Option(_with_group(row)) for row in rows)
        options.highlighted = 0 if rows else None
        options.display = bool(rows)
        self.query_one(".sheet--notice", Static).update(Content(notice))
        self.query_one(".sheet--notice").display = not rows

    def action_move(self, rows: int) -> None:
        """Move the cursor among the rows, going round at the ends."""
        options = self.query_one(self._Rows)
        if self._shown:
            options.highlighted = ((options.highlighted or 0) + rows) % len(self._shown)

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self.look_up(event.value)

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self.take()

    def take(self) -> None:
        """Answer the row under the cursor, if there is one."""
        index = self.query_one(self._Rows).highlighted
        if index is not None and index < len(self._shown):
            self.answer(self._shown[index].key)

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.answer(self._shown[event.option_index].key)


def _with_group(row: Row) -> Content:
    return row.content if row.group is None else Content.assemble(row.group, "\n", row.content)
