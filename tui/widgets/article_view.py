"""Show one article, and light what was found in it. Paints only the rows in sight.

Owns the wrapping, the scrolling and the colours of the text. Knows offsets, not what they
stand for: the screen says which stretches to light, and hears where the reader is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from analysis.schema import Article, Span
from tui.contrast import readable
from tui.layers import Layer
from tui.selecting import word_at
from tui.wrap import Layout, cell_widths, fit_column, wrap

LEAST_MEASURE, MOST_MEASURE = 40, 200
# From under to over: a later one adds to, or covers, the earlier ones where they meet.
_MARKS = ("reported", "quote", "place", "organization", "person", "speaker")
_LAYERS = (*_MARKS, "lit", "hit", "current")
_COMPONENTS = {"place": "place-name", "current": "place"}
_SELECTED = 1 << len(_LAYERS)
_OVERLAP_ROWS = 2  # as in less, the last lines of a page are the first ones of the next


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that the analysis found."""

    span: Span
    """Where it stands."""
    style: str
    """person, organization, place, quote, reported or speaker; any other is shown as plain text."""


class ArticleView(ScrollView, can_focus=True):
    """The article's text at a readable measure, scrolled by rows."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-view--text",
        "article-view--reported",
        "article-view--quote",
        "article-view--place-name",
        "article-view--organization",
        "article-view--person",
        "article-view--speaker",
        "article-view--lit",
        "article-view--hit",
        "article-view--place",
    }

    DEFAULT_CSS = """
    ArticleView {
        width: 1fr;
        height: 1fr;
        background: $background;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;

        & > .article-view--reported { text-style: italic; }
        & > .article-view--quote { color: $text-success; text-style: italic; }
        & > .article-view--place-name { color: $text-secondary; }
        & > .article-view--organization { color: $text-warning; text-style: underline; }
        & > .article-view--person { color: $text-primary; text-style: bold; }
        & > .article-view--speaker { text-style: bold; }
        & > .article-view--lit { background: $primary 25%; }
        & > .article-view--hit { background: $warning 30%; text-style: bold; }
        & > .article-view--place { background: $primary; color: auto 95%; text-style: bold; }
    }
    """

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

    @dataclass
    class Clicked(Message):
        """The reader clicked on a character of the text."""

        offset: int
        """The character's offset."""

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own word
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._article: Article | None = None
        self._layout_made: Layout | None = None
        self._margin = 0
        self._layers = {name: Layer() for name in _LAYERS}
        self._styles_made: dict[int, Style] = {}
        # The text at the top: resizing keeps it there, however often it happens.
        self._anchor = 0
        self._settled_size = Size(0, 0)
        self._is_settling = False
        self._awaiting: tuple[Span, int | None] | None = None
        self._reported: tuple[int, int, int] | None = None

    # -- what is shown ---------------------------------------------------------------------

    def show_article(self, article: Article) -> None:
        """Show an article from its beginning, with nothing lit."""
        self._article = article
        self._layout_made = None
        self._settled_size = Size(0, 0)
        self._layers = {name: Layer() for name in _LAYERS}
        self._anchor = 0
        self._awaiting = None
        self._reported = None
        if self.is_attached and self.text_selection is not None:
            self.screen.clear_selection()
        self._settle()
        self.refresh()

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Light what the analysis found, in place of what was lit so far; marks may nest."""
        spans: dict[str, list[Span]] = {style: [] for style in _MARKS}
        for mark in marks:
            if mark.style in spans:
                spans[mark.style].append(mark.span)
        self._replace({style: Layer(found) for style, found in spans.items()})

    def light(self, spans: Iterable[Span]) -> None:
        """Light the mentions of the selected entity; none for no entity."""
        self._replace({"lit": Layer(spans)})

    def show_hits(self, spans: Iterable[Span]) -> None:
        """Light what a search found."""
        self._replace({"hit": Layer(spans)})

    def show_place(self, span: Span | None) -> None:
        """Light the place the reader is at, over everything else."""
        self._replace({"current": Layer(() if span is None else (span,))})

    def _replace(self, layers: dict[str, Layer]) -> None:
        self._layers = self._layers | layers
        self.refresh()

    # -- where the reader is ---------------------------------------------------------------

    @property
    def first_visible_offset(self) -> int:
        """The offset of the first character in sight; before the first paint, the one to be."""
        if (layout := self._layout_made) is None:
            return self._anchor
        return layout.span_of(self._top_row).start

    @property
    def last_visible_offset(self) -> int:
        """The offset of the last character in sight."""
        if (layout := self._layout_made) is None:
            return self._anchor
        span = layout.span_of(self._bottom_row)
        return max(span.start, span.end - 1)

    @property
    def percent_read(self) -> int:
        """How much of the article lies above the lower edge: 100 only when its end is in sight."""
        layout = self._layout_made
        if layout is None or self._bottom_row >= layout.row_count - 1:
            return 0 if layout is None else 100
        start, end = layout.starts[0], layout.starts[-1]
        return min(99, 100 * (self.last_visible_offset - start) // max(1, end - start))

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height

    @property
    def _top_row(self) -> int:
        """The first row in sight; before Textual knows how many there are, the one to be."""
        if (layout := self._layout_made) is None or self._is_settled:
            return self.scroll_offset.y
        return max(0, min(layout.row_of(self._anchor), layout.row_count - self._height))

    @property
    def _bottom_row(self) -> int:
        rows = 0 if self._layout_made is None else self._layout_made.row_count
        return max(0, min(rows, self._top_row + self._height) - 1)

    @property
    def _is_settled(self) -> bool:
        return self._layout_made is not None and self.container_size == self._settled_size

    def offset_below(self, offset: int, rows: int) -> int:
        """Return the character some rows below another, above if negative; no row is blank."""
        layout = self._layout_made
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
        layout = self._layout_made
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
        if (layout := self._wrap()) is None:
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

    def _wrap(self) -> Layout | None:
        """Wrap for the present width, if that is not done; None where there is nothing to wrap."""
        width = self.scrollable_content_region.width
        if self._article is None or not width:
            return None
        self._margin, column = fit_column(width, self.measure)
        if self._layout_made is None or self._layout_made.width != column:
            self._layout_made = wrap(self._article.text, self._article.paragraphs, column)
        return self._layout_made

    def _report(self) -> None:
        """Post where the reader is, if that changed."""
        if self._layout_made is None:
            return
        seen = self.first_visible_offset, self.last_visible_offset, self.percent_read
        if seen != self._reported:
            self._reported = seen
            self.post_message(self.Scrolled(*seen))

    # -- painting --------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        """Forget the styles of another theme."""
        super().notify_style_update()
        self._styles_made.clear()

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one line of the widget."""
        width = self.scrollable_content_region.width
        # The first paint, and that of a new size, come before we are told the size.
        if (layout := self._wrap()) is None:
            return Strip.blank(width, self._style_for(0))
        row = self._top_row + y
        segments = [Segment(" " * self._margin, self._style_for(0)), *self._segments_of(row)]
        # Mouse selection reads these back: the row's first offset, and the character in it.
        start = layout.span_of(row).start if row < layout.row_count else layout.starts[-1]
        strip = Strip(segments).apply_offsets(-self._margin, start)
        return strip.adjust_cell_length(width, self._style_for(0))

    def _segments_of(self, row: int) -> Iterator[Segment]:
        """Yield a row's text in runs of one style."""
        assert self._layout_made is not None
        text = self._layout_made.text_of(row)
        start = self._layout_made.span_of(row).start
        masks = [0] * len(text)
        for bit, name in enumerate(_LAYERS):
            for first, end in self._layers[name].within(start, start + len(text)):
                for index in range(first - start, end - start):
                    masks[index] |= 1 << bit
        if (selected := self.selected) is not None:
            for index in range(
                max(0, selected.start - start), min(len(text), selected.end - start)
            ):
                masks[index] |= _SELECTED
        if not text.isascii():
            # A style that began between a letter and its accent would tear them apart.
            for index, cells in enumerate(cell_widths(text)):
                if index and not cells:
                    masks[index] = masks[index - 1]
        at = 0
        for mask, run in groupby(masks):
            length = sum(1 for _ in run)
            yield Segment(text[at : at + length], self._style_for(mask))
            at += length

    def _style_for(self, mask: int) -> Style:
        """Return the style of text in all the layers whose bits are set."""
        if (style := self._styles_made.get(mask)) is None:
            names = [name for bit, name in enumerate(_LAYERS) if mask & 1 << bit]
            components = (f"article-view--{_COMPONENTS.get(name, name)}" for name in names)
            made = self.get_visual_style("article-view--text", *components)
            style = made.rich_style
            color, background = made.foreground, made.background
            if mask & _SELECTED:
                over = self.screen.get_visual_style("screen--selection")
                own = self.screen.get_visual_style("screen--selection", partial=True)
                style += over.background_style.rich_style
                background = over.background
                # Most themes leave the text its colours and change only what is behind it.
                if own.foreground is not None and own.foreground.a:
                    color = own.foreground
            if color is not None and background is not None:
                style += Style(color=readable(color, background).rich_color)
            self._styles_made[mask] = style
        return style

    # -- mouse -----------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked; a double click selects the word, a triple one the paragraph."""
        event.prevent_default()
        offset = self._offset_under(event)
        if offset is None or self._article is None:
            return
        if event.chain == 1 and self.text_selection is None:
            self.post_message(self.Clicked(offset))
        elif event.chain == 2:
            self.select(word_at(self._article.text, offset))
        elif event.chain == 3:
            self.select(next(span for span in self._article.paragraphs if offset in span))

    def _offset_under(self, event: events.MouseEvent) -> int | None:
        """Return the character under the mouse; None beside the text."""
        place, layout = event.get_content_offset(self), self._layout_made
        if place is None or layout is None:
            return None
        row, cell = self.scroll_offset.y + place.y, place.x - self._margin
        if not 0 <= cell < sum(cell_widths(layout.text_of(row))):
            return None
        return layout.offset_at(row, cell)

    def select(self, span: Span) -> None:
        """Select a stretch of the text, as the mouse does."""
        self.screen.selections = {
            self: Selection(Offset(0, span.start), Offset(0, span.end)),
        }

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text as the article has it, a blank line between paragraphs."""
        span = self._span_of(selection)
        if span is None or self._article is None:
            return None
        cuts = (
            Span(max(paragraph.start, span.start), min(paragraph.end, span.end))
            for paragraph in self._article.paragraphs
            if paragraph.overlaps(span)
        )
        return "\n\n".join(cut.of(self._article.text) for cut in cuts), "\n"

    @property
    def selected(self) -> Span | None:
        """The characters selected, with the mouse or by `select`; None if there are none."""
        selection = self.text_selection
        return None if selection is None else self._span_of(selection)

    def _span_of(self, selection: Selection) -> Span | None:
        """Return the characters selected; None if there are none."""
        if (layout := self._layout_made) is None:
            return None
        start, end = layout.starts[0], layout.starts[-1]
        if selection.start is not None:
            start = self._resolve(layout, selection.start)
        if selection.end is not None:
            end = self._resolve(layout, selection.end)
        return Span(start, end) if start < end else None

    def _resolve(self, layout: Layout, place: Offset) -> int:
        """Return the offset that a place of `render_line` stands for.

        Its y is the row's first offset, so that a selection outlives wrapping anew; its x counts
        characters on from there: negative in the left margin, one too many behind the text.
        """
        row = layout.row_of(place.y)
        span = layout.span_of(row)
        if layout.is_blank(row):
            return span.start
        offset = place.y + max(0, place.x)
        return min(offset, span.end) if place.y == span.start else offset
