"""What is open, where the reader stands in it, and what of it the commands are about.

Owns the state; shows nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from analysis import corrections, quotation
from analysis.notebook import Notebook
from analysis.schema import Entity, Quote, Span
from analysis.store import Store
from tui.analyst import Analyst
from tui.config import Config, Sort
from tui.finder import Finder, Indexes
from tui.folders import Folders
from tui.library import Library
from tui.opening import Opening
from tui.reading import Reading
from tui.shelf import Shelf
from tui.stage import NAME_PARTS, Stage
from tui.trail import Place, Trail

NO_QUOTE = "No quote on this screen: ) goes to the next one"
"""Why a command of quotes cannot run, and what to do."""


class Holding(Stage):
    """The state of reading, and what is at hand."""

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

    @cached_property
    def journal(self) -> corrections.Journal:
        """The reader's corrections; made when they are wanted, and most articles have none."""
        return corrections.Journal(self._folders.data)

    @property
    def reading(self) -> Reading | None:
        """The open article, once it is loaded."""
        return self.library.reading

    def tell_once(self, trouble: str) -> None:
        """Say a trouble that lasts, once in a session."""
        if trouble not in self._told:
            self._told.add(trouble)
            self.notify(trouble, severity="warning", markup=False)

    # -- what is at hand ------------------------------------------------------------------

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

    def _here(self) -> int:
        """Return the offset that steps count from: the place while it is seen, else the top."""
        first, last = self.view.first_visible_offset, self.view.last_visible_offset
        if self.place is not None and first <= self.place.start <= last:
            return self.place.start
        return first - 1

    def _standing(self) -> Place:
        offset = self.place.start if self.place else self.view.first_visible_offset
        return Place(self.library.shelf.index, offset)
