"""The commands that collect quotes, to be cited later."""

from __future__ import annotations

from textual import work

from analysis import quotation
from tui import screens
from tui.copying import Copying, speaker_of
from tui.holding import NO_QUOTE


class Collecting(Copying):
    """Keeps quotes, of all articles, in the reader's notebook."""

    def action_collect_quote(self) -> None:
        """Keep the quote at hand; it is on the disk once that is told."""
        quote, reading = self.quote_at_hand(), self.reading
        if quote is None or reading is None:
            self.say(NO_QUOTE)
            return
        (citation,) = self.cite((quote,))
        is_new = self.notebook.collect(reading.article, quote, citation)
        self._tell_notebook_trouble()
        if is_new is None:
            self.say("Not collected: the notebook cannot be written now")
        else:
            done = "Collected" if is_new else "Collected before, now as it stands here"
            self.say(f"{done}: {speaker_of(citation)}. M shows all")

    @work
    async def action_show_notes(self) -> None:
        """Show the quotes collected, and copy what the reader wants of them."""
        notes = self.notebook.notes()
        self._tell_notebook_trouble()
        page = screens.NotesPage(notes, drop=self.notebook.drop, restore=self.notebook.restore)
        answer = await self.app.push_screen_wait(page)
        if answer is None:
            return
        first, *others = (note.citation for note in answer.notes)
        if answer.way == "plain":
            self.copy((first,), "plain")
        else:
            scopes: dict[str, tuple[quotation.Citation, ...]] = {"this quote": (first,)}
            if others:
                ordered = sorted(answer.notes, key=lambda note: note.number)
                scopes[f"all {len(ordered)}"] = tuple(note.citation for note in ordered)
            await self.copy_as(scopes)

    def _tell_notebook_trouble(self) -> None:
        for trouble in (self.notebook.error, self.notebook.notice):
            if trouble is not None:
                self.tell_once(str(trouble))
