"""The commands of quotes and those who said them."""

from __future__ import annotations

from tui.desk import Desk


class Attributing(Desk):
    """Which quotes are listed and how."""

    def action_toggle_reported(self) -> None:
        """Count reported speech among the quotes, or no longer."""
        self._shows_reported = not self._shows_reported
        if self.reading is not None:
            self.library.set_reading(self.reading.showing_reported(self._shows_reported))
        self._show_reading()
        self.say("Reported speech shown" if self._shows_reported else "Reported speech hidden")
