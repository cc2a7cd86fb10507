"""Every key on one page, made from the command table."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.commands import IN_LISTS, by_group
from tui.screens.page import Page

KEY_CELLS = 14
"""Cells of the column that shows the keys."""


class HelpPage(Page[None]):
    """The keys by group; any of the closing keys goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "close", "Close"),
        Binding("j", "scroll(1)", "Down", show=False),
        Binding("k", "scroll(-1)", "Up", show=False),
        Binding("space", "page(1)", "Page down", show=False),
        Binding("b", "page(-1)", "Page up", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Lay out one scrolling page."""
        with VerticalScroll(id="help") as page:
            page.border_title = "Keys"
            page.border_subtitle = "Esc closes"
            yield Static(_key_table())

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one("#help").scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        page = self.query_one("#help")
        page.scroll_relative(y=pages * max(1, page.size.height - 2), animate=False)


def _key_table() -> Content:
    lines: list[Content] = []
    for group, commands in by_group():
        if lines:
            lines.append(Content(""))
        lines.append(Content.assemble((group, "bold $text-accent")))
        rows = [(command.shown, command.help) for command in commands]
        if group == "Panels":
            rows += IN_LISTS
        for keys, text in rows:
            lines.append(Content.assemble((f"  {keys:<{KEY_CELLS}}", "bold"), text))
    return Content("\n").join(lines)
