"""Textual's driver, for a terminal that was at work before Textual: a page shown, keys typed."""

from __future__ import annotations

from threading import Event

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.first_page import ALTERNATE_SCREEN, FirstPage


class ReaderDriver(LinuxDriver):
    """Takes the terminal over without wiping what it shows or losing what was typed."""

    page: FirstPage
    """What the terminal shows, until it is taken over."""
    is_reader_there: Event
    """Set once there is a screen that can answer to keys."""

    def start_application_mode(self) -> None:
        """Take the terminal, also when coming back from the shell."""
        self._keeps_screen = self.page.hand_over()
        super().start_application_mode()  # type: ignore[no-untyped-call]

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


def driver_for(page: FirstPage, is_reader_there: Event) -> type[ReaderDriver]:
    """Return the driver that takes over a page: Textual makes its driver itself, of a class."""
    return type("Driver", (ReaderDriver,), {"page": page, "is_reader_there": is_reader_there})
