"""What is on the screen: lays out the parts, shows what it is given, moves the focus.

Decides nothing about what is read and keeps no state of it: that is the reader's.
"""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from analysis.schema import EntityKind, Span
from tui.config import WIDTHS, Sort
from tui.headlines import Heading
from tui.quote_rows import quote_rows
from tui.reading import Reading
from tui.rows import article_rows, entity_rows
from tui.shelf import Entry, Shelf
from tui.sizes import BY_COLUMNS, BY_ROWS, SMALLEST, class_for
from tui.status import describe_place, describe_state
from tui.widgets.article_view import ArticleView, Mark
from tui.widgets.headline import Headline
from tui.widgets.key_line import KeyLine
from tui.widgets.part_list import PartList
from tui.widgets.search_bar import SearchBar
from tui.widgets.spread_bar import SpreadBar
from tui.widgets.status_line import StatusLine

PARTS = ("people", "organizations", "places", "quotes")
"""The ids of the side panel's parts, from top to bottom."""
NAME_PARTS: dict[str, EntityKind] = {
    "people": "person",
    "organizations": "organization",
    "places": "place",
}
"""Those of them that list names, and of which kind."""
LIST_SECONDS = 0.2
"""How long the list of articles waits for more to come."""
NOTICES = {"ready": "none found", "failed": "not analysed"}
"""What an empty part of the panel says in these states of an article."""


