"""Ask in which form to copy one quote or several, showing what each would give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from analysis.quotation import FORMS, Citation, QuotationForm, format_citations
from tui.screens.page import Page

LETTERS: dict[QuotationForm, str] = {
    "plain": "p",
    "markdown": "m",
    "html": "h",
    "words": "w",
    "bibtex": "b",
    "csl-json": "l",
    "csv": "c",
}
"""The letter of each form's name that chooses it."""


@dataclass(frozen=True, slots=True)
class CopyChoice:
    """What the reader chose to copy."""

    form: QuotationForm
    """In which form."""
    citations: Sequence[Citation]
    """Which quotes, in their order."""


class CopyForm(Page[CopyChoice | None]):
    """Choose a form with Enter or by its letter; Esc copies nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close"),
        Binding("j,down", "move(1)", "Down", show=False, priority=True),
        Binding("k,up", "move(-1)", "Up", show=False, priority=True),
        Binding("a,tab", "switch", "All", show=False),
        # Textual's own page keys fail on a list that is not laid out yet.
        Binding("pagedown,end", "move_to(-1)", "Last", show=False, priority=True),
        Binding("pageup,home", "move_to(0)", "First", show=False, priority=True),
        *(
            Binding(letter, f"choose('{form}')", form, show=False)
            for form, letter in LETTERS.items()
        ),
    ]

    def __init__(self, scopes: Mapping[str, Sequence[Citation]]) -> None:
        """Prepare the page.

        Args:
            scopes: What can be copied, by what it is called; at least one, the first at hand.
        """
        super().__init__()
        self._scopes = list(scopes.items())
        self._scope = 0

    def compose(self) -> ComposeResult:
        """Lay out the forms beside the text that the one at hand gives."""
        with Vertical(id="copy-form") as box:
            box.border_title = "Copy as"
            box.border_subtitle = "Enter copies, Esc closes"
            yield Static(id="copy-scope")
            with Horizontal():
                yield OptionList(
                    *(Option(_name_with_letter(form), id=form) for form in FORMS),
                    markup=False,
                    compact=True,
                )
                with VerticalScroll(can_focus=False):
                    yield Static(id="copy-about")
                    yield Static(id="copy-preview")

    def fill(self) -> None:
        """Show what is to be copied."""
        self._show_scope()

    @property
    def _form(self) -> QuotationForm:
        return tuple(FORMS)[self.query_one(OptionList).highlighted or 0]

    def action_move(self, rows: int) -> None:
        """Move among the forms."""
        options = self.query_one(OptionList)
        options.highlighted = ((options.highlighted or 0) + rows) % len(FORMS)

    def action_move_to(self, index: int) -> None:
        """Go to the first form, or with -1 to the last."""
        self.query_one(OptionList).highlighted = index % len(FORMS)

    def action_choose(self, form: QuotationForm) -> None:
        """Copy in this form."""
        self.answer(CopyChoice(form, self._scopes[self._scope][1]))

    def action_switch(self) -> None:
        """Copy the next of what can be copied: the quote at hand, or all of them."""
        self._scope = (self._scope + 1) % len(self._scopes)
        self._show_scope()

    @on(OptionList.OptionHighlighted)
    def _preview(self) -> None:
        form = self._form
        text = format_citations(self._scopes[self._scope][1], form=form)
        self.query_one("#copy-about", Static).update(Content(FORMS[form].about))
        self.query_one("#copy-preview", Static).update(Content(text))

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.action_choose(tuple(FORMS)[event.option_index])

    def _show_scope(self) -> None:
        pieces = [
            Content.assemble((f"{sign} {name}", weight), "   ")
            for index, (name, _) in enumerate(self._scopes)
            for sign, weight in (("●", "bold") if index == self._scope else ("○", "dim"),)
        ]
        if len(pieces) > 1:
            pieces.append(Content.assemble(("a", "bold underline"), (" the other", "dim")))
        line = Content("").join(pieces)
        self.query_one("#copy-scope", Static).update(line)
        self._preview()


def _name_with_letter(form: QuotationForm) -> Content:
    before, letter, behind = form.partition(LETTERS[form])
    return Content.assemble(before, (letter, "bold underline"), behind)
