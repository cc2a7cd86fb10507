"""Mark words of the article with the keys; the article stays in sight below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from analysis.schema import Span
from tui.screens.page import Page
from tui.selecting import Marking

_HELP = (
    ("h j k l", "by words"),
    ("v", "stretch"),
    ("Enter", "add as a name"),
    ("y", "copy"),
    ("Esc", "leave"),
)


@dataclass(frozen=True, slots=True)
class Marked:
    """What the reader marked, and what for."""

    span: Span
    """The words."""
    way: Literal["add", "copy"]
    """What shall be done with them."""


class MarkWords(Page[Marked | None]):
    """One word is marked and moved; from `v` on the stretch between there and here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close"),
        Binding("l,w,right", "step(1)", "Next word", show=False),
        Binding("h,b,left", "step(-1)", "Word before", show=False),
        Binding("j,down", "move_rows(1)", "Row below", show=False),
        Binding("k,up", "move_rows(-1)", "Row above", show=False),
        Binding("v,space", "stretch", "Stretch", show=False),
        Binding("enter,e", "take('add')", "Add", show=False),
        Binding("y", "take('copy')", "Copy", show=False),
    ]

    def __init__(
        self,
        marking: Marking,
        *,
        show: Callable[[Span], None],
        below: Callable[[int, int], int],
    ) -> None:
        """Prepare to mark.

        Args:
            marking: The word to begin with.
            show: Shows what is marked in the article.
            below: Gives the offset some rows below an offset, above if negative.
        """
        super().__init__()
        self._marking = marking
        self._show = show
        self._below = below

    def compose(self) -> ComposeResult:
        """Lay out the line that tells the keys."""
        line = Content("")
        for keys, what in _HELP:
            line = line.append(Content.assemble((keys, "bold $text-accent"), f" {what}  "))
        yield Static(line, id="mark-help")

    def fill(self) -> None:
        """Show the word to begin with."""
        self._show(self._marking.span)

    def action_step(self, words: int) -> None:
        """Move by a word."""
        self._mark(self._marking.stepping(words))

    def action_move_rows(self, rows: int) -> None:
        """Move to another row."""
        self._mark(self._marking.moving_to(self._below(self._marking.head.start, rows)))

    def action_stretch(self) -> None:
        """Let what is marked grow from here on, or be one word again."""
        self._mark(self._marking.stretching())

    def action_take(self, way: Literal["add", "copy"]) -> None:
        """Be done with what is marked."""
        self.answer(Marked(self._marking.span, way))

    def _mark(self, marking: Marking) -> None:
        self._marking = marking
        self._show(marking.span)