class Stage(Screen[None]):
    """The list of articles, the open one's text, the panel, and the line that says where one is."""

    HORIZONTAL_BREAKPOINTS = BY_COLUMNS
    VERTICAL_BREAKPOINTS = BY_ROWS
    AUTO_FOCUS = "#article"

    _shelf: Shelf | None = None
    """The articles as they are."""
    _listed: Shelf | None = None
    """The articles as the list shows them."""
    _is_list_due = False
    """Whether the list will be shown anew soon."""

    def compose(self) -> ComposeResult:
        """Lay out the list, the article and the panel above the status line."""
        # Known now, they need not change all styles a second time when the size is told.
        columns, rows = self.app.size
        self.add_class(class_for(columns, BY_COLUMNS), class_for(rows, BY_ROWS), update=False)
        with Horizontal(id="desk"):
            yield PartList("Articles", id="articles")
            with Vertical(id="page"):
                yield Headline(id="headline")
                yield ArticleView(id="article")
                yield SearchBar(id="search")
            with Vertical(id="panel"):
                yield PartList("People", id="people")
                yield PartList("Organizations", id="organizations")
                yield PartList("Places", id="places")
                yield PartList("Quotes", id="quotes")
        with Horizontal(id="foot"):
            yield StatusLine(id="status")
            yield SpreadBar(id="spread")
        yield KeyLine(id="keys")
        columns, rows = SMALLEST
        yield Static(
            Content(f"newsreader needs {columns} x {rows} cells: make the window larger"),
            id="too-small",
        )

    @property
    def view(self) -> ArticleView:
        """The article's text."""
        return self.query_one("#article", ArticleView)

    @property
    def headline(self) -> Headline:
        """The article's title, above it."""
        return self.query_one("#headline", Headline)

    @property
    def search_bar(self) -> SearchBar:
        """The search line and its hits."""
        return self.query_one("#search", SearchBar)

    @property
    def status(self) -> StatusLine:
        """The status line."""
        return self.query_one("#status", StatusLine)

    @property
    def focused_part(self) -> PartList | None:
        """The list that has the focus, if one has."""
        if self.focused is None:
            return None
        return next((node for node in self.focused.ancestors if isinstance(node, PartList)), None)

    def part(self, name: str) -> PartList:
        """Return a list by its id."""
        return self.query_one(f"#{name}", PartList)

    # -- showing ---------------------------------------------------------------------------

    def show_articles(self, shelf: Shelf, *, soon: bool = False) -> None:
        """Show the list of articles: at once, or soon where many come one after the other."""
        self._shelf = shelf
        if not soon:
            self._list_articles()
        elif not self._is_list_due:
            self._is_list_due = True
            self.set_timer(LIST_SECONDS, self._list_articles)

    def _list_articles(self) -> None:
        self._is_list_due = False
        assert self._shelf is not None
        part = self.part("articles")
        part.rows = article_rows(self._shelf, before=self._listed, rows=part.rows)
        self._listed = self._shelf

    def show_entry(self, entry: Entry) -> None:
        """Show an article's headline and text, from where the reader left it."""
        if entry.reading is None:
            self.headline.heading = Heading(entry.file_name)
            return
        self.headline.heading = Heading.of(entry.reading.article)
        self.view.show_article(entry.reading.article)
        self.view.scroll_to_offset(entry.top)

    def show_lists(self, entry: Entry, sort: Sort, *, by_speaker: bool) -> None:
        """Show people, organizations, places and quotes, these in reading order or by speaker."""
        reading = entry.reading
        for name in PARTS:
            self.part(name).notice = NOTICES.get(entry.state, "analysing…")
        for name, kind in NAME_PARTS.items():
            self.part(name).rows = entity_rows(reading, kind, sort) if reading else ()
        self.part("quotes").rows = quote_rows(reading, by_speaker=by_speaker) if reading else ()

    def show_marks(
        self, reading: Reading | None, hits: tuple[Span, ...], place: Span | None
    ) -> None:
        """Light in the text what was found, chosen and searched, and the place one is at."""
        self.view.show_marks(marks_of(reading) if reading else ())
        self.view.light(reading.walk if reading and reading.chosen is not None else ())
        self.view.show_hits(hits)
        self.view.show_place(place)

    def show_status(
        self, entry: Entry, hits: tuple[Span, ...], place: Span | None, entity: int | None
    ) -> None:
        """Say where one is and what is known of the article, and where the one at hand is."""
        reading, part = entry.reading, self.focused_part
        pointed = entity if part is not None and part.id in NAME_PARTS else None
        self.status.place = describe_place(reading, place, hits, pointed) if reading else ""
        bar = self.query_one("#spread", SpreadBar)
        bar.spans = reading.mentions_of(entity) if reading and entity is not None else ()
        bar.length = len(reading.article.text) if reading else 0
        bar.place = place
        bar.display = bool(bar.spans)
        # What is known of the article gives way to what is known of somebody in it.
        is_told = entry.state == "ready" and entry.file_change is None and bar.display
        self.status.activity = "" if is_told else describe_state(entry)

    def say(self, sentence: str) -> None:
        """Tell the reader something for a moment."""
        self.notify(sentence, markup=False, timeout=3)

    @on(ArticleView.Scrolled)
    def _tell_percent(self, message: ArticleView.Scrolled) -> None:
        self.status.percent = message.percent

    # -- moving in the pane at hand -------------------------------------------------------

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
        self.set_measure(max(WIDTHS[0], min(WIDTHS[-1], self.view.measure + cells)))
        self.status.activity = f"lines of up to {self.view.measure} cells"

    def set_measure(self, measure: int) -> None:
        """Take the longest line of an article, in cells."""
        self.view.measure = measure
        self.headline.measure = measure

    # -- the focus -------------------------------------------------------------------------

    def panes(self) -> list[PartList | ArticleView]:
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
        panes = self.panes()
        here = self.focused_part or self.view
        index = panes.index(here) if here in panes else 0
        self.focus_pane(panes[(index + step_size) % len(panes)])

    def focus_pane(self, pane: PartList | ArticleView) -> None:
        """Give the focus to a pane."""
        if isinstance(pane, PartList):
            pane.take_focus()
        else:
            # At once, not by `focus()`: the next key may be on its way already.
            self.set_focus(pane)

    def close_search(self) -> None:
        """Hide the search line, if it is there, and give the focus to the text."""
        if self.search_bar.display:
            self.search_bar.display = False
            self.focus_pane(self.view)

    def action_focus_part(self, name: str) -> None:
        """Give the focus to a part of the panel, showing it if it is hidden."""
        self.remove_class("-alone", "-list-open")
        self.part(name).take_focus()

    def action_toggle_alone(self) -> None:
        """Show the article alone, or everything again."""
        self.toggle_class("-alone")
        self.focus_pane(self.view)

    def action_filter_panel(self) -> None:
        """Let the reader filter the list that has the focus, or the people."""
        (self.focused_part or self.part("people")).open_filter()


def marks_of(reading: Reading) -> tuple[Mark, ...]:
    """Return what the analysis lights in the text: quotes, people, organizations."""
    if reading.analysis is None:
        return ()
    quotes = [
        Mark(part, "reported" if quote.kind == "indirect" else "quote")
        for quote in reading.quotes
        for part in quote.parts
    ]
    names = [
        Mark(mention.span, reading.analysis.entities[mention.entity].kind)
        for mention in reading.analysis.mentions
        if mention.form == "name"
    ]
    return tuple(quotes + [mark for mark in names if mark.style in reading.kinds_shown])
