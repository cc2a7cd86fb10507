"""Show one article, and light what was found in it. Paints only the rows in sight.

Owns the colours of the text and what the mouse does to it. Knows offsets, not what they
stand for: the screen says which stretches to light, and hears where the reader is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from analysis.schema import Article, Span
from tui.contrast import readable
from tui.layers import Layer, runs
from tui.selecting import word_at
from tui.text_selection import selected_span, selected_text
from tui.wrap import cell_widths
from tui.wrapped_text import WrappedText

# From under to over: a later one adds to, or covers, the earlier ones where they meet.
_MARKS = ("reported", "quote", "place", "organization", "person", "speaker")
_LAYERS = (*_MARKS, "lit", "hit", "current", "selected")
_COMPONENTS = {"place": "place-name", "current": "place"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that the analysis found."""

    span: Span
    """Where it stands."""
    style: str
    """person, organization, place, quote, reported or speaker; any other is shown as plain text."""


class ArticleView(WrappedText, can_focus=True):
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

    @dataclass
    class Clicked(Message):
        """The reader clicked on a character of the text."""

        offset: int
        """The character's offset."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._layers = {name: Layer() for name in _LAYERS}
        self._styles_made: dict[tuple[str, ...], Style] = {}

    # -- what is lit -----------------------------------------------------------------------

    def show_article(self, article: Article) -> None:
        """Show an article from its beginning, with nothing lit."""
        self._layers = {name: Layer() for name in _LAYERS}
        if self.is_attached and self.text_selection is not None:
            self.screen.clear_selection()
        super().show_article(article)

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

    def _replace(self, layers: Mapping[str, Layer]) -> None:
        self._layers |= layers
        self.refresh()

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
        if (rows := self.lay_out()) is None:
            return Strip.blank(width, self._style_for(()))
        row = self.top_row + y
        start = rows.span_of(row).start if row < rows.row_count else rows.starts[-1]
        layers = self._layers
        if (selected := self.selected) is not None:
            layers = layers | {"selected": Layer((selected,))}
        segments = [Segment(" " * self.margin_cells, self._style_for(()))]
        segments += [
            Segment(text, self._style_for(names))
            for text, names in runs(layers, start, rows.text_of(row))
        ]
        # Mouse selection reads these back: the row's first offset, and the character in it.
        strip = Strip(segments).apply_offsets(-self.margin_cells, start)
        return strip.adjust_cell_length(width, self._style_for(()))

    def _style_for(self, names: tuple[str, ...]) -> Style:
        """Return the style of text in the layers of these names."""
        if (style := self._styles_made.get(names)) is None:
            components = [_COMPONENTS.get(name, name) for name in names if name != "selected"]
            made = self.get_visual_style(
                "article-view--text", *(f"article-view--{component}" for component in components)
            )
            style = made.rich_style
            color, background = made.foreground, made.background
            if "selected" in names:
                over = self.screen.get_visual_style("screen--selection")
                own = self.screen.get_visual_style("screen--selection", partial=True)
                style += over.background_style.rich_style
                background = over.background
                # Most themes leave the text its colours and change only what is behind it.
                if own.foreground is not None and own.foreground.a:
                    color = own.foreground
            if color is not None and background is not None:
                style += Style(color=readable(color, background).rich_color)
            self._styles_made[names] = style
        return style

    # -- mouse and selection ---------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked; a double click selects the word, a triple one the paragraph."""
        event.prevent_default()
        offset = self._offset_under(event)
        if offset is None or self.article is None:
            return
        if event.chain == 1 and self.text_selection is None:
            self.post_message(self.Clicked(offset))
        elif event.chain == 2:
            self.select(word_at(self.article.text, offset))
        elif event.chain == 3:
            self.select(next(span for span in self.article.paragraphs if offset in span))

    def _offset_under(self, event: events.MouseEvent) -> int | None:
        """Return the character under the mouse; None beside the text."""
        place, rows = event.get_content_offset(self), self.rows
        if place is None or rows is None:
            return None
        row, cell = self.scroll_offset.y + place.y, place.x - self.margin_cells
        if not 0 <= cell < sum(cell_widths(rows.text_of(row))):
            return None
        return rows.offset_at(row, cell)

    def select(self, span: Span) -> None:
        """Select a stretch of the text, as the mouse does."""
        self.screen.selections = {
            self: Selection(Offset(0, span.start), Offset(0, span.end)),
        }

    @property
    def selected(self) -> Span | None:
        """The characters selected, with the mouse or by `select`; None if there are none."""
        selection = self.text_selection
        if selection is None or self.rows is None:
            return None
        return selected_span(selection, self.rows)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text as the article has it, a blank line between paragraphs."""
        if self.article is None or self.rows is None:
            return None
        span = selected_span(selection, self.rows)
        return None if span is None else (selected_text(self.article, span), "\n")
