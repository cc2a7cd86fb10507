"""The command palette: Textual's own, made safe against keys that come before it is laid out."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """Every command by name. Textual's raises KeyError on a page key while its list has no rows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page('page_down')", "Next page", show=False),
        Binding("pageup", "page('page_up')", "Previous page", show=False),
    ]

    def action_page(self, direction: str) -> None:
        """Move the list's cursor by a page, once there are rows to page through."""
        commands = self.query_one(CommandList)
        if commands.scrollable_content_region.height:
            getattr(commands, f"action_{direction}")()
