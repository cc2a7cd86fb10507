"""The Textual application: theme, signals, clipboard, palette; it owns the analyst."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Iterable
from threading import Event

from rich.console import RenderableType
from textual import events, on, work
from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.theme import ThemeProvider

from analysis.child import serve_command
from analysis.fingerprint import fingerprint
from analysis.notebook import Notebook
from analysis.store import Store
from tui import screens
from tui.analyst import Analyst
from tui.analyst_events import Event as AnalystEvent
from tui.commands import COMMANDS
from tui.config import Config
from tui.driver import driver_for
from tui.first_page import FirstPage
from tui.folders import Folders
from tui.opening import Opening
from tui.reader import ReaderScreen
from tui.shelf import Shelf
from tui.terminal import has_shell_behind, is_gone

GLANCE_SECONDS = 1.0
"""How often the app looks whether its terminal is still there."""


class NewsreaderApp(App[None]):
    """Reads a shelf of articles."""

    TITLE = "newsreader"
    CSS_PATH = "newsreader.tcss"
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        shelf: Shelf,
        *,
        config: Config,
        folders: Folders,
        notebook: Notebook | None = None,
        opening: Opening | None = None,
        page: FirstPage | None = None,
        analyses: bool = True,
    ) -> None:
        """Prepare the application.

        Args:
            shelf: The articles to open.
            config: The reader's settings.
            folders: Where the cache, the log and copies go.
            notebook: What the reader collected; opened in `folders` where left out.
            opening: The first article, where it was read already.
            page: Its first page, if the terminal shows it.
            analyses: Whether an analysing process is started; screen tests do without.
        """
        self._is_reader_there = Event()
        self._is_to_end = False
        super().__init__(
            driver_class=driver_for(page or FirstPage(""), self._is_reader_there, end=self._end)
        )
        self.animation_level = "none"  # a page down is to be there, not to arrive
        self._folders = folders
        analyst = None
        if analyses:
            analyst = Analyst(
                serve_command(config.pipeline, is_trusted=config.trust_pipeline),
                log=folders.state / "analysis.log",
                report=self._hear,
            )
        self.reader = ReaderScreen(
            shelf,
            config=config,
            analyst=analyst,
            store=Store(folders.cache, fingerprint=fingerprint(config.pipeline)),
            folders=folders,
            notebook=notebook or Notebook(folders.data),
            opening=opening,
        )
        self._wanted_theme = config.theme

    def get_default_screen(self) -> Screen[None]:
        """Return the reader: there is no screen below it."""
        return self.reader

    def on_mount(self) -> None:
        """Take the theme, and watch over the terminal."""
        self.call_after_refresh(_collect_garbage)
        self.app_resume_signal.subscribe(self, self._paint_anew)
        if self._wanted_theme in self.available_themes:
            self.theme = self._wanted_theme
        else:
            names = ", ".join(sorted(self.available_themes))
            self.notify(
                f"There is no theme {self._wanted_theme!r}; there are {names}",
                severity="warning",
                markup=False,
            )
        if not self.is_headless and sys.__stdin__ is not None and sys.__stdin__.isatty():
            self.set_interval(GLANCE_SECONDS, self._leave_with_terminal)

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Leave, and remember where the open article is left."""
        self.reader.keep_place()
        super().exit(result, return_code, message)

    async def on_event(self, event: events.Event) -> None:
        """Handle an event; what is typed while the last screen closes is for nobody."""
        is_typed = isinstance(event, events.InputEvent)
        if self.is_running or not is_typed:
            await super().on_event(event)
        if is_typed:
            # A command that asks something has seen whom it is about before the next key moves on.
            await asyncio.sleep(0)

    def _paint_anew(self, _: App[None]) -> None:
        """Paint all of the screen: the shell, which had the terminal meanwhile, wiped it."""
        self.refresh(layout=True)

    def _leave_with_terminal(self) -> None:
        assert sys.__stdin__ is not None
        if is_gone(sys.__stdin__.fileno()):
            self._end()

    def _end(self) -> None:
        """Leave as soon as the reader is there: Textual leaves out half of a start cut short."""
        if self._is_reader_there.is_set():
            self.exit()
        else:
            self._is_to_end = True

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield Textual's theme command and every command of the table, for the palette."""
        for command in super().get_system_commands(screen):
            if command.title == "Theme":
                yield command
        for entry in COMMANDS:
            if entry.action != "palette":
                yield SystemCommand(
                    f"{entry.label}  ({entry.shown.split()[0]})",
                    entry.help,
                    lambda action=entry.action: self.call_later(self._run_in_reader, action),
                )

    async def _run_in_reader(self, action: str) -> None:
        await self.reader.run_action(action)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy text, such as a selection, and say which way it went."""
        self.copy_and_tell(text, f"{len(text)} characters")

    def action_command_palette(self) -> None:
        """Show every command by name."""
        if not isinstance(self.screen, screens.Palette):
            self.push_screen(screens.Palette(id="--command-palette"))

    def action_suspend_process(self) -> None:
        """Stop, until the shell has the reader come back."""
        if has_shell_behind():
            super().action_suspend_process()
        else:
            self.reader.say("No shell to go to: this terminal runs newsreader alone")

    def search_themes(self) -> None:
        """Show every theme by name; choosing one takes it for this run."""
        self.push_screen(
            screens.Palette(providers=[ThemeProvider], placeholder="Search for themes…")
        )

    def _hear(self, event: AnalystEvent) -> None:
        self.reader.report(event)

    def _send_osc52(self, text: str) -> None:
        super().copy_to_clipboard(text)

    @on(ReaderScreen.Opened)
    def _let_keys_in(self) -> None:
        self._is_reader_there.set()
        if self._is_to_end:
            self.exit()

    @on(ReaderScreen.CopyRequested)
    def _copy_quotation(self, message: ReaderScreen.CopyRequested) -> None:
        self.copy_and_tell(message.text, message.what)

    @work(thread=True, group="clipboard", description="copy and tell")
    def copy_and_tell(self, text: str, what: str) -> None:
        """Copy text and say what was copied and which way it went."""
        from tui.clipboard import copy  # not before something is copied

        outcome = copy(
            text,
            send_osc52=lambda text: self.call_from_thread(self._send_osc52, text),
            environment=os.environ,
            fallback_folder=self._folders.state / "copies",
        )
        self.call_from_thread(self.notify, f"{outcome.sentence}: {what}", markup=False)


def _collect_garbage() -> None:
    """Begin to collect garbage, but never among what the start has left.

    To look through that once would hold the first key up; half a megabyte of it is garbage.
    """
    gc.freeze()
    gc.enable()
