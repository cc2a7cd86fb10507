"""The commands of quotes and those who said them."""

from __future__ import annotations

from collections import Counter
from typing import Literal, get_args

from textual import work

from analysis.schema import Quote
from tui import screens
from tui.desk import Desk
from tui.holding import NO_QUOTE
from tui.reading import Reading
from tui.speakers import Suspect, correct_speaker, find_suspects
from tui.voices import count_voices

Outcome = Literal["confirmed", "changed", "skipped"]
"""What the reader made of a doubtful quote."""


class Attributing(Desk):
    """Which quotes are listed and how, and who said them."""

    def action_toggle_reported(self) -> None:
        """Count reported speech among the quotes, or no longer."""
        self._shows_reported = not self._shows_reported
        if self.reading is not None:
            self.library.set_reading(self.reading.showing_reported(self._shows_reported))
        self._show_reading()
        self.say("Reported speech shown" if self._shows_reported else "Reported speech hidden")

    def action_group_quotes(self) -> None:
        """List the quotes by speaker, or in reading order again."""
        self._groups_quotes = not self._groups_quotes
        self._show_lists()
        self.say("Quotes by speaker" if self._groups_quotes else "Quotes in reading order")

    def action_step_speaker(self, direction: int) -> None:
        """Go to the next or previous quote of the speaker at hand."""
        quotes = self.quotes_at_hand()
        if not quotes:
            self.say_no_quote()
        elif len(quotes) == 1 and quotes[0] == self.quote_at_hand():
            self.say("This is the only quote of this speaker")
        else:
            self._step(tuple(quote.parts[0] for quote in quotes), direction, None)

    @work
    async def action_show_voices(self) -> None:
        """Show who speaks how much, and go to the first quote of the one chosen."""
        voices = count_voices(self.reading) if self.reading else ()
        if not voices:
            self.say("No quotes here to count")
            return
        voice = await self.app.push_screen_wait(screens.VoicesPage(voices))
        if voice is not None:
            self._jump(voice.first)
            self.focus_pane(self.view)

    @work(exclusive=True, group="attributing")
    async def action_explain(self) -> None:
        """Say why the quote at hand was given to its speaker, and let another be chosen."""
        quote = self.quote_at_hand()
        if quote is None or self.reading is None:
            self.say(NO_QUOTE)
            return
        top = self.view.first_visible_offset
        verdict = await self._ask_who_said(self.reading, quote)
        self._return_to(top)
        if isinstance(verdict, Suspect):
            self.correct(correct_speaker(self.reading, quote, verdict))

    @work(exclusive=True, group="attributing")
    async def action_walk_doubtful(self) -> None:
        """Ask of one quote after the other whose speaker is not known or not sure."""
        quotes = self.reading.doubtful_quotes if self.reading else ()
        if not quotes:
            known = self.reading is not None and self.reading.analysis is not None
            self.say("No speaker here is in doubt" if known else "No quotes here yet")
            return
        top = self.view.first_visible_offset
        tally: Counter[Outcome] = Counter()
        for number, quote in enumerate(quotes, 1):
            outcome = await self._settle(quote, progress=f"{number} of {len(quotes)}")
            if outcome is None:
                break
            tally[outcome] += 1
        self._return_to(top)
        self.say(_tell(tally, len(quotes)))

    async def _settle(self, quote: Quote, *, progress: str) -> Outcome | None:
        """Ask of one quote and keep the answer; None where the reader has had enough."""
        reading = self.reading
        # What was answered so far may have put another quote in this one's place.
        present = reading.find_quote(quote) if reading else None
        if reading is None or present is None:
            return "skipped"
        verdict = await self._ask_who_said(reading, present, progress=progress)
        if not isinstance(verdict, Suspect):
            return None if verdict is None else "skipped"
        is_same = verdict == find_suspects(reading, present)[0]
        self.correct(correct_speaker(reading, present, verdict), tells=False)
        return "confirmed" if is_same else "changed"

    async def _ask_who_said(
        self, reading: Reading, quote: Quote, *, progress: str = ""
    ) -> screens.Verdict | None:
        self.view.show_place(quote.parts[0])
        card = screens.WhyCard(reading, quote, progress=progress)
        self.view.scroll_to_offset(card.context.start)
        return await self.app.push_screen_wait(card)

    def _return_to(self, top: int) -> None:
        """Bring the reader back to where the article was left."""
        self.view.scroll_to_offset(top)
        self._show_marks()


def _tell(tally: Counter[Outcome], asked: int) -> str:
    """Return what came of a walk through doubtful quotes."""
    done = tally["confirmed"] + tally["changed"]
    told = [f"{tally[outcome]} {outcome}" for outcome in get_args(Outcome) if tally[outcome]]
    return f"{done} of {asked} doubtful quotes settled" + (f": {', '.join(told)}" if told else "")
