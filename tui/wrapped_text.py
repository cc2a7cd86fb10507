"""An article's text, wrapped to the width there is and scrolled by rows. Paints nothing.

Owns which text is in sight, and tells it; knows nothing of what lies in the text.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from analysis.schema import Article, Span
from tui.wrap import Layout, fit_column, wrap

LEAST_MEASURE, MOST_MEASURE = 40, 200
_OVERLAP_ROWS = 2  # as in less, the last lines of a page are the first ones of the next


class WrappedText(ScrollView):
    """Text at a readable measure; whoever paints it asks for `lay_out` and `top_row`."""

    measure: reactive[int] = reactive(80, init=False)
    """The longest line in cells, 40 to 200; in a narrower widget lines are as wide as it is."""

    @dataclass
    class Scrolled(Message):
        """Other text came into sight: by keys, mouse, a new size or another article."""

        first: int
        """The offset of the first character in sight."""
        last: int
        """The offset of the last character in sight."""
        percent: int
        """How far the article is read, 0 to 100."""

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own word
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.article: Article | None = None
        """What is shown; set by `show_article`."""
        self.rows: Layout | None = None
        """The text in rows, as wrapped last; None before that."""
        self.margin_cells = 0
        """Empty cells left of the text."""
        # The text at the top: resizing keeps it there, however often it happens.
        self._anchor = 0
        self._settled_size = Size(0, 0)
        self._is_settling = False
        self._awaiting: tuple[Span, int | None] | None = None
        self._reported: tuple[int, int, int] | None = None

    def show_article(self, article: Article) -> None:
        """Show an article from its beginning."""
        self.article = article
        self.rows = None
        self._settled_size = Size(0, 0)
        self._anchor = 0
        self._awaiting = None
        self._reported = None
        self._settle()
        self.refresh()

    # -- where the reader is ---------------------------------------------------------------

    @property
    def first_visible_offset(self) -> int:
        """The offset of the first character in sight; before the first paint, the one to be."""
        if (layout := self.rows) is None:
            return self._anchor
        return layout.span_of(self.top_row).start

    @property
    def last_visible_offset(self) -> int:
        """The offset of the last character in sight."""
        if (layout := self.rows) is None:
            return self._anchor
        span = layout.span_of(self._bottom_row)
        return max(span.start, span.end - 1)

    @property
    def percent_read(self) -> int:
        """How much of the article lies above the lower edge: 100 only when its end is in sight."""
        layout = self.rows
        if layout is None or self._bottom_row >= layout.row_count - 1:
            return 0 if layout is None else 100
        start, end = layout.starts[0], layout.starts[-1]
        return min(99, 100 * (self.last_visible_offset - start) // max(1, end - start))

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height

    @property
    def top_row(self) -> int:
        """The first row in sight; before Textual knows how many there are, the one to be."""
        if (layout := self.rows) is None or self._is_settled:
            return self.scroll_offset.y
        return max(0, min(layout.row_of(self._anchor), layout.row_count - self._height))

    @property
    def _bottom_row(self) -> int:
        rows = 0 if self.rows is None else self.rows.row_count
        return max(0, min(rows, self.top_row + self._height) - 1)

    @property
    def _is_settled(self) -> bool:
        return self.rows is not None and self.container_size == self._settled_size

    def offset_below(self, offset: int, rows: int) -> int:
        """Return the character some rows below another, above if negative; no row is blank."""
        layout = self.rows
        if layout is None:
            return offset
        row, cell = layout.position_of(offset)
        step = 1 if rows > 0 else -1
        for _ in range(abs(rows)):
            following = row + step
            while 0 <= following < layout.row_count and layout.is_blank(following):
                following += step
            if not 0 <= following < layout.row_count:
                break
            row = following
        return layout.offset_at(row, cell)

    # -- scrolling -------------------------------------------------------------------------

    def scroll_rows(self, rows: int) -> None:
        """Scroll by rows, down if positive."""
        self._scroll_to_row(self.scroll_offset.y + rows)

    def scroll_pages(self, pages: float) -> None:
        """Scroll by pages or parts of one, down if positive; two rows of a whole page stay."""
        rows = round(abs(pages) * self._height) - int(abs(pages)) * _OVERLAP_ROWS
        self.scroll_rows(max(1, rows) if pages > 0 else -max(1, rows))

    def scroll_to_top(self) -> None:
        """Scroll to the article's first row."""
        self._scroll_to_row(0)

    def scroll_to_end(self) -> None:
        """Scroll so far that the last row is the lowest one in sight."""
        self._scroll_to_row(self.virtual_size.height)

    def scroll_to_offset(self, offset: int) -> None:
        """Scroll so that the row of a character is the top one, as far as the text goes."""
        self._awaiting = None
        self._anchor = offset
        self._settle()

    def reveal(self, span: Span, *, context_rows: int | None = None) -> None:
        """Bring a stretch into sight, and keep still if it is comfortably there already.

        Args:
            span: What to show.
            context_rows: Rows that shall be seen above and below it; by default a sixth of
                the height, three at most.
        """
        layout = self.rows
        if layout is None or not self._is_settled:
            self._awaiting = span, context_rows
            return
        height = self._height
        context = min(3, height // 6) if context_rows is None else context_rows
        context = max(0, min(context, (height - 1) // 2))
        first, last = layout.row_of(span.start), layout.row_of(max(span.start, span.end - 1))
        top = self.scroll_offset.y
        is_clear_above = first - top >= min(context, first)
        is_clear_below = top + height - 1 - last >= min(context, layout.row_count - 1 - last)
        if not (is_clear_above and is_clear_below):
            # Of a stretch taller than what is left below a third, as much as can be is shown.
            above = max(context, min(height // 3, height - 1 - (last - first)))
            self._scroll_to_row(first - above)

    def _scroll_to_row(self, row: int) -> None:
        self.scroll_to(y=row, animate=False, force=True)

    def action_scroll_up(self) -> None:
        """Scroll a row up."""
        self.scroll_rows(-1)

    def action_scroll_down(self) -> None:
        """Scroll a row down."""
        self.scroll_rows(1)

    def action_page_up(self) -> None:
        """Scroll a page up."""
        self.scroll_pages(-1)

    def action_page_down(self) -> None:
        """Scroll a page down."""
        self.scroll_pages(1)

    def action_scroll_home(self) -> None:
        """Scroll to the beginning."""
        self.scroll_to_top()

    def action_scroll_end(self) -> None:
        """Scroll to the end."""
        self.scroll_to_end()

    # -- wrapping --------------------------------------------------------------------------

    def validate_measure(self, measure: int) -> int:
        """Keep the measure readable."""
        return min(max(measure, LEAST_MEASURE), MOST_MEASURE)

    def watch_measure(self) -> None:
        """Wrap anew."""
        self._settle()
        self.refresh()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._settle()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Note and tell where the reader is."""
        super().watch_scroll_y(old_value, new_value)
        # While the size changes, Textual moves the text; that is not where the reader went.
        if not self._is_settling and self._is_settled:
            if round(old_value) != round(new_value):
                self._anchor = self.first_visible_offset
            self._report()

    def _settle(self) -> None:
        """Wrap for the present size where needed, and put the anchor's row at the top."""
        if (layout := self.lay_out()) is None:
            return
        self._settled_size = self.container_size
        self._is_settling = True
        try:
            self.virtual_size = Size(self.scrollable_content_region.width, layout.row_count)
            self._scroll_to_row(layout.row_of(self._anchor))
        finally:
            self._is_settling = False
        if self._awaiting is not None:
            span, context_rows = self._awaiting
            self._awaiting = None
            self.reveal(span, context_rows=context_rows)
        self._report()

    def lay_out(self) -> Layout | None:
        """Wrap for the present width, if that is not done; None where there is nothing to wrap."""
        width = self.scrollable_content_region.width
        if self.article is None or not width:
            return None
        self.margin_cells, column = fit_column(width, self.measure)
        if self.rows is None or self.rows.width != column:
            self.rows = wrap(self.article.text, self.article.paragraphs, column)
        return self.rows

    def _report(self) -> None:
        """Post where the reader is, if that changed."""
        if self.rows is None:
            return
        seen = self.first_visible_offset, self.last_visible_offset, self.percent_read
        if seen != self._reported:
            self._reported = seen
            self.post_message(self.Scrolled(*seen))
