"""The main screen: joins the commands to one, loads articles, and hears what is analysed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from analysis.errors import LoadError
from analysis.load import load_article
from analysis.schema import Analysis, Article
from tui import screens
from tui.analyst_events import Analysed, Event, Reached
from tui.attributing import Attributing
from tui.collecting import Collecting
from tui.commands import bindings
from tui.correcting import Correcting
from tui.finder import Finder
from tui.rereading import Rereading
from tui.searching import Searching
from tui.searching_all import SearchingAll
from tui.versions import Stamp, stamp_of
from tui.widgets.article_view import ArticleView
from tui.widgets.part_list import PartList


class ReaderScreen(Searching, SearchingAll, Correcting, Attributing, Collecting, Rereading):
    """Articles, the open one's text, and who is in it."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings())

    class Opened(Message):
        """The screen is there, and can answer to keys."""

    @dataclass
    class ArticleLoaded(Message):
        """A file was read."""

        index: int
        """Its entry."""
        article: Article
        """What it holds."""
        analysis: Analysis | None
        """What an earlier run found in it, if it is still good."""
        top: int
        """The offset of the first character seen when an earlier run left it; 0 for a new one."""
        stamp: Stamp | None
        """Its file's, from just before it was read; None where it comes from no file."""

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave all keys but Esc to a line being typed into; too small, only leaving is left."""
        if self.has_class("-too-narrow") or self.has_class("-too-short"):
            return action == "quit"
        return action == "close_topmost" or not isinstance(self.focused, Input)

    def on_mount(self) -> None:
        """Start reading files; the first one is on the screen as soon as it is read."""
        self.set_class(len(self.library.shelf.entries) > 1, "-list-shown")
        self.set_class(self.config.places, "-places-shown")
        self.search_bar.display = False
        self.set_measure(self.config.width)
        self.focus_pane(self.view)
        self.refresh_corrections()
        if self.opening is not None:
            article, top, stamp = self.opening.article, self.opening.top, self.opening.stamp
            self.library.take_article(0, article, self.store.get(article), top=top, stamp=stamp)
            self._tell_left(top)
        self._show_current()
        self.post_message(self.Opened())
        self._load_articles()
        self.watch_files()
        if self.library.analyst is not None:
            self.run_worker(self.library.analyst.run(), name="analyst", exit_on_error=False)

    # -- loading and analysing -------------------------------------------------------------

    @work(thread=True, exclusive=True, group="loading")
    def _load_articles(self) -> None:
        for index, entry in enumerate(self.library.shelf.entries):
            if entry.reading is not None:
                continue
            stamp = None if entry.given else stamp_of(entry.path)
            try:
                article = entry.given or load_article(entry.path)
            except LoadError as error:
                self.post_message(self.ArticleUnreadable(index, str(error)))
            else:
                analysis, top = self.store.get(article), self.notebook.place(article.key)
                self.post_message(self.ArticleLoaded(index, article, analysis, top, stamp))

    @on(ArticleLoaded)
    def _take_article(self, message: ArticleLoaded) -> None:
        self.library.take_article(
            message.index, message.article, message.analysis, top=message.top, stamp=message.stamp
        )
        self._show_loaded(message.index)
        if message.index == self.library.shelf.index:
            self._tell_left(message.top)

    def _tell_left(self, top: int) -> None:
        if top:
            self.say("Where you left it: g goes to the beginning")

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
        current = self.library.shelf.current
        if current.reading is not before.reading:
            self.show_findings(before.reading)
        elif current.state != before.state:
            self._show_reading()
        else:
            self._show_status()
        if not isinstance(message.event, Reached):
            self.show_articles(self.library.shelf)

    @work(thread=True, group="store", description="keep analysis")
    def _keep_analysis(self, analysis: Analysis) -> None:
        self.store.put(analysis)
        self.call_later(self._tell_store_trouble)

    def _tell_store_trouble(self) -> None:
        """Say once that nothing is kept between runs, and why."""
        if self.store.error is not None:
            self.tell_once(str(self.store.error))

    def on_unmount(self) -> None:
        """Let go of the files."""
        self.notebook.close()
        self.store.close()

    def _show_loaded(self, index: int) -> None:
        self._tell_store_trouble()
        if index == self.library.shelf.index:
            self._show_current()
        else:
            self.show_articles(self.library.shelf, soon=True)
            self.library.analyse_neighbours()

    # -- articles and panes ----------------------------------------------------------------

    def action_step_article(self, direction: int) -> None:
        """Open the next or previous article."""
        index = self.library.shelf.index + direction
        if 0 <= index < len(self.library.shelf.entries):
            self._open(index)
        else:
            self.say("This is the last article" if direction > 0 else "This is the first article")

    def action_focus_articles(self) -> None:
        """Give the focus to the list of articles, showing it if it is hidden."""
        self.remove_class("-alone")
        self.add_class("-list-shown", "-list-open")
        self.part("articles").point_at(self.library.shelf.index)
        self.part("articles").take_focus()

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
        self.app.push_screen(screens.HelpPage())

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
        elif self.view.selected is not None:
            self.clear_selection()
        elif self.finder.places:
            self.finder = Finder()
            self._show_marks()
        elif self.reading is not None and self.reading.chosen is not None:
            self._set_reading(self.reading.choosing(None))
        elif self.has_class("-alone"):
            self.remove_class("-alone")
