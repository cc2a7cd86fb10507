"""One line that says where one is and what the program is doing."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static


class StatusLine(Horizontal):
    """Place on the left, activity on the right, how far one has read at the end."""

    place: reactive[str] = reactive("")
    """Where one is."""
    activity: reactive[str] = reactive("")
    """What is known of the article, or what the program is doing."""
    percent: reactive[int] = reactive(0)
    """How far the article's last visible row is from its start, 0 to 100."""

    def compose(self) -> ComposeResult:
        """Lay out the three texts."""
        yield Static(id="status-place")
        yield Static(id="status-activity")
        yield Static(id="status-percent")

    def watch_place(self, place: str) -> None:
        """Show the new place."""
        self._say("#status-place", place)

    def watch_activity(self, activity: str) -> None:
        """Show the new activity."""
        self._say("#status-activity", activity)

    def watch_percent(self, percent: int) -> None:
        """Show the new share."""
        self._say("#status-percent", f"{percent}%")

    def _say(self, selector: str, text: str) -> None:
        for line in self.query(selector).results(Static):
            line.update(Content(text))
