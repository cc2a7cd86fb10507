"""Why a quote was given to its speaker, and who else may have said it: a card below the text."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from analysis.reasons import Explanation, explain
from analysis.schema import Quote, Span
from tui.reading import Reading
from tui.screens.page import Page
from tui.speakers import MOST_OTHERS, NOBODY, Suspect, find_suspects

MOST_CONTEXT = 300
"""Characters of the article that the card shows."""
MOST_REASONS = 3
"""Reasons that it tells."""

Verdict = Suspect | Literal["skip"]
"""Whom the reader chose, or that the quote is left as it is."""


class WhyCard(Page[Verdict | None]):
    """Confirm the speaker with Enter, choose another by number; Esc changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,w", "close", "Close"),
        Binding("j,down", "move(1)", "Down", show=False, priority=True),
        Binding("k,up", "move(-1)", "Up", show=False, priority=True),
        # Textual's own page keys fail on a list that is not laid out yet.
        Binding("pagedown,end", "move_to(-1)", "Last", show=False, priority=True),
        Binding("pageup,home", "move_to(0)", "First", show=False, priority=True),
        *(
            Binding(str(number), f"choose({number})", f"Choose {number}", show=False)
            for number in range(1, MOST_OTHERS + 1)
        ),
        Binding("0,minus", "choose_nobody", "Unknown", show=False),
        Binding("space,n,s", "skip", "Skip", show=False),
    ]

    def __init__(self, reading: Reading, quote: Quote, *, progress: str = "") -> None:
        """Prepare the card.

        Args:
            reading: The article; it is analysed.
            quote: One of its quotes.
            progress: Where in a row of cards this one stands ("2 of 5"); "" for a card alone.
        """
        super().__init__()
        assert reading.analysis is not None
        self._reading, self._quote, self._progress = reading, quote, progress
        self._why: Explanation = explain(reading.article, reading.analysis, quote)
        self._suspects = find_suspects(reading, quote)

    def compose(self) -> ComposeResult:
        """Lay out the words above, the reasons to the left, the speakers to the right."""
        with Vertical(id="why") as box:
            box.border_title = f"Who said this?  {self._progress}".rstrip()
            skip = "Space skips, " if self._progress else ""
            box.border_subtitle = f"Enter takes, 1-9 another, 0 unknown, {skip}Esc closes"
            yield Static(self._words_in_context(), id="why-context")
            with Horizontal():
                with VerticalScroll(id="why-reasons", can_focus=False):
                    yield Static(self._reasons())
                yield OptionList(*self._rows(), markup=False, compact=True)

    @property
    def context(self) -> Span:
        """What of the article one has to read."""
        return self._why.context

    def fill(self) -> None:
        """Point at the present speaker."""
        self.query_one(OptionList).highlighted = 0

    def action_move(self, rows: int) -> None:
        """Move among the speakers."""
        options = self.query_one(OptionList)
        options.highlighted = ((options.highlighted or 0) + rows) % options.option_count

    def action_move_to(self, index: int) -> None:
        """Go to the present speaker, or with -1 to "unknown"."""
        options = self.query_one(OptionList)
        options.highlighted = index % options.option_count

    def action_choose(self, number: int) -> None:
        """Give the quote to one of the others."""
        if number < len(self._suspects):
            self.answer(self._suspects[number])

    def action_choose_nobody(self) -> None:
        """Say that it cannot be told who said it."""
        self.answer(NOBODY)

    def action_skip(self) -> None:
        """Leave the quote as it is and go on, in a row of cards."""
        if self._progress:
            self.answer("skip")

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        index = event.option_index
        self.answer(self._suspects[index] if index < len(self._suspects) else NOBODY)

    # -- what it says ----------------------------------------------------------------------

    def _words_in_context(self) -> Content:
        """Return the words with their sentence: what was said, by which word, and of whom."""
        span = _around(self._why, self._quote)
        text = span.of(self._reading.article.text).replace("\n", " ")
        content = Content(text)
        for part in self._quote.parts:
            content = _lit(content, part, span, "$text-success italic")
        if self._why.words is not None:
            content = _lit(content, self._why.words, span, "bold")
        if self._why.cue is not None:
            content = _lit(content, self._why.cue, span, "bold reverse")
        before = "…" if span.start > self._why.context.start else ""
        behind = "…" if span.end < self._why.context.end else ""
        return Content.assemble(before, content, behind)

    def _reasons(self) -> Content:
        lines = [self._chain()] if self._why.chain else []
        own = self._reading.is_own(self._quote)
        if self._quote.speaker is not None and not own:
            lines.append(Content(f"{self._quote.confidence:.0%} sure"))
        if not self._why.chain and not own:
            lines.append(Content("Nobody is sure enough to be named."))
        lines += [Content(f"· {reason}") for reason in self._why.reasons[:MOST_REASONS]]
        return Content("\n").join(lines)

    def _chain(self) -> Content:
        steps = [
            Content.assemble((step.words, "bold"), (f" ¶{step.paragraph}", "dim"))
            for step in self._why.chain
        ]
        return Content(" → ").join(steps)

    def _rows(self) -> list[Option]:
        rows = [
            _row("⏎" if number == 0 else str(number), suspect)
            for number, suspect in enumerate(self._suspects)
        ]
        if self._suspects[0] != NOBODY:
            rows.append(_row("0", NOBODY))
        return [Option(row) for row in rows]


def _row(key: str, suspect: Suspect) -> Content:
    likely = "" if suspect.confidence is None else f"  {suspect.confidence:.0%}"
    weight = "italic" if suspect == NOBODY else ""
    role = f"  {suspect.role}" if suspect.role else ""
    return Content.assemble(
        (key, "bold"), "  ", (suspect.name, weight), (likely, "dim"), (role, "dim")
    )


def _around(why: Explanation, quote: Quote) -> Span:
    """Return what of the context fits on the card, around the word of saying or the words said."""
    start, end = why.context
    if end - start <= MOST_CONTEXT:
        return why.context
    middle = (why.cue or quote.parts[0]).start
    start = max(start, min(middle - MOST_CONTEXT // 2, end - MOST_CONTEXT))
    return Span(start, min(end, start + MOST_CONTEXT))


def _lit(content: Content, span: Span, shown: Span, style: str) -> Content:
    """Return content with a stretch of the article in a style, where it is shown."""
    if not span.overlaps(shown):
        return content
    first = max(span.start, shown.start) - shown.start
    return content.stylize(style, first, min(span.end, shown.end) - shown.start)
