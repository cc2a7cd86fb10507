"""A list of rows to choose from, however many: only those in sight are painted.

On Textual's line API. Its OptionList makes an object of every row and asks each for its height
whenever the list changes, which takes seconds for the ten thousand articles of a folder.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual


class RowList(ScrollView, can_focus=True):
    """Rows of one line or more, cut at the edge, one of them under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Choose", show=False)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--cursor"}
    DEFAULT_CSS = """
    RowList {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;

        & > .row-list--cursor {
            color: $foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }

        &:focus {
            background-tint: $foreground 5%;

            & > .row-list--cursor {
                color: $block-cursor-foreground;
                background: $block-cursor-background;
                text-style: $block-cursor-text-style;
            }
        }
    }
    """

    cursor: reactive[int | None] = reactive(None)
    """The index of the row under the cursor; None where it is on none."""

    @dataclass
    class Pointed(Message):
        """The cursor is on another row."""

        index: int
        """The row's index."""

    @dataclass
    class Chosen(Message):
        """The reader chose a row, by Enter or by a click."""

        index: int
        """The row's index."""

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.rows: Sequence[Content] = ()
        """What is shown; set by `show`."""
        self._starts = [0]  # the first line of each row, and the end of the last one
        self._painted: dict[tuple[int, bool], list[Strip]] = {}

    def show(self, rows: Sequence[Content], cursor: int | None = None) -> None:
        """Show other rows, from the first on, with the cursor on one of them or on none."""
        self.rows = rows
        self._starts = [0, *accumulate(row.plain.count("\n") + 1 for row in rows)]
        self._painted.clear()
        self._fit()
        if self.cursor == cursor:
            self._bring_cursor_into_sight()
        self.cursor = cursor
        self.refresh()

    def validate_cursor(self, cursor: int | None) -> int | None:
        """Keep the cursor on a row."""
        if cursor is None or not self.rows:
            return None
        return min(max(cursor, 0), len(self.rows) - 1)

    def watch_cursor(self, cursor: int | None) -> None:
        """Bring the row into sight, and tell."""
        self._bring_cursor_into_sight()
        if cursor is not None:
            self.post_message(self.Pointed(cursor))
        self.refresh()

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.cursor is not None:
            self.post_message(self.Chosen(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Choose the row clicked on."""
        event.stop()
        place = event.get_content_offset(self)
        row = None if place is None else self._row_at(self.scroll_offset.y + place.y)
        if row is not None:
            self.cursor = row
            self.action_choose()

    def on_resize(self) -> None:
        """Cut the rows anew."""
        self._painted.clear()
        self._fit()
        self._bring_cursor_into_sight()

    def notify_style_update(self) -> None:
        """Forget what was painted in other colours."""
        super().notify_style_update()
        self._painted.clear()

    def render_line(self, y: int) -> Strip:
        """Paint one line."""
        line = self.scroll_offset.y + y
        row = self._row_at(line)
        if row is None:
            return Strip.blank(self.scrollable_content_region.width, self.rich_style)
        strips = self._paint(row, row == self.cursor)
        return strips[min(line - self._starts[row], len(strips) - 1)]

    def _row_at(self, line: int) -> int | None:
        if not 0 <= line < self._starts[-1]:
            return None
        return bisect_right(self._starts, line) - 1

    def _paint(self, row: int, is_at_cursor: bool) -> list[Strip]:
        if (strips := self._painted.get((row, is_at_cursor))) is None:
            part = ("row-list--cursor",) if is_at_cursor else ()
            style = self.get_visual_style(*part)
            width = self.scrollable_content_region.width
            strips = Visual.to_strips(self, self.rows[row], width, None, style)
            strips = [strip.extend_cell_length(width, style.rich_style) for strip in strips]
            self._painted[row, is_at_cursor] = strips
        return strips

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._starts[-1])

    def _bring_cursor_into_sight(self) -> None:
        if self.cursor is not None and self.size:
            start, end = self._starts[self.cursor], self._starts[self.cursor + 1]
            line = Region(0, start, 1, end - start)
            self.scroll_to_region(line, animate=False, force=True)
