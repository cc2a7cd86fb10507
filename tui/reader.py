"""The main screen: holds the state, hears the messages, does the commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from analysis.errors import LoadError
from analysis.load import load_article
from analysis.quotation import QuotationForm, format_quotation, speaker_name
from analysis.schema import Analysis, Article, Quote, Span
from analysis.store import Store
from tui.analyst import Analysed, Analyst, Event
from tui.commands import bindings
from tui.config import Config, Sort
from tui.finder import Finder, Indexes
from tui.library import Library
from tui.reading import Reading, step
from tui.rows import hit_row
from tui.screens.copy_form import CopyForm
from tui.screens.help_page import HelpPage
from tui.shelf import Shelf
from tui.stage import Stage
from tui.status import describe_state
from tui.trail import Place, Trail
from tui.widgets.article_view import ArticleView
from tui.widgets.part_list import PartList
from tui.widgets.search_bar import SearchBar

MOST_HITS = 50
"""Hits listed; all of them are lit and walked."""


class ReaderScreen(Stage):
    """Articles, the open one's text, and who is in it."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings())

    @dataclass
    class ArticleLoaded(Message):
        """A file was read."""

        index: int
        """Its entry."""
        article: Article
        """What it holds."""
        analysis: Analysis | None
        """What an earlier run found in it, if it is still good."""

    @dataclass
    class ArticleUnreadable(Message):
        """A file could not be read."""

        index: int
        """Its entry."""
        sentence: str
        """Why, and what to do."""

    @dataclass
    class AnalystReported(Message):
        """Something happened in the analysing process."""

        event: Event
        """What."""

    @dataclass
    class CopyRequested(Message):
        """The reader asked for this text on the clipboard."""

        text: str
        """What to copy."""
        what: str
        """What it is, in a few words, to be told when it is done."""

    def __init__(
        self, shelf: Shelf, *, config: Config, analyst: Analyst | None, store: Store
    ) -> None:
        """Prepare the screen.

        Args:
            shelf: The articles to open.
            config: The reader's settings.
            analyst: What analyses; None leaves analyses to whoever posts them.
            store: Where analyses are kept between runs.
        """
        super().__init__()
        self.library = Library(shelf, analyst=analyst)
        self.trail = Trail()
        self.place: Span | None = None
        self.finder = Finder()
        self.indexes = Indexes()
        self.config = config
        self.store = store
        self._sort: Sort = config.sort
        self._shows_reported = False
        self._has_told_trouble = False

    @property
    def reading(self) -> Reading | None:
        """The open article, once it is loaded."""
        return self.library.reading

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave all keys but Esc to a line being typed into; too small, only leaving is left."""
        if self.has_class("-too-narrow") or self.has_class("-too-short"):
            return action == "quit"
        return action == "close_topmost" or not isinstance(self.focused, Input)

    def on_mount(self) -> None:
        """Start reading files; the first one is on the screen as soon as it is read."""
        self.set_class(len(self.library.shelf.entries) > 1, "-list-shown")
        self.search_bar.display = False
        self.view.measure = self.config.width
        self.focus_pane(self.view)
        self._show_current()
        self._load_articles()
        if self.library.analyst is not None:
            self.run_worker(self.library.analyst.run(), name="analyst", exit_on_error=False)

    # -- loading and analysing -------------------------------------------------------------

    @work(thread=True, exclusive=True, group="loading")
    def _load_articles(self) -> None:
        for index, entry in enumerate(self.library.shelf.entries):
            try:
                article = load_article(entry.path)
            except LoadError as error:
                self.post_message(self.ArticleUnreadable(index, str(error)))
            else:
                self.post_message(self.ArticleLoaded(index, article, self.store.get(article)))

    @on(ArticleLoaded)
    def _take_article(self, message: ArticleLoaded) -> None:
        self.library.take_article(message.index, message.article, message.analysis)
        self._show_loaded(message.index)

    @on(ArticleUnreadable)
    def _take_unreadable(self, message: ArticleUnreadable) -> None:
        self.library.take_problem(message.index, message.sentence)
        self._show_loaded(message.index)

    def report(self, event: Event) -> None:
        """Hear from the analyst; safe to call when the screen is gone."""
        if self.is_attached:
            self.post_message(self.AnalystReported(event))

    @on(AnalystReported)
    def _take_report(self, message: AnalystReported) -> None:
        before = self.library.shelf.current
        sentence = self.library.hear(message.event)
        if sentence is not None:
            self.notify(sentence, severity="warning", markup=False)
        if isinstance(message.event, Analysed):
            self._keep_analysis(message.event.analysis)
            self.library.analyse_neighbours()
        if self.library.shelf.current is not before:
            self._show_reading()
        self.show_articles(self.library.shelf)

    @work(thread=True, group="store")
    def _keep_analysis(self, analysis: Analysis) -> None:
        self.store.put(analysis)
        self.call_later(self._tell_store_trouble)

    def _tell_store_trouble(self) -> None:
        """Say once that nothing is kept between runs, and why."""
        if self.store.error is not None and not self._has_told_trouble:
            self._has_told_trouble = True
            self.notify(str(self.store.error), severity="warning", markup=False)

    def on_unmount(self) -> None:
        """Let go of the file of analyses."""
        self.store.close()

    @work(thread=True, exclusive=True, group="search")
    def _prepare_search(self, reading: Reading) -> None:
        self.indexes.prepare(reading)

    # -- showing the state -----------------------------------------------------------------

    def _show_loaded(self, index: int) -> None:
        self._tell_store_trouble()
        if index == self.library.shelf.index:
            self._show_current()
        else:
            self.show_articles(self.library.shelf)
            self.library.analyse_neighbours()

    def _show_current(self) -> None:
        """Show the open entry from its beginning, or where the reader left it."""
        self.place = None
        self.finder = Finder()
        self.show_entry(self.library.shelf.current)
        if self.reading is not None:
            self.library.set_reading(self.reading.showing_reported(self._shows_reported))
            self.library.mark_as_read()
            # After the paint: the process' start must not delay the first sight of the text.
            self.call_after_refresh(self.library.analyse_open)
        self._show_reading()
        self.show_articles(self.library.shelf)

    def _show_reading(self) -> None:
        self.show_lists(self.library.shelf.current, self._sort)
        self._show_marks()
        if self.reading is not None and self.reading.analysis is not None:
            self._prepare_search(self.reading)

    def _show_marks(self) -> None:
        self.show_marks(self.reading, self.finder.places, self.place)
        self._show_status()

    def _show_status(self) -> None:
        self.show_status(self.library.shelf.current, self.finder.places, self.place)

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

    def action_step_hit(self, direction: int) -> None:
        """Go to the next or previous place that the search found."""
        self._step(self.finder.places, direction, "Nothing is searched for: / begins")

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
        self._show_status()

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

    # -- articles and panes ----------------------------------------------------------------

    def action_step_article(self, direction: int) -> None:
        """Open the next or previous article."""
        index = self.library.shelf.index + direction
        if 0 <= index < len(self.library.shelf.entries):
            self._open(index)
        else:
            self.say("This is the last article" if direction > 0 else "This is the first article")

    def _open(self, index: int) -> None:
        self.library.open(index, leaving_at=self.view.first_visible_offset)
        self._close_search()
        self._show_current()
        self.library.analyse_neighbours()

    def action_focus_articles(self) -> None:
        """Give the focus to the list of articles, showing it if it is hidden."""
        self.remove_class("-alone")
        self.add_class("-list-shown", "-list-open")
        self.part("articles").point_at(self.library.shelf.index)
        self.part("articles").take_focus()

    def action_sort_panel(self) -> None:
        """Sort people and organizations the other way."""
        self._sort = "count" if self._sort == "first" else "first"
        self.show_lists(self.library.shelf.current, self._sort)
        self.say("Sorted by count" if self._sort == "count" else "Sorted by first mention")

    def action_toggle_reported(self) -> None:
        """Count reported speech among the quotes, or no longer."""
        self._shows_reported = not self._shows_reported
        if self.reading is not None:
            self.library.set_reading(self.reading.showing_reported(self._shows_reported))
        self._show_reading()
        self.say("Reported speech shown" if self._shows_reported else "Reported speech hidden")

    @on(PartList.Chosen)
    def _follow_choice(self, message: PartList.Chosen) -> None:
        if message.part.id == "articles":
            self.remove_class("-list-open")
            self._open(message.key)
            self.focus_pane(self.view)
        elif message.part.id == "quotes" and self.reading:
            self._jump(self.reading.quotes[message.key].parts[0])
        else:
            self._choose(message.key)

    def _choose(self, entity: int) -> None:
        """Choose an entity and go to its first mention; chosen already, to its next one."""
        if self.reading is None:
            return
        again = self.reading.chosen == entity
        self._set_reading(self.reading.choosing(entity))
        mentions = self.reading.mentions_of(entity)
        following = step(mentions, self.place.start if again and self.place else -1, 1)
        if following is not None:
            self._jump(mentions[following])

    def _set_reading(self, reading: Reading) -> None:
        self.library.set_reading(reading)
        self._show_marks()

    @on(ArticleView.Clicked)
    def _click_text(self, message: ArticleView.Clicked) -> None:
        """Choose the person or organization clicked on, or take the quote at hand."""
        if self.reading is None:
            return
        mention = self.reading.mention_at(message.offset)
        quote = self.reading.quote_at(message.offset)
        if mention is not None:
            self._set_reading(self.reading.choosing(mention.entity))
            self._jump(mention.span)
        elif quote is not None:
            self._jump(next(part for part in quote.parts if message.offset in part))

    # -- search ----------------------------------------------------------------------------

    def action_search(self) -> None:
        """Open the search line."""
        if self.reading is None:
            self.say("There is no text to search yet")
            return
        index = self.indexes.of(self.reading)
        self.finder = Finder(index, self.view.first_visible_offset, self.place)
        self._show_marks()
        self.search_bar.open()

    @on(SearchBar.QueryChanged)
    def _find(self, message: SearchBar.QueryChanged) -> None:
        self.finder = self.finder.finding(message.query)
        shown = self.finder.hits[:MOST_HITS]
        rows = tuple(hit_row(index, hit) for index, hit in enumerate(shown))
        self.search_bar.show_hits(rows, "no match" if message.query.strip() and not rows else "")
        self._preview()

    @on(SearchBar.Pointed)
    def _point(self, message: SearchBar.Pointed) -> None:
        self.finder = self.finder.pointing(message.index)
        self._preview()

    def _preview(self) -> None:
        """Show the hit under the cursor without leaving the place the search began at."""
        target = self.finder.target
        self.view.show_hits(self.finder.places)
        self.view.show_place(target)
        if target is not None:
            self.view.reveal(target)
            self.search_bar.tell(f"{len(self.finder.places)} in the text")
        else:
            self.view.scroll_to_offset(self.finder.top)

    @on(SearchBar.Chosen)
    def _take_hit(self, message: SearchBar.Chosen) -> None:
        self.finder = self.finder.pointing(message.index)
        target = self.finder.target
        self._close_search()
        if target is not None:
            self.trail = self.trail.jump_from(
                Place(self.library.shelf.index, self.place.start if self.place else self.finder.top)
            )
            self._go(target)

    @on(SearchBar.GivenUp)
    def _return_from_search(self) -> None:
        top, self.place = self.finder.top, self.finder.place
        self.finder = Finder()
        self._close_search()
        self._show_marks()
        self.view.scroll_to_offset(top)

    def _close_search(self) -> None:
        if self.search_bar.display:
            self.search_bar.display = False
            self.focus_pane(self.view)

    # -- copying ---------------------------------------------------------------------------

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

    # -- the rest --------------------------------------------------------------------------

    def action_analyse_again(self) -> None:
        """Have the open article analysed anew."""
        if self.library.analyse_again():
            self._show_reading()
        else:
            self.say("There is nothing to analyse")

    def action_palette(self) -> None:
        """Show every command by name."""
        self.app.action_command_palette()

    def action_quit(self) -> None:
        """Leave newsreader."""
        self.app.exit()

    def action_show_help(self) -> None:
        """Show every key."""
        self.app.push_screen(HelpPage())

    def action_close_topmost(self) -> None:
        """Close the filter, the hits, the choice or the list, whichever is topmost."""
        part = self.focused_part
        if self.search_bar.display:
            self._return_from_search()
        elif part is not None and part.close_filter():
            part.take_focus()
        elif part is not None:
            self.remove_class("-list-open")
            self.focus_pane(self.view)
        elif self.finder.places:
            self.finder = Finder()
            self._show_marks()
        elif self.reading is not None and self.reading.chosen is not None:
            self._set_reading(self.reading.choosing(None))
        elif self.has_class("-alone"):
            self.remove_class("-alone")
