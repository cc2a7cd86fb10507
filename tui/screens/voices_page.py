"""Who speaks how much in the open article, as bars one looks at."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.quote_rows import VOICE_HEADING, voice_row
from tui.screens.page import Page
from tui.status import counted
from tui.voices import Voice, VoiceOrder, sort_voices

ORDERS: dict[VoiceOrder, str] = {
    "words": "by words",
    "quotes": "by quotes",
    "first": "by first quote",
    "name": "by name",
}
"""What each order is called, in the order in which `s` goes round them."""


class VoicesPage(Page[Voice | None]):
    """Choose a speaker with Enter to go to the first quote; Esc goes nowhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,V", "close", "Close"),
        Binding("j,down", "move(1)", "Down", show=False, priority=True),
        Binding("k,up", "move(-1)", "Up", show=False, priority=True),
        # Textual's own page keys fail on a list that is not laid out yet.
        Binding("pagedown,end,G", "move_to(-1)", "Last", show=False, priority=True),
        Binding("pageup,home,g", "move_to(0)", "First", show=False, priority=True),
        Binding("s", "sort", "Sort", show=False),
    ]

    def __init__(self, voices: tuple[Voice, ...]) -> None:
        """Prepare the page; there is at least one voice."""
        super().__init__()
        self._voices = sort_voices(voices, "words")
        self._order: VoiceOrder = "words"

    def compose(self) -> ComposeResult:
        """Lay out the columns' names above the speakers."""
        with Vertical(id="voices") as box:
            box.border_title = "Who speaks how much"
            yield Static(Content(VOICE_HEADING), id="voices-heading")
            yield OptionList(markup=False, compact=True)
            yield Static(Content(_describe(self._voices)), id="voices-total")

    def fill(self) -> None:
        """Show the speakers."""
        self._show()

    def action_move(self, rows: int) -> None:
        """Move among the speakers."""
        options = self.query_one(OptionList)
        options.highlighted = ((options.highlighted or 0) + rows) % len(self._voices)

    def action_move_to(self, index: int) -> None:
        """Go to the first speaker, or with -1 to the last."""
        self.query_one(OptionList).highlighted = index % len(self._voices)

    def action_sort(self) -> None:
        """Sort in the next order, keeping the cursor on its speaker."""
        orders = list(ORDERS)
        at_hand = self._voices[self.query_one(OptionList).highlighted or 0]
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._voices = sort_voices(self._voices, self._order)
        self._show(self._voices.index(at_hand))

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.answer(self._voices[event.option_index])

    def _show(self, highlighted: int = 0) -> None:
        self.query_one(
            "#voices"
        ).border_subtitle = f"{ORDERS[self._order]} · s sorts, Enter goes there, Esc closes"
        options = self.query_one(OptionList)
        longest = max(voice.share for voice in self._voices) or 1
        options.set_options(
            Option(voice_row(index, voice, longest=longest).content)
            for index, voice in enumerate(self._voices)
        )
        options.highlighted = highlighted


def _describe(voices: tuple[Voice, ...]) -> str:
    return " · ".join(
        (
            counted(len(voices), "speaker", "speakers"),
            counted(sum(voice.quotes for voice in voices), "quote", "quotes"),
            counted(sum(voice.words for voice in voices), "word", "words"),
        )
    )
