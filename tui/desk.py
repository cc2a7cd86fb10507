"""The desk the commands work at: what is open, where the reader stands, and the jumps made.

Each group of commands is a class on it in a file of its own; `reader` joins them to one screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from textual import work

from analysis import corrections, quotation
from analysis.corrections.where import journal_file
from analysis.notebook import Notebook
from analysis.schema import Entity, Quote, Span
from analysis.store import Store
from tui.analyst import Analyst
from tui.config import Config, Sort
from tui.finder import Finder, Indexes
from tui.folders import Folders
from tui.library import Library
from tui.opening import Opening
from tui.reading import Reading, step
from tui.shelf import Shelf
from tui.stage import NAME_PARTS, PARTS, Stage
from tui.status import describe_state
from tui.trail import Place, Trail

NO_QUOTE = "No quote on this screen: ) goes to the next one"
"""Why a command of quotes cannot run, and what to do."""

READY_LENGTH = 100_000
"""From how many characters on an article is made searchable before a search is asked for: what is
shorter takes some milliseconds, and would only take memory."""


class Desk(Stage):
    """The state of reading, how it is shown, and how one moves in it."""

    def __init__(
        self,
        shelf: Shelf,
        *,
        config: Config,
        analyst: Analyst | None,
        store: Store,
        folders: Folders,
        notebook: Notebook,
        opening: Opening | None = None,
    ) -> None:
        """Prepare the screen.

        Args:
            shelf: The articles to open.
            config: The reader's settings.
            analyst: What analyses; None leaves analyses to whoever posts them.
            store: Where analyses are kept between runs.
            folders: Where the reader's corrections are kept.
            notebook: Where collected quotes are kept, and the places where articles were left.
            opening: The first article, where it was read already.
        """
        super().__init__()
        self.library = Library(shelf, analyst=analyst)
        self.trail = Trail()
        self.place: Span | None = None
        self.finder = Finder()
        self.indexes = Indexes()
        self.config = config
        self.store = store
        self._folders = folders
        self.notebook = notebook
        self.opening = opening
        self._sort: Sort = config.sort
        self._shows_reported = False
        self._shows_places = config.places
        self._groups_quotes = False
        self._told: set[str] = set()

    def tell_once(self, trouble: str) -> None:
        """Say a trouble that lasts, once in a session."""
        if trouble not in self._told:
            self._told.add(trouble)
            self.notify(trouble, severity="warning", markup=False)

    @cached_property
    def journal(self) -> corrections.Journal:
        """The reader's corrections; made when they are wanted, and most articles have none."""
        return corrections.Journal(self._folders.data)

    @property
    def reading(self) -> Reading | None:
        """The open article, once it is loaded."""
        return self.library.reading

    # -- showing the state -----------------------------------------------------------------

    def _show_current(self) -> None:
        """Show the open entry from its beginning, or where the reader left it."""
        self.place = None
        self.finder = Finder()
        self.show_entry(self.library.shelf.current)
        if self.reading is not None:
            shown = self.reading.showing_reported(self._shows_reported)
            self.library.set_reading(shown.showing_places(self._shows_places))
            self.library.mark_as_read()
            # After the paint: the process' start must not delay the first sight of the text.
            self.call_after_refresh(self.library.analyse_open)
        self._show_reading()
        self.show_articles(self.library.shelf)

    def _open(self, index: int) -> None:
        self.refresh_corrections()
        self.keep_place()
        self.library.open(index, leaving_at=self.view.first_visible_offset)
        self.close_search()
        self._show_current()
        self.library.analyse_neighbours()

    def keep_place(self) -> None:
        """Remember, for the next run, where the open article is left, if the reader has moved."""
        top = self.view.first_visible_offset
        if self.reading is not None and top != self.library.shelf.current.top:
            self.notebook.leave(self.reading.article.key, top)

    def _show_reading(self) -> None:
        self._show_lists()
        self._show_marks()
        if self.reading is None or self.reading.analysis is None:
            return
        if len(self.reading.article.text) > READY_LENGTH:
            self._prepare_search(self.reading)
        if self.library.shelf.current.state != "ready":
            return  # in a part of the article, a correction may have nothing to correct
        for correction in self.reading.unused:
            what = corrections.describe(correction.change)
            self.tell_once(f"{what}: this finds nothing to correct here any more; it is kept")

    def _show_lists(self) -> None:
        self.show_lists(self.library.shelf.current, self._sort, by_speaker=self._groups_quotes)

    def _show_marks(self) -> None:
        self.show_marks(self.reading, self.finder.places, self.place)
        self._show_status()

    def _show_status(self) -> None:
        entity = self.entity_at_hand()
        self.show_status(
            self.library.shelf.current,
            self.finder.places,
            self.place,
            entity.id if entity else None,
        )

    def on_descendant_focus(self) -> None:
        """Tell of what is at hand in the pane that has the focus now."""
        self._show_status()

    # -- correcting ----------------------------------------------------------------------------

    def correct(
        self, change: corrections.Change, *, everywhere: bool = False, tells: bool = True
    ) -> bool:
        """Make a correction in the open article, keep it, show it and tell it.

        Args:
            change: What is corrected.
            everywhere: Whether it shall hold in every article where it fits.
            tells: Whether to say what was done.

        Returns:
            Whether anything was corrected; where the change fits nothing here, nothing is kept.
        """
        reading = self.reading
        if reading is None or not self.library.fits(change):
            return False
        self.journal.add(change, article=reading.article, everywhere=everywhere)
        self.show_corrections()
        if tells:
            self.say(corrections.describe(change))
        return True

    def refresh_corrections(self) -> None:
        """Take in what another newsreader has corrected meanwhile."""
        may_hold_any = "journal" in vars(self) or journal_file(self._folders.data).exists()
        if may_hold_any and self.journal.refresh():
            self.show_corrections()

    def show_corrections(self) -> None:
        """Lay the corrections that hold over what is shown; say what is wrong with their file."""
        for trouble in (self.journal.trouble, self.journal.passed_over):
            if trouble is not None:
                self.tell_once(trouble)
        before = self.reading
        self.library.take_corrections(self.journal.holding)
        after = self.reading
        if before is None or after is None or after.analysis is None:
            return
        if after.has_same_findings(before):
            return
        self.show_findings(before)

    def show_findings(self, before: Reading | None) -> None:
        """Show what is found in the open article now; each list stays where the reader has it."""
        tops = {name: self.part(name).top for name in PARTS}
        cursors = {
            name: self._follow_row(name, key, before)
            for name in PARTS
            if before is not None and (key := self.part(name).key_at_hand) is not None
        }
        self._show_reading()
        for name, top in tops.items():
            self.part(name).top = top
        for name, key in cursors.items():
            if key is not None:
                self.part(name).point_at(key)

    def _follow_row(self, part: str, key: int, before: Reading) -> int | None:
        """Return the key that a list's row has now, or None."""
        after = self.reading
        if after is None or after.analysis is None:
            return None
        if part in NAME_PARTS:
            return before.follow(key, after.analysis)
        quote = after.find_quote(before.quotes[key]) if key < len(before.quotes) else None
        return None if quote is None else after.quotes.index(quote)

    def _set_reading(self, reading: Reading) -> None:
        self.library.set_reading(reading)
        self._show_marks()

    @work(thread=True, exclusive=True, group="search")
    def _prepare_search(self, reading: Reading) -> None:
        self.indexes.prepare(reading)

    def entity_at_hand(self) -> Entity | None:
        """Return whom a command is about.

        The one under the cursor of a list of names while that has the focus, else the one
        mentioned at the place while it is seen, else the one chosen; None where there is none.
        """
        reading = self.reading
        if reading is None or reading.analysis is None:
            return None
        number = reading.chosen
        part = self.focused_part
        first, last = self.view.first_visible_offset, self.view.last_visible_offset
        if part is not None and part.id in NAME_PARTS:
            number = part.key_at_hand
        elif self.place is not None and first <= self.place.start <= last:
            mention = reading.mention_at(self.place.start)
            number = mention.entity if mention else number
        return None if number is None else reading.analysis.entities[number]

    def quote_at_hand(self) -> Quote | None:
        """Return the quote that commands of quotes are about.

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

    def person_at_hand(self) -> int | None:
        """Return the person or organization under the cursor of the list that has the focus."""
        part = self.focused_part
        is_of_names = part is not None and part.id in ("people", "organizations")
        return part.key_at_hand if part is not None and is_of_names else None

    def quotes_at_hand(self) -> tuple[Quote, ...]:
        """Return all quotes of the person at hand, else of whoever said the quote at hand."""
        if self.reading is None:
            return ()
        person = self.person_at_hand()
        if person is not None:
            return self.reading.quotes_of(person)
        quote = self.quote_at_hand()
        return () if quote is None else self.reading.quotes_of(self.reading.speaker_of(quote))

    def say_no_quote(self) -> None:
        """Say that neither a quote nor a person with quotes is at hand."""
        is_of_person = self.person_at_hand() is not None
        self.say("No quotes of this one in the article" if is_of_person else NO_QUOTE)

    def cite(self, quotes: Sequence[Quote]) -> tuple[quotation.Citation, ...]:
        """Return quotes of the open article with all that citing them needs."""
        reading = self.reading
        if reading is None or reading.analysis is None:
            return ()
        path = self.library.shelf.current.path
        return tuple(
            quotation.cite(reading.article, reading.analysis, quote, path=path) for quote in quotes
        )

    # -- moving ----------------------------------------------------------------------------

    def action_step_mention(self, direction: int) -> None:
        """Go to the next or previous mention."""
        if self.reading is not None:
            nothing = "No people or organizations here" if self.reading.analysis else None
            self._step(self.reading.walk, direction, nothing)

    def action_step_quote(self, direction: int) -> None:
        """Go to the next or previous quote."""
        if self.reading is not None:
            nothing = "No quotes here" if self.reading.analysis else None
            self._step(self.reading.quote_starts, direction, nothing)

    def _step(self, spans: tuple[Span, ...], direction: int, nothing: str | None) -> None:
        index = step(spans, self._here(), direction)
        if index is None:
            self.say(
                nothing or f"Nothing to go to yet: {describe_state(self.library.shelf.current)}"
            )
        else:
            self._jump(spans[index])

    def _here(self) -> int:
        """Return the offset that steps count from: the place while it is seen, else the top."""
        first, last = self.view.first_visible_offset, self.view.last_visible_offset
        if self.place is not None and first <= self.place.start <= last:
            return self.place.start
        return first - 1

    def _jump(self, span: Span) -> None:
        """Go to a place of the open article, remembering where one was."""
        self.trail = self.trail.jump_from(self._standing())
        self._go(span)

    def _go(self, span: Span) -> None:
        self.place = span
        self.view.show_place(span)
        self.view.reveal(span)
        self._point_at_quote(span)
        self._show_status()

    def _point_at_quote(self, span: Span) -> None:
        """Let the list of quotes point at the quote one is at."""
        quote = self.reading.quote_at(span.start) if self.reading else None
        if self.reading is not None and quote is not None:
            self.part("quotes").point_at(self.reading.quotes.index(quote))

    def _standing(self) -> Place:
        offset = self.place.start if self.place else self.view.first_visible_offset
        return Place(self.library.shelf.index, offset)

    def action_back(self) -> None:
        """Go back to where the last jump began."""
        self._follow(self.trail.back(self._standing()), "This is where the jumps began")

    def action_forward(self) -> None:
        """Go forward again."""
        self._follow(self.trail.forward(self._standing()), "This is the last place")

    def _follow(self, step_made: tuple[Place, Trail] | None, nothing: str) -> None:
        if step_made is None:
            self.say(nothing)
            return
        place, self.trail = step_made
        if place.entry != self.library.shelf.index:
            self._open(place.entry)
        if self.reading is not None:
            mention = self.reading.mention_at(place.offset)
            self._go(mention.span if mention else Span(place.offset, place.offset))
