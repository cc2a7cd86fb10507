"""Ask in which form to copy a quote, showing what each would give."""

from __future__ import annotations

from typing import ClassVar, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from analysis.quotation import QuotationForm, format_quotation
from analysis.schema import Analysis, Article, Quote
from tui.screens.page import Page

FORMS: tuple[QuotationForm, ...] = get_args(QuotationForm)


class CopyForm(Page[QuotationForm | None]):
    """Choose a form with Enter or by its first letter; Esc copies nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close"),
        Binding("j", "move(1)", "Down", show=False),
        Binding("k", "move(-1)", "Up", show=False),
        # Textual's own page keys fail on a list that is not laid out yet.
        Binding("pagedown,end", "move_to(-1)", "Last", show=False, priority=True),
        Binding("pageup,home", "move_to(0)", "First", show=False, priority=True),
        *(Binding(form[0], f"choose('{form}')", form.capitalize(), show=False) for form in FORMS),
    ]

    def __init__(self, article: Article, analysis: Analysis, quote: Quote) -> None:
        """Prepare the page for one quote."""
        super().__init__()
        self._texts = {
            form: format_quotation(article, analysis, quote, form=form) for form in FORMS
        }

    def compose(self) -> ComposeResult:
        """Lay out the forms above the text that the one at hand gives."""
        with Vertical(id="copy-form") as box:
            box.border_title = "Copy as"
            box.border_subtitle = "Enter copies, Esc closes"
            yield OptionList(
                *(
                    Option(Content.assemble((form[0], "bold underline"), form[1:]), id=form)
                    for form in FORMS
                ),
                markup=False,
                compact=True,
            )
            yield Static(id="copy-preview")

    def action_move(self, rows: int) -> None:
        """Move among the forms."""
        options = self.query_one(OptionList)
        options.highlighted = ((options.highlighted or 0) + rows) % len(FORMS)

    def action_move_to(self, index: int) -> None:
        """Go to the first form, or with -1 to the last."""
        self.query_one(OptionList).highlighted = index % len(FORMS)

    def action_choose(self, form: QuotationForm) -> None:
        """Copy in this form."""
        self.answer(form)

    @on(OptionList.OptionHighlighted)
    def _preview(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#copy-preview", Static).update(
            Content(self._texts[FORMS[event.option_index]])
        )

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.answer(FORMS[event.option_index])
