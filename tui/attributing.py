"""The commands of quotes: which one is at hand, and copying it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import work
from textual.message import Message

from analysis.quotation import QuotationForm, format_quotation, speaker_name
from analysis.schema import Quote
from tui.desk import Desk
from tui.screens.copy_form import CopyForm


class Attributing(Desk):
    """The quote at hand and what is done with it."""

    @dataclass
    class CopyRequested(Message):
        """The reader asked for this text on the clipboard."""

        text: str
        """What to copy."""
        what: str
        """What it is, in a few words, to be told when it is done."""

    def quote_at_hand(self) -> Quote | None:
        """Return the quote that `y` copies.

        The one under the cursor of the quotes' list while that has the focus, else the one at
        the place, else the first one on the screen; None where there is none of these.
        """
        reading = self.reading
        if reading is None:
            return None
        part = self.focused_part
        if part is not None and part.id == "quotes" and part.key_at_hand is not None:
            return reading.quotes[part.key_at_hand]
        first, last = self.view.first_visible_offset, self.view.last_visible_offset
        if self.place is not None and first <= self.place.start <= last:
            quote = reading.quote_at(self.place.start)
            if quote is not None:
                return quote
        return reading.first_quote_within(first, last + 1)

    def action_copy_quote(self) -> None:
        """Copy the quote at hand in the plain form."""
        quote = self.quote_at_hand()
        if quote is None:
            self.say("No quote on this screen: ) goes to the next one")
        else:
            self._copy(quote, "plain")

    @work
    async def action_copy_quote_as(self) -> None:
        """Ask in which form, then copy the quote at hand."""
        quote, reading = self.quote_at_hand(), self.reading
        if quote is None or reading is None or reading.analysis is None:
            self.say("No quote on this screen: ) goes to the next one")
            return
        form = await self.app.push_screen_wait(CopyForm(reading.article, reading.analysis, quote))
        if form is not None:
            self._copy(quote, form)

    def _copy(self, quote: Quote, form: QuotationForm) -> None:
        reading = self.reading
        if reading is None or reading.analysis is None:
            return
        words = sum(len(part) for part in quote.parts)
        speaker = speaker_name(reading.article, reading.analysis, quote) or "speaker unknown"
        self.post_message(
            self.CopyRequested(
                format_quotation(reading.article, reading.analysis, quote, form=form),
                f"{speaker}, {words} characters",
            )
        )

    def action_toggle_reported(self) -> None:
        """Count reported speech among the quotes, or no longer."""
        self._shows_reported = not self._shows_reported
        if self.reading is not None:
            self.library.set_reading(self.reading.showing_reported(self._shows_reported))
        self._show_reading()
        self.say("Reported speech shown" if self._shows_reported else "Reported speech hidden")
