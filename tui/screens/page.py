"""What all pages over the reader share."""

from __future__ import annotations

from contextlib import suppress

from textual.css.query import NoMatches
from textual.screen import ModalScreen, ScreenResultType


class Page(ModalScreen[ScreenResultType]):
    """A page that closes once, however fast the closing keys come."""

    _is_laid_out = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave keys alone, but the closing ones, before the page is laid out and once it closed.

        Its widgets are not there then, and typing can be faster than a page is laid out.
        """
        return action == "close" or (self._is_laid_out and self.is_active)

    def on_mount(self) -> None:
        """Fill the page; one that was closed before it was laid out has nothing to fill."""
        with suppress(NoMatches):
            self.fill()
            self._is_laid_out = True

    def fill(self) -> None:
        """Show what needs the widgets to be there; for a page that has such."""

    def answer(self, result: ScreenResultType | None) -> None:
        """Close with a result, unless the page is closed already."""
        if self.is_active:
            self.dismiss(result)

    def action_close(self) -> None:
        """Close without a result."""
        self.answer(None)
