"""The main screen: holds the state, hears the messages, does the commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from analysis.errors import LoadError
from analysis.load import load_article
from analysis.quotation import QuotationForm, format_quotation, speaker_name
from analysis.schema import Analysis, Article, Quote, Span
from analysis.store import Store
from tui.analyst import Analysed, Analyst, Event, Failed, Refused, Restarted, Started, Working
from tui.commands import bindings
from tui.config import WIDTHS, Config, Sort
from tui.finder import Finder, Indexes
from tui.reading import Reading, step
from tui.rows import article_rows, entity_rows, hit_row, quote_rows
from tui.screens.copy_form import CopyForm
from tui.screens.help_page import HelpPage
from tui.shelf import Shelf
from tui.status import describe_place, describe_state
from tui.trail import Place, Trail
from tui.widgets.article_view import ArticleView, Mark
from tui.widgets.headline import Headline
from tui.widgets.part_list import PartList
from tui.widgets.search_bar import SearchBar
from tui.widgets.status_line import StatusLine

PARTS = ("people", "organizations", "quotes")
"""The ids of the side panel's parts, from top to bottom."""
MOST_HITS = 50
"""Hits listed; all of them are lit and walked."""
SMALLEST = (40, 12)
"""Columns and rows below which the reader asks for more room."""


