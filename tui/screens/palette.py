"""The command palette: Textual's own, made safe against keys that come too early or too late."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette
from textual.message import Message
from textual.widgets import Input, OptionList


class Palette(CommandPalette):
    """Every command by name.

    Textual's raises KeyError on a page key while its list has no rows; and where keys are typed in
    one go, it still searches and chooses when it is closed already, and raises NoMatches or
    ScreenStackError.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page('page_down')", "Next page", show=False),
        Binding("pageup", "page('page_up')", "Previous page", show=False),
    ]

    def action_page(self, direction: str) -> None:
        """Move the list's cursor by a page, once there are rows to page through."""
        commands = self.query_one(CommandList)
        if commands.scrollable_content_region.height:
            getattr(commands, f"action_{direction}")()

    @on(Input.Changed)
    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def heed_only_while_open(self, event: Message) -> None:
        """Pass over what was typed or chosen before the palette was closed, and comes after."""
        if not self.is_current:
            event.stop()
            event.prevent_default()
