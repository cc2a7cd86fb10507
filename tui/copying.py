"""The commands that copy quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from textual import work
from textual.message import Message

from analysis import quotation
from tui import screens
from tui.desk import Desk
from tui.holding import NO_QUOTE
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
            self.copy(self.cite((quote,)), "plain")

    def action_copy_speaker(self) -> None:
        """Copy all quotes of the speaker at hand in the plain form."""
        quotes = self.quotes_at_hand()
        if quotes:
            self.copy(self.cite(quotes), "plain")
        else:
            self.say_no_quote()

    @work
    async def action_copy_quote_as(self) -> None:
        """Ask in which form, then copy the quote at hand, or all of its speaker."""
        quote, quotes = self.quote_at_hand(), self.cite(self.quotes_at_hand())
        scopes: dict[str, Sequence[quotation.Citation]] = {}
        if quote is not None and self.person_at_hand() is None:
            scopes["this quote"] = self.cite((quote,))
        if len(quotes) > len(scopes):
            scopes[f"all {len(quotes)} of {speaker_of(quotes[0])}"] = quotes
        if scopes:
            await self.copy_as(scopes)
        else:
            self.say_no_quote()

    async def copy_as(self, scopes: Mapping[str, Sequence[quotation.Citation]]) -> None:
        """Ask what to copy and in which form, and copy it.

        Args:
            scopes: What can be copied, by what it is called; at least one, the first at hand.
        """
        choice = await self.app.push_screen_wait(screens.CopyForm(scopes))
        if choice is not None:
            self.copy(choice.citations, choice.form)

    def copy(self, citations: Sequence[quotation.Citation], form: quotation.QuotationForm) -> None:
        """Have quotes put on the clipboard; there is at least one."""
        size = sum(len(words) for citation in citations for words in chain(*citation.pieces))
        told = [f"{size} characters"]
        if len(citations) > 1:
            told.insert(0, counted(len(citations), "quote", "quotes"))
        if len({citation.speaker for citation in citations}) == 1:
            told.insert(0, speaker_of(citations[0]))
        text = quotation.format_citations(citations, form=form)
        self.post_message(self.CopyRequested(text, ", ".join(told)))


def speaker_of(citation: quotation.Citation) -> str:
    """Return who said a quote, for a sentence."""
    return citation.speaker or "speaker unknown"
