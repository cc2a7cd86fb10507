"""Textual's driver, for a terminal that was at work before Textual, and may go before it does."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from threading import Event
from typing import IO, Any

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.first_page import ALTERNATE_SCREEN, ENDING_SIGNALS, FirstPage
from tui.terminal import is_gone


class Enduring:
    """A terminal's file to which nothing is written once the terminal is gone.

    Textual writes in a thread. Were that ended by an error, the queue before it would fill up,
    and the program wait for ever to leave.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write, or not."""
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Flush, or not."""
        with suppress(OSError):
            self._file.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


class ReaderDriver(LinuxDriver):
    """Takes the terminal over without wiping what it shows or losing what was typed."""

    page: FirstPage
    """What the terminal shows, until it is taken over."""
    is_reader_there: Event
    """Set once there is a screen that can answer to keys."""
    end: Callable[[], None]
    """Has the app leave, where the terminal or the system says so."""
    _is_at_work = False

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Prepare as Textual does, which gives its driver the app and more."""
        super().__init__(*arguments, **options)
        # Textual has no public name for it, nor for what else may stand there.
        self._file: Any = Enduring(self._file)

    def start_application_mode(self) -> None:
        """Take the terminal, also when coming back from the shell."""
        # Textual's own handlers break into whatever runs, which may be its writing to the terminal.
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTSTP, self._stop)
        loop.add_signal_handler(signal.SIGCONT, self._go_on)
        for number in ENDING_SIGNALS:
            loop.add_signal_handler(number, self.end)
        self._keeps_screen = self.page.hand_over()
        self._is_at_work = True
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self._is_at_work = False
        super().stop_application_mode()

    def _stop(self) -> None:
        """Give the terminal to the shell until the shell says to go on."""
        self.suspend_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        """Take the terminal again, and have the app painted anew.

        The system says to go on also where nobody was told to stop (SIGSTOP tells nobody), and with
        the terminal's end. Taken twice, the terminal would be read by two threads, and left as the
        first had set it.
        """
        if is_gone(self.fileno):
            return
        if self._is_at_work:
            self.suspend_application_mode()
        self.resume_application_mode()
        self._app.post_message(self.SignalResume())

    def write(self, data: str) -> None:
        """Write to the terminal."""
        if self._keeps_screen and data == ALTERNATE_SCREEN:
            # It is taken already; taken again, some terminals would empty it.
            self._keeps_screen = False
            return
        super().write(data)

    def process_message(self, message: Message) -> None:
        """Pass on what the terminal sent; on the thread that reads it, which may wait."""
        self.is_reader_there.wait()
        super().process_message(message)

    def disable_input(self) -> None:
        """Stop reading, even where there never was a reader."""
        self.is_reader_there.set()
        super().disable_input()


def driver_for(
    page: FirstPage, is_reader_there: Event, *, end: Callable[[], None]
) -> type[ReaderDriver]:
    """Return the driver that takes over a page: Textual makes its driver itself, of a class."""
    given = {"page": page, "is_reader_there": is_reader_there, "end": staticmethod(end)}
    return type("Driver", (ReaderDriver,), given)
