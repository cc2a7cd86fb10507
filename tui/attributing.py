"""The commands of quotes and those who said them."""

from __future__ import annotations

from textual import work

from tui.desk import Desk
from tui.screens.voices_page import VoicesPage
from tui.voices import count_voices


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
        voice = await self.app.push_screen_wait(VoicesPage(voices))
        if voice is not None:
            self._jump(voice.first)
            self.focus_pane(self.view)