class ReaderScreen(Screen[None]):
    """Articles, the open one's text, and who is in it."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings())
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012 - as Textual has it
        (0, "-too-narrow"),
        (SMALLEST[0], "-narrow"),
        (110, "-normal"),
        (170, "-wide"),
    ]
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012
        (0, "-too-short"),
        (SMALLEST[1], "-high-enough"),
    ]

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
        self.shelf = shelf
        self.trail = Trail()
        self.place: Span | None = None
        self.finder = Finder()
        self.indexes = Indexes()
        self.config = config
        self.analyst = analyst
        self.store = store
        self._sort: Sort = config.sort

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave all keys but Esc to a line being typed into; too small, only leaving is left."""
        if self.has_class("-too-narrow") or self.has_class("-too-short"):
            return action == "quit"
        return action == "close_topmost" or not isinstance(self.focused, Input)

    # -- what is on the screen -------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the list, the article and the panel above the status line."""
        with Horizontal(id="desk"):
            yield PartList("Articles", id="articles")
            with Vertical(id="page"):
                yield Headline(id="headline")
                yield ArticleView(id="article")
                yield SearchBar(id="search")
            with Vertical(id="panel"):
                yield PartList("People", id="people")
                yield PartList("Organizations", id="organizations")
                yield PartList("Quotes", id="quotes")
        yield StatusLine(id="status")
        yield Footer(show_command_palette=False, compact=True)
        with Container(id="too-small"):
            columns, rows = SMALLEST
            yield Static(
                Content(f"newsreader needs {columns} x {rows} cells: make the window larger")
            )

    def on_mount(self) -> None:
        """Start reading files; the first one is on the screen as soon as it is read."""
        self.set_class(len(self.shelf.entries) > 1, "-list-shown")
        self.search_bar.display = False
        self.view.measure = self.config.width
        self._focus(self.view)
        self._show_current()
        self._load_articles()
        if self.analyst is not None:
            self.run_worker(self.analyst.run(), name="analyst", exit_on_error=False)

    @property
    def view(self) -> ArticleView:
        """The article's text."""
        return self.query_one("#article", ArticleView)

    @property
    def search_bar(self) -> SearchBar:
        """The search line and its hits."""
        return self.query_one("#search", SearchBar)

    @property
    def status(self) -> StatusLine:
        """The status line."""
        return self.query_one("#status", StatusLine)

    @property
    def reading(self) -> Reading | None:
        """The open article, once it is loaded."""
        return self.shelf.current.reading

    @property
    def focused_part(self) -> PartList | None:
        """The list that has the focus, if one has."""
        if self.focused is None:
            return None
        return next((node for node in self.focused.ancestors if isinstance(node, PartList)), None)

    def part(self, name: str) -> PartList:
        """Return a list by its id."""
        return self.query_one(f"#{name}", PartList)

    # -- loading and analysing -------------------------------------------------------------

    @work(thread=True, exclusive=True, group="loading")
    def _load_articles(self) -> None:
        for index, entry in enumerate(self.shelf.entries):
            try:
                article = load_article(entry.path)
            except LoadError as error:
                self.post_message(self.ArticleUnreadable(index, str(error)))
            else:
                self.post_message(self.ArticleLoaded(index, article, self.store.get(article)))

    @on(ArticleLoaded)
    def _take_article(self, message: ArticleLoaded) -> None:
        reading = Reading(message.article, message.analysis)
        state = "ready" if message.analysis else "loaded"
        self.shelf = self.shelf.changing(message.index, reading=reading, state=state)
        if message.index == self.shelf.index:
            self._show_current()
        else:
            self._show_articles()
            self._analyse_neighbours()

    @on(ArticleUnreadable)
    def _take_unreadable(self, message: ArticleUnreadable) -> None:
        self.shelf = self.shelf.changing(message.index, state="failed", problem=message.sentence)
        if message.index == self.shelf.index:
            self._show_current()
        else:
            self._show_articles()

    def report(self, event: Event) -> None:
        """Hear from the analyst; safe to call when the screen is gone."""
        if self.is_attached:
            self.post_message(self.AnalystReported(event))

    @on(AnalystReported)
    def _take_report(self, message: AnalystReported) -> None:
        match message.event:
            case Analysed(analysis):
                self._keep_analysis(analysis)
                for index in self.shelf.with_key(analysis.article_key):
                    self._take_analysis(index, analysis)
                self._analyse_neighbours()
            case Working(key):
                self._set_state(key, "analysing")
            case Refused(key, sentence):
                self._set_state(key, "failed", sentence)
            case Restarted():
                self.notify("The analysis stopped and was started again.", markup=False)
            case Failed(sentence):
                self._stop_waiting(sentence)
            case Started():
                pass
        self._show_articles()
        self._show_status()

    @work(thread=True, exclusive=True, group="search")
    def _prepare_search(self, reading: Reading) -> None:
        self.indexes.prepare(reading)

    def _take_analysis(self, index: int, analysis: Analysis) -> None:
        reading = self.shelf.entries[index].reading
        assert reading is not None
        self.shelf = self.shelf.changing(
            index, reading=reading.with_analysis(analysis), state="ready", problem=None
        )
        if index == self.shelf.index:
            self._show_reading()
            self._prepare_search(self.shelf.entries[index].reading)

    def _set_state(self, key: str, state: str, problem: str | None = None) -> None:
        for index in self.shelf.with_key(key):
            self.shelf = self.shelf.changing(index, state=state, problem=problem)
            if index == self.shelf.index:
                self._show_lists()

    def _stop_waiting(self, sentence: str) -> None:
        for index, entry in enumerate(self.shelf.entries):
            if entry.state in ("analysing", "loaded"):
                self.shelf = self.shelf.changing(index, state="failed", problem=sentence)
        self._show_lists()
        self.notify(f"{sentence}. R tries again.", severity="warning", markup=False)

    @work(thread=True, group="store")
    def _keep_analysis(self, analysis: Analysis) -> None:
        self.store.put(analysis)

    def _analyse(self, index: int, *, urgent: bool) -> None:
        entry = self.shelf.entries[index]
        if self.analyst and entry.reading and entry.state == "loaded":
            self.analyst.submit(entry.reading.article, urgent=urgent)

    def _analyse_neighbours(self) -> None:
        if self.shelf.current.state in ("ready", "failed"):
            for index in self.shelf.neighbours():
                self._analyse(index, urgent=False)

    # -- showing the state -----------------------------------------------------------------

    def _show_current(self) -> None:
        """Show the open entry from its beginning, or where the reader left it."""
        entry = self.shelf.current
        self.place = None
        self.finder = Finder()
        if entry.reading is None:
            self.query_one(Headline).show_name(entry.path.name)
        else:
            self.shelf = self.shelf.changing(self.shelf.index, is_read=True)
            self.query_one(Headline).show_article(entry.reading.article)
            self.view.show_article(entry.reading.article)
            self.view.scroll_to_offset(entry.top)
            # After the paint: the process' start must not delay the first sight of the text.
            self.call_after_refresh(self._analyse, self.shelf.index, urgent=True)
        self._show_reading()
        self._show_articles()

    def _show_reading(self) -> None:
        self._show_lists()
        self._show_marks()
        self._show_status()

    def _show_marks(self) -> None:
        reading = self.reading
        self.view.show_marks(marks_of(reading) if reading else ())
        self.view.light(reading.walk if reading and reading.chosen is not None else ())
        self.view.show_hits(self.finder.places)
        self.view.show_place(self.place)

    def _show_lists(self) -> None:
        reading = self.reading
        notice = self._notice()
        for name in PARTS:
            self.part(name).notice = notice
        rows = (
            ((), (), ())
            if reading is None
            else (
                entity_rows(reading, "person", self._sort),
                entity_rows(reading, "organization", self._sort),
                quote_rows(reading),
            )
        )
        for name, part_rows in zip(PARTS, rows, strict=True):
            self.part(name).rows = part_rows

    def _notice(self) -> str:
        entry = self.shelf.current
        if entry.state == "ready":
            return "none found"
        return "not analysed" if entry.state == "failed" else "analysing…"

    def _show_articles(self) -> None:
        self.part("articles").rows = article_rows(self.shelf.entries, self.shelf.index)

    def _show_status(self) -> None:
        reading = self.reading
        self.status.place = (
            describe_place(reading, self.place, self.finder.places) if reading else ""
        )
        self.status.activity = describe_state(self.shelf.current)

    @on(ArticleView.LaidOut)
    def _align_headline(self, message: ArticleView.LaidOut) -> None:
        self.query_one(Headline).styles.padding = (0, 1, 0, message.margin)

    @on(ArticleView.Scrolled)
    def _tell_percent(self, message: ArticleView.Scrolled) -> None:
        self.status.percent = message.percent

    # -- moving ----------------------------------------------------------------------------

    def action_move_lines(self, lines: int) -> None:
        """Move by lines in the text, by rows in a list."""
        if part := self.focused_part:
            part.move(lines)
        else:
            self.view.scroll_rows(lines)

    def action_move_pages(self, pages: float) -> None:
        """Move by pages, or parts of one."""
        if part := self.focused_part:
            rows = max(1, round(part.page_rows() * abs(pages)))
            part.move(rows if pages > 0 else -rows)
        else:
            self.view.scroll_pages(pages)

    def action_move_to_top(self) -> None:
        """Go to the beginning."""
        if part := self.focused_part:
            part.move_to(0)
        else:
            self.view.scroll_to_top()

    def action_move_to_end(self) -> None:
        """Go to the end."""
        if part := self.focused_part:
            part.move_to(-1)
        else:
            self.view.scroll_to_end()

    def action_widen(self, cells: int) -> None:
        """Make the lines longer or shorter."""
        self.view.measure = max(WIDTHS[0], min(WIDTHS[-1], self.view.measure + cells))
        self.status.activity = f"lines of up to {self.view.measure} cells"

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
            self._say(nothing or f"Nothing to go to yet: {describe_state(self.shelf.current)}")
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
        return Place(self.shelf.index, offset)

    def action_back(self) -> None:
        """Go back to where the last jump began."""
        self._follow(self.trail.back(self._standing()), "This is where the jumps began")

    def action_forward(self) -> None:
        """Go forward again."""
        self._follow(self.trail.forward(self._standing()), "This is the last place")

    def _follow(self, step_made: tuple[Place, Trail] | None, nothing: str) -> None:
        if step_made is None:
            self._say(nothing)
            return
        place, self.trail = step_made
        if place.entry != self.shelf.index:
            self._open(place.entry)
        if self.reading is not None:
            mention = self.reading.mention_at(place.offset)
            self._go(mention.span if mention else Span(place.offset, place.offset))

    # -- articles and panes ----------------------------------------------------------------

    def action_step_article(self, direction: int) -> None:
        """Open the next or previous article."""
        index = self.shelf.index + direction
        if 0 <= index < len(self.shelf.entries):
            self._open(index)
        else:
            self._say("This is the last article" if direction > 0 else "This is the first article")

    def _open(self, index: int) -> None:
        self.shelf = self.shelf.changing(self.shelf.index, top=self.view.first_visible_offset)
        self.shelf = self.shelf.opening(index)
        self._close_search()
        self._show_current()
        self._analyse_neighbours()

    def _panes(self) -> list[PartList | ArticleView]:
        """Return the panes that are on the screen, in the order of Tab."""
        parts = [self.part(name) for name in PARTS]
        panes: list[PartList | ArticleView] = [self.part("articles"), self.view, *parts]
        return [pane for pane in panes if pane.region.area]

    def action_focus_next_pane(self) -> None:
        """Give the focus to the next pane."""
        self._focus_by(1)

    def action_focus_previous_pane(self) -> None:
        """Give the focus to the pane before."""
        self._focus_by(-1)

    def _focus_by(self, step_size: int) -> None:
        panes = self._panes()
        here = self.focused_part or self.view
        index = panes.index(here) if here in panes else 0
        self._focus(panes[(index + step_size) % len(panes)])

    def _focus(self, pane: PartList | ArticleView) -> None:
        if isinstance(pane, PartList):
            pane.take_focus()
        else:
            # At once, not by `focus()`: the next key may be on its way already.
            self.set_focus(pane)

    def action_focus_part(self, name: str) -> None:
        """Give the focus to a part of the panel, showing it if it is hidden."""
        self.remove_class("-alone", "-list-open")
        self.part(name).take_focus()

    def action_focus_articles(self) -> None:
        """Give the focus to the list of articles, showing it if it is hidden."""
        self.remove_class("-alone")
        self.add_class("-list-shown", "-list-open")
        self.part("articles").point_at(self.shelf.index)
        self.part("articles").take_focus()

    def action_toggle_alone(self) -> None:
        """Show the article alone, or everything again."""
        self.toggle_class("-alone")
        self._focus(self.view)

    def action_sort_panel(self) -> None:
        """Sort people and organizations the other way."""
        self._sort = "count" if self._sort == "first" else "first"
        self._show_lists()
        self._say("Sorted by count" if self._sort == "count" else "Sorted by first mention")

    def action_filter_panel(self) -> None:
        """Let the reader filter the list that has the focus, or the people."""
        (self.focused_part or self.part("people")).open_filter()

    @on(PartList.Chosen)
    def _follow_choice(self, message: PartList.Chosen) -> None:
        if message.part.id == "articles":
            self.remove_class("-list-open")
            self._open(message.key)
            self._focus(self.view)
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
        self.shelf = self.shelf.changing(self.shelf.index, reading=reading)
        self._show_marks()
        self._show_status()

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
            self._say("There is no text to search yet")
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
                Place(self.shelf.index, self.place.start if self.place else self.finder.top)
            )
            self._go(target)

    @on(SearchBar.GivenUp)
    def _return_from_search(self) -> None:
        top, self.place = self.finder.top, self.finder.place
        self.finder = Finder()
        self._close_search()
        self._show_marks()
        self.view.scroll_to_offset(top)
        self._show_status()

    def _close_search(self) -> None:
        if self.search_bar.display:
            self.search_bar.display = False
            self._focus(self.view)

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
            self._say("No quote on this screen: ) goes to the next one")
        else:
            self._copy(quote, "plain")

    @work
    async def action_copy_quote_as(self) -> None:
        """Ask in which form, then copy the quote at hand."""
        quote, reading = self.quote_at_hand(), self.reading
        if quote is None or reading is None or reading.analysis is None:
            self._say("No quote on this screen: ) goes to the next one")
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
        entry = self.shelf.current
        if self.analyst is None or entry.reading is None:
            self._say("There is nothing to analyse")
            return
        self.shelf = self.shelf.changing(self.shelf.index, state="analysing", problem=None)
        self.analyst.revive()
        self.analyst.submit(entry.reading.article, urgent=True)
        self._show_reading()

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
            self._focus(self.view)
        elif self.finder.places:
            self.finder = Finder()
            self._show_marks()
            self._show_status()
        elif self.reading is not None and self.reading.chosen is not None:
            self._set_reading(self.reading.choosing(None))
        elif self.has_class("-alone"):
            self.remove_class("-alone")

    def _say(self, sentence: str) -> None:
        self.notify(sentence, markup=False, timeout=3)


def marks_of(reading: Reading) -> tuple[Mark, ...]:
    """Return what the analysis lights in the text: quotes, people, organizations."""
    if reading.analysis is None:
        return ()
    quotes = [Mark(part, "quote") for quote in reading.quotes for part in quote.parts]
    names = [
        Mark(mention.span, reading.analysis.entities[mention.entity].kind)
        for mention in reading.analysis.mentions
        if mention.form == "name"
    ]
    return tuple(quotes + [mark for mark in names if mark.style in ("person", "organization")])
