"""A titled list that can be filtered by typing: people, organizations, quotes, articles."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from analysis.text import fold
from tui.row_list import RowList
from tui.rows import Row


class PartList(Vertical):
    """A heading with a count, a line to filter by, and rows to choose from."""

    rows: reactive[tuple[Row, ...]] = reactive(())
    """All rows, in the order in which they are shown."""
    notice: reactive[str] = reactive("")
    """What is said where there is no row."""

    @dataclass
    class Chosen(Message):
        """The reader chose a row, by Enter or by a click."""

        part: PartList
        """Where it stands."""
        key: int
        """The row's key."""

        @property
        def control(self) -> PartList:
            """The list, so that handlers can be told apart by selector."""
            return self.part

    @dataclass
    class Pointed(Message):
        """The cursor is on another row."""

        part: PartList
        """Where it stands."""

        @property
        def control(self) -> PartList:
            """The list, so that handlers can be told apart by selector."""
            return self.part

    class _Filter(Input):
        """The line to filter by."""

    def __init__(self, title: str, *, id: str) -> None:  # noqa: A002 - Textual's own name
        """Prepare an empty list.

        Args:
            title: The heading, in a word.
            id: The widget's id.
        """
        super().__init__(id=id)
        self.title = title
        self._shown: tuple[Row, ...] = ()
        self._filter_line: Input | None = None

    def compose(self) -> ComposeResult:
        """Lay out heading and rows."""
        yield Static(classes="part--heading")
        yield RowList(classes="part--rows")

    def on_mount(self) -> None:
        """Show what there is."""
        self._refill()

    @property
    def list(self) -> RowList:
        """The list that takes the focus."""
        return self.query_one(RowList)

    @property
    def key_at_hand(self) -> int | None:
        """The key of the row under the list's cursor, or None."""
        index = self.list.cursor
        return self._shown[index].key if index is not None and index < len(self._shown) else None

    @property
    def top(self) -> float:
        """The first line of the rows that is shown."""
        return self.list.scroll_y

    @top.setter
    def top(self, line: float) -> None:
        self.list.scroll_to(y=line, animate=False, immediate=True)

    def take_focus(self) -> None:
        """Put the focus on the rows, the cursor on the first where it is on none."""
        if self.list.cursor is None and self._shown:
            self.list.cursor = 0
        # At once, not by `focus()`: the next key may be on its way already.
        self.screen.set_focus(self.list)

    def point_at(self, key: int) -> None:
        """Put the list's cursor on the row with this key, if it is shown."""
        for index, row in enumerate(self._shown):
            if row.key == key:
                self.list.cursor = index

    def move(self, rows: int) -> None:
        """Move the list's cursor by some rows, stopping at the ends."""
        if self._shown:
            here = self.list.cursor
            index = 0 if here is None else here + rows
            self.list.cursor = max(0, min(len(self._shown) - 1, index))

    def move_to(self, index: int) -> None:
        """Put the list's cursor on a row; -1 is the last one."""
        if self._shown:
            self.list.cursor = index % len(self._shown)

    def page_rows(self) -> int:
        """Return how many rows are on the screen, at least one."""
        lines = max(1, self.list.scrollable_content_region.height)
        tallest = max((row.content.plain.count("\n") + 1 for row in self._shown[:1]), default=1)
        return max(1, lines // tallest)

    def open_filter(self) -> None:
        """Let the reader type a filter."""
        if self._filter_line is None:
            # Made when it is first wanted: five of them would delay the start.
            self._filter_line = self._Filter(
                placeholder="filter", compact=True, classes="part--filter"
            )
            self.mount(self._filter_line, before=self.list)
        self._filter_line.display = True
        self.screen.set_focus(self._filter_line)

    def close_filter(self) -> bool:
        """Show all rows again; say whether there was a filter to close."""
        if self._filter_line is None or not self._filter_line.display:
            return False
        self._filter_line.value = ""
        self._filter_line.display = False
        return True

    def watch_rows(self) -> None:
        """Show the new rows, keeping the cursor on the row it was on."""
        if self.is_mounted:
            self._refill()

    def watch_notice(self) -> None:
        """Say the new notice."""
        if self.is_mounted:
            self._tell()

    def on_descendant_focus(self) -> None:
        """Let the heading show where the keys go."""
        self.add_class("-focused")

    def on_descendant_blur(self) -> None:
        """Let the heading show that the keys go elsewhere."""
        self.remove_class("-focused")

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self._refill()

    @on(Input.Submitted)
    def _leave_filter(self, event: Input.Submitted) -> None:
        event.stop()
        self.take_focus()

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        self.post_message(self.Chosen(self, self._shown[event.index].key))

    @on(RowList.Pointed)
    def _point(self, event: RowList.Pointed) -> None:
        event.stop()
        self.post_message(self.Pointed(self))

    def _refill(self) -> None:
        key = self.key_at_hand
        wanted = fold(self._filter_line.value if self._filter_line else "").text.split()
        self._shown = tuple(
            row
            for row in self.rows
            if not wanted or all(word in fold(row.words).text for word in wanted)
        )
        self.list.show(
            [
                _with_heading(row, before)
                for before, row in zip((None, *self._shown), self._shown, strict=False)
            ],
            next((index for index, row in enumerate(self._shown) if row.key == key), None),
        )
        self._tell()

    def _tell(self) -> None:
        count = str(len(self.rows))
        if len(self._shown) != len(self.rows):
            count = f"{len(self._shown)} of {count}"
        heading = Content.assemble((self.title, "bold"), (f"  {count}" if self.rows else "", "dim"))
        if not self._shown:
            heading = heading.append(f"\n {'no match' if self.rows else self.notice}")
        self.query_one(".part--heading", Static).update(heading)
        self.list.display = bool(self._shown)


def _with_heading(row: Row, before: Row | None) -> Content:
    """Return what a row shows, under its group's heading if it is the first of that one shown."""
    if row.group is None or (before is not None and before.group == row.group):
        return row.content
    return Content("\n").join([row.group, row.content])
