"""A short list of things to do about one thing, each by one key, and where it shall hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.screens.page import Page

SCOPE_KEY = "a"
"""Says that it shall hold in all articles, or in this one alone."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to do."""

    key: str
    """The letter that does it."""
    label: str
    """What it does, in a few words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reader chose."""

    key: str
    """The `Choice.key`."""
    everywhere: bool
    """Whether it shall hold in every article."""


class Choices(Page[Answer | None]):
    """Choose by a letter, or with Enter; Esc chooses nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close"),
        Binding("j", "move(1)", "Down", show=False),
        Binding("k", "move(-1)", "Up", show=False),
        # Textual's own page keys fail on a list that is not laid out yet.
        Binding("pagedown,end,G", "move_to(-1)", "Last", show=False, priority=True),
        Binding("pageup,home,g", "move_to(0)", "First", show=False, priority=True),
        Binding(SCOPE_KEY, "toggle_scope", "Scope", show=False),
        *(
            Binding(letter, f"choose('{letter}')", letter, show=False)
            for letter in "bcdefhilmnoprstuvwxyz"
        ),
    ]

    def __init__(
        self, title: str, about: Content, choices: tuple[Choice, ...], *, everywhere: bool
    ) -> None:
        """Prepare the page.

        Args:
            title: What the page does, in a word or two.
            about: What it is about.
            choices: What can be done; their keys are letters other than a, g, j, k and q.
            everywhere: Whether the choice holds in every article unless the reader says otherwise.
        """
        super().__init__()
        self._title = title
        self._about = about
        self._choices = choices
        self._everywhere = everywhere

    def compose(self) -> ComposeResult:
        """Lay out what it is about, the choices, and where they hold."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = Content(self._title)
            sheet.border_subtitle = "Esc closes"
            yield Static(self._about, classes="sheet--about")
            yield OptionList(
                *(Option(_line(choice.key, choice.label)) for choice in self._choices),
                markup=False,
                compact=True,
            )
            yield Static(classes="sheet--scope")

    def fill(self) -> None:
        """Say where the choice holds."""
        self._tell_scope()

    def action_move(self, rows: int) -> None:
        """Move among the choices, going round at the ends."""
        options = self.query_one(OptionList)
        options.highlighted = ((options.highlighted or 0) + rows) % len(self._choices)

    def action_move_to(self, index: int) -> None:
        """Go to the first choice, or with -1 to the last."""
        self.query_one(OptionList).highlighted = index % len(self._choices)

    def action_toggle_scope(self) -> None:
        """Let the choice hold in this article alone, or in all."""
        self._everywhere = not self._everywhere
        self._tell_scope()

    def action_choose(self, key: str) -> None:
        """Take the choice of this key, if there is one."""
        if any(choice.key == key for choice in self._choices):
            self.answer(Answer(key, self._everywhere))

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.action_choose(self._choices[event.option_index].key)

    def _tell_scope(self) -> None:
        line = _line(SCOPE_KEY, "holds")
        scopes = ((True, "in every article"), (False, "in this one alone"))
        for everywhere, words in scopes:
            is_chosen = everywhere == self._everywhere
            mark, style = ("●", "bold") if is_chosen else ("○", "dim")
            line = line.append(Content.assemble((f"  {mark} {words}", style)))
        self.query_one(".sheet--scope", Static).update(line)


def _line(key: str, label: str) -> Content:
    return Content.assemble((key, "bold $text-accent"), "  ", Content(label))
