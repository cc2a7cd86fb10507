"""What a selection made with the mouse stands for in an article. Knows rows; knows no widget.

Textual selects by the places that `Strip.apply_offsets` gave to cells. A row's y is its first
offset, so that a selection outlives wrapping anew; its x counts characters on from there: negative
in the left margin, one too many behind the text.
"""

from __future__ import annotations

from textual.geometry import Offset
from textual.selection import Selection

from analysis.schema import Article, Span
from tui.wrap import Layout


def selected_span(selection: Selection, rows: Layout) -> Span | None:
    """Return the characters selected; None if there are none."""
    start, end = rows.starts[0], rows.starts[-1]
    if selection.start is not None:
        start = _offset_of(selection.start, rows)
    if selection.end is not None:
        end = _offset_of(selection.end, rows)
    return Span(start, end) if start < end else None


def selected_text(article: Article, span: Span) -> str:
    """Return a stretch as the article has it, a blank line between paragraphs."""
    cuts = (
        Span(max(paragraph.start, span.start), min(paragraph.end, span.end))
        for paragraph in article.paragraphs
        if paragraph.overlaps(span)
    )
    return "\n\n".join(cut.of(article.text) for cut in cuts)


def _offset_of(place: Offset, rows: Layout) -> int:
    row = rows.row_of(place.y)
    span = rows.span_of(row)
    if rows.is_blank(row):
        return span.start
    offset = place.y + max(0, place.x)
    return min(offset, span.end) if place.y == span.start else offset
