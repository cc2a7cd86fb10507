"""The quotes collected, of all articles: read them, copy them, drop them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from analysis.notebook import Note
from tui.screens.page import Page

EMPTY = "Nothing collected yet: m collects the quote at hand"
KEYS = "y copies it · Y copies as… · x drops it · u takes that back"


@dataclass(frozen=True, slots=True)
class NotesAnswer:
    """What the reader wants copied."""

    notes: tuple[Note, ...]
    """The one at hand first; with `as`, all others behind it."""
    way: Literal["plain", "as"]
    """In the plain form, or in one that is asked for."""


class NotesPage(Page[NotesAnswer | None]):
    """Notes, the newest first; Enter or y copies the one at hand, Esc closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,M", "close", "Close"),
        Binding("j,down", "move(1)", "Down", show=False, priority=True),
        Binding("k,up", "move(-1)", "Up", show=False, priority=True),
        # Textual's own page keys fail on a list that is not laid out yet.
        Binding("pagedown,end,G", "move_to(-1)", "Last", show=False, priority=True),
        Binding("pageup,home,g", "move_to(0)", "First", show=False, priority=True),
        Binding("y", "copy('plain')", "Copy", show=False),
        Binding("Y", "copy('as')", "Copy as", show=False),
        Binding("x", "drop", "Drop", show=False),
        Binding("u", "restore", "Take back", show=False),
    ]

    def __init__(
        self,
        notes: Sequence[Note],
        *,
        drop: Callable[[Note], bool],
        restore: Callable[[Note], bool],
    ) -> None:
        """Prepare the page.

        Args:
            notes: What was collected, oldest first.
            drop: Takes a note out of the notebook; says whether that is kept.
            restore: Puts it back; says whether that is kept.
        """
        super().__init__()
        self._notes = sorted(notes, key=lambda note: -note.number)
        self._dropped: list[Note] = []
        self._drop, self._restore = drop, restore

    def compose(self) -> ComposeResult:
        """Lay out the notes above what can be done with them."""
        with Vertical(id="notes", classes="sheet") as sheet:
            sheet.border_title = "Collected quotes"
            sheet.border_subtitle = "Esc closes"
            yield OptionList(markup=False, compact=True)
            yield Static(classes="sheet--notice")

    def fill(self) -> None:
        """Show the notes."""
        self._show(0)

    def action_move(self, rows: int) -> None:
        """Move among the notes, going round at the ends."""
        if self._notes:
            self._show_at((self._at_hand + rows) % len(self._notes))

    def action_move_to(self, index: int) -> None:
        """Go to the newest note, or with -1 to the oldest."""
        if self._notes:
            self._show_at(index % len(self._notes))

    def action_copy(self, way: Literal["plain", "as"]) -> None:
        """Copy the note at hand, or ask in which form it or all are wanted."""
        if self._notes:
            note = self._notes[self._at_hand]
            others = (other for other in reversed(self._notes) if other is not note)
            self.answer(NotesAnswer((note,) if way == "plain" else (note, *others), way))

    def action_drop(self) -> None:
        """Take the note at hand out."""
        if self._notes and self._drop(self._notes[self._at_hand]):
            at = self._at_hand
            self._dropped.append(self._notes.pop(at))
            self._show(min(at, len(self._notes) - 1))

    def action_restore(self) -> None:
        """Put back the note dropped last."""
        if self._dropped and self._restore(self._dropped[-1]):
            note = self._dropped.pop()
            self._notes = sorted((*self._notes, note), key=lambda note: -note.number)
            self._show(self._notes.index(note))

    @on(OptionList.OptionSelected)
    def _copy(self) -> None:
        self.action_copy("plain")

    @property
    def _at_hand(self) -> int:
        return self.query_one(OptionList).highlighted or 0

    def _show(self, at: int) -> None:
        options = self.query_one(OptionList)
        options.set_options(Option(_row(note)) for note in self._notes)
        options.display = bool(self._notes)
        self.query_one(Static).update(Content(KEYS if self._notes else EMPTY))
        if self._notes:
            self._show_at(at)

    def _show_at(self, at: int) -> None:
        self.query_one(OptionList).highlighted = at


def _row(note: Note) -> Content:
    citation = note.citation
    origin = " · ".join(filter(None, (citation.title, citation.source, citation.published)))
    return Content.assemble(
        (citation.speaker or "unknown", "bold"),
        (f"  {origin}", "dim"),
        "\n",
        Content(" ".join(citation.paragraphs)),
    )
