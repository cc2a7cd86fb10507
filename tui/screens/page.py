"""What all pages over the reader share."""

from __future__ import annotations

from textual.screen import ModalScreen, ScreenResultType


class Page(ModalScreen[ScreenResultType]):
    """A page that closes once, however fast the closing keys come."""

    def answer(self, result: ScreenResultType | None) -> None:
        """Close with a result, unless the page is closed already."""
        if self.is_current:
            self.dismiss(result)

    def action_close(self) -> None:
        """Close without a result."""
        self.answer(None)
