"""Pick one of many by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from tui.rows import Row
from tui.screens.page import Page

MOST_ROWS = 200
"""Rows shown; to fill a list with many more would hold the next key up."""
_Thing = TypeVar("_Thing")


class PickOne(Page[_Thing | None], Generic[_Thing]):
    """Rows and a line to filter them by; answers what is picked, Esc none.

    What is typed is looked for by a thread, one query at a time, so that typing never waits for
    it; late answers are dropped. Keys that pick wait for the answer.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", priority=True),
        Binding("down,ctrl+n,tab", "move(1)", "Next", show=False, priority=True),
        Binding("up,ctrl+p,shift+tab", "move(-1)", "Previous", show=False, priority=True),
    ]

    class _Rows(OptionList):
        """Shown, never focused: typing goes on while the cursor moves."""

        can_focus = False

    @dataclass
    class _Answered(Message):
        query: str
        found: Sequence[Any]

    def __init__(
        self,
        title: str,
        find: Callable[[str, Callable[[], bool]], Sequence[_Thing]],
        rows_of: Callable[[Sequence[_Thing]], Sequence[Row]],
    ) -> None:
        """Prepare the page.

        Args:
            title: What is picked.
            find: Gives what may be meant by what was typed, best first; all there is for "". Runs
                in a thread; asks now and then by its second argument whether nobody waits any more.
            rows_of: Gives a row for each of these, in their order.
        """
        super().__init__()
        self.query_now = self.opening
        """What stands in the line."""
        self._title = title
        self._find = find
        self._rows_of = rows_of
        self._found: Sequence[_Thing] = ()
        self._answered: str | None = None
        self._is_finding = False
        self._moved = 0
        self._is_to_take = False

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
    notice = ""
    """What is said of an empty line; "" where all there is is listed then."""

    def fill(self) -> None:
        """Show the rows for what stands in the line at first."""
        self.look_up(self.opening)

    def look_up(self, query: str) -> None:
        """Ask for what a query finds; it is shown when it comes."""
        self.query_now = query
        self._moved = 0
        self._is_to_take = False
        if self.notice and not query.strip():
            self._show((), self.notice)
        elif not self._is_finding:
            self._is_finding = True
            self._find_in_thread(query)

    @work(thread=True, group="picking", description="find what is typed")
    def _find_in_thread(self, query: str) -> None:
        worker = get_current_worker()
        found = self._find(query, lambda: worker.is_cancelled or query != self.query_now)
        if not worker.is_cancelled:
            self.post_message(self._Answered(query, found))

    @on(_Answered)
    def _take_answer(self, message: _Answered) -> None:
        """Show what was found; look for what is typed by now, if that is something else."""
        self._is_finding = False
        if message.query == self.query_now:
            more = len(message.found) - MOST_ROWS
            notice = f"{more} more: type to find them" if more > 0 else ""
            self._show(message.found[:MOST_ROWS], notice if message.found else "no match")
        elif not self.is_answered:
            self._is_finding = True
            self._find_in_thread(self.query_now)

    def _show(self, found: Sequence[_Thing], notice: str) -> None:
        """Show a row for each thing found, and do what was typed meanwhile."""
        self._found = found
        self._answered = self.query_now
        options = self.query_one(self._Rows)
        options.set_options(Option(_with_group(row)) for row in self._rows_of(found))
        options.highlighted = self._moved % len(found) if found else None
        options.display = bool(found)
        self.query_one(".sheet--notice", Static).update(Content(notice))
        self.query_one(".sheet--notice").display = bool(notice)
        if self._is_to_take:
            self.take()

    @property
    def is_answered(self) -> bool:
        """Whether the rows shown are those of the query as it stands."""
        return self._answered == self.query_now

    def action_move(self, rows: int) -> None:
        """Move the cursor among the rows, going round at the ends."""
        options = self.query_one(self._Rows)
        if not self.is_answered:
            self._moved += rows
        elif self._found:
            options.highlighted = ((options.highlighted or 0) + rows) % len(self._found)

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self.look_up(event.value)

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self.take()

    def take(self) -> None:
        """Answer what is under the cursor, if there is something; once it is there."""
        self._is_to_take = not self.is_answered
        index = self.query_one(self._Rows).highlighted
        if not self._is_to_take and index is not None:
            self.answer(self._found[index])

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.answer(self._found[event.option_index])


def _with_group(row: Row) -> Content:
    return row.content if row.group is None else Content.assemble(row.group, "\n", row.content)
