"""The commands that copy quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import work
from textual.message import Message

from analysis.quotation import QuotationForm, format_quotations, speaker_name
from analysis.schema import Quote
from tui.desk import NO_QUOTE, Desk
from tui.screens.copy_form import CopyForm
from tui.status import counted


class Copying(Desk):
    """Puts quotes on the clipboard, one or all of a speaker's, in any form."""

    @dataclass
    class CopyRequested(Message):
        """The reader asked for this text on the clipboard."""

        text: str
        """What to copy."""
        what: str
        """What it is, in a few words, to be told when it is done."""

    def action_copy_quote(self) -> None:
        """Copy the quote at hand in the plain form."""
        quote = self.quote_at_hand()
        if quote is None:
            self.say(NO_QUOTE)
        else:
            self._copy((quote,), "plain")

    def action_copy_speaker(self) -> None:
        """Copy all quotes of the speaker at hand in the plain form."""
        quotes = self.quotes_at_hand()
        if quotes:
            self._copy(quotes, "plain")
        else:
            self.say_no_quote()

    @work
    async def action_copy_quote_as(self) -> None:
        """Ask in which form, then copy the quote at hand, or all of its speaker."""
        quote, quotes, reading = self.quote_at_hand(), self.quotes_at_hand(), self.reading
        scopes: dict[str, tuple[Quote, ...]] = {}
        if quote is not None and self.person_at_hand() is None:
            scopes["this quote"] = (quote,)
        if len(quotes) > len(scopes):
            scopes[f"all {len(quotes)} of {self._speaker_of(quotes)}"] = quotes
        if not scopes or reading is None or reading.analysis is None:
            self.say_no_quote()
            return
        path = self.library.shelf.current.path
        choice = await self.app.push_screen_wait(
            CopyForm(reading.article, reading.analysis, scopes, path=path)
        )
        if choice is not None:
            self._copy(choice.quotes, choice.form)

    def _copy(self, quotes: Sequence[Quote], form: QuotationForm) -> None:
        reading = self.reading
        if reading is None or reading.analysis is None:
            return
        path = self.library.shelf.current.path
        text = format_quotations(reading.article, reading.analysis, quotes, form=form, path=path)
        size = sum(len(part) for quote in quotes for part in quote.parts)
        told = f"{size} characters"
        if len(quotes) > 1:
            told = f"{counted(len(quotes), 'quote', 'quotes')}, {told}"
        self.post_message(self.CopyRequested(text, f"{self._speaker_of(quotes)}, {told}"))

    def _speaker_of(self, quotes: Sequence[Quote]) -> str:
        reading = self.reading
        if reading is None or reading.analysis is None:
            return "speaker unknown"
        name = speaker_name(reading.article, reading.analysis, quotes[0])
        return name or "speaker unknown"
