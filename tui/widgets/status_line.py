"""One line that says where one is and what the program is doing."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.wrap import shorten_to_cells

PERCENT_CELLS = 6
GAP_CELLS = 2


class StatusLine(Widget):
    """Place on the left, activity on the right, how far one has read at the end."""

    place: reactive[str] = reactive("")
    """Where one is."""
    activity: reactive[str] = reactive("")
    """What is known of the article, or what the program is doing."""
    percent: reactive[int] = reactive(0)
    """How far the article's last visible row is from its start, 0 to 100."""

    def render(self) -> RenderResult:
        """Draw the three texts."""
        room = max(0, self.size.width - PERCENT_CELLS)
        # Where one is comes first: what is known of the article is cut short before it.
        place, cells = shorten_to_cells(self.place, min(room, self.size.width * 3 // 4))
        left = max(0, room - cells - GAP_CELLS)
        activity, used = shorten_to_cells(self.activity, left)
        return Content.assemble(
            place,
            " " * (room - cells - used),
            (activity, "$text-muted"),
            f"{self.percent}%".rjust(PERCENT_CELLS),
        )
