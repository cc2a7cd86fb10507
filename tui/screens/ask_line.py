"""Ask for one line of text."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from analysis.text import sanitise_line
from tui.screens.page import Page


class AskLine(Page[str | None]):
    """A line to type into; Enter takes it, Esc does not."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Close", priority=True)]

    def __init__(self, title: str, value: str, *, most_characters: int) -> None:
        """Prepare the page.

        Args:
            title: What is asked for.
            value: What stands in the line at first.
            most_characters: How long the line may be.
        """
        super().__init__()
        self._title = title
        self._value = value
        self._most_characters = most_characters

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = Content(self._title)
            sheet.border_subtitle = "Enter takes it, Esc closes"
            yield Input(
                self._value, max_length=self._most_characters, compact=True, select_on_focus=False
            )

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        self.answer(sanitise_line(event.value) or None)
