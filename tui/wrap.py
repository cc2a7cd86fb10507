"""Wrap article text to a width. Knows cells; knows nothing of entities or widgets.

Widths are those of `rich.cells.cell_len`, so that rows and what is painted agree.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from rich.cells import cell_len

from analysis.schema import Span

_LEAST_WIDTH = 2  # the widest character takes two cells
_MOST_PER_CELL = 16  # a million accents on one letter shall not make one endless row
_ROOMY_WIDTH = 60  # from this width on a column has a margin of two cells, not one
_JOINER = "\N{ZERO WIDTH JOINER}"
_EMOJI_FORM = "\N{VARIATION SELECTOR-16}"
_JOINS = re.compile(f"{_JOINER}.?|{_EMOJI_FORM}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Layout:
    """Text laid out in rows, with maps between offsets and cells that hold for any input.

    Rows follow each other without a gap from the first paragraph's start to the last one's
    end: a paragraph's rows cover it, and the blank row behind it covers what the file has
    between the two. Spaces at a row's end belong to it and hang over its edge: their cells
    may lie behind `width`, and they are not shown.
    """

    text: str
    """The article's text with its newlines as spaces; offsets are those of the article."""
    width: int
    """Cells that no row's shown text exceeds; 2 or more."""
    starts: Sequence[int]
    """Each row's first offset, never falling, and behind them the end of the last row."""
    first_rows: Sequence[int]
    """Each paragraph's first row."""

    @property
    def row_count(self) -> int:
        """How many rows there are; 0 for an article without paragraphs."""
        return len(self.starts) - 1

    def span_of(self, row: int) -> Span:
        """Return the offsets a row covers; a row outside the layout counts as the nearest."""
        if not self.row_count:
            return Span(self.starts[0], self.starts[0])
        row = min(max(row, 0), self.row_count - 1)
        return Span(self.starts[row], self.starts[row + 1])

    def is_blank(self, row: int) -> bool:
        """Say whether a row parts two paragraphs, or lies outside the layout."""
        if not 0 <= row < self.row_count:
            return True
        paragraph = bisect_left(self.first_rows, row + 1)
        return paragraph < len(self.first_rows) and self.first_rows[paragraph] == row + 1

    def text_of(self, row: int) -> str:
        """Return what a row shows: its text without the spaces that hang; "" for a blank one."""
        return "" if self.is_blank(row) else self.span_of(row).of(self.text).rstrip(" ")

    def row_of(self, offset: int) -> int:
        """Return the row that covers an offset; the nearest one for an offset outside."""
        return max(bisect_right(self.starts, offset, 0, self.row_count) - 1, 0)

    def position_of(self, offset: int) -> tuple[int, int]:
        """Find where an offset stands.

        Returns:
            Row and cell. A combining character stands in its letter's cell; what lies between
            two paragraphs at the start of the blank row; an offset outside at the nearest end.
        """
        row = self.row_of(offset)
        if self.is_blank(row):
            return row, 0
        span = self.span_of(row)
        index = min(max(offset, span.start), span.end) - span.start
        widths = cell_widths(span.of(self.text))
        while 0 < index < len(widths) and not widths[index]:
            index -= 1
        return row, sum(widths[:index])

    def offset_at(self, row: int, cell: int) -> int:
        """Find the character that stands in a cell.

        Returns:
            Its offset; for any cell behind the row's end its last character's, for a blank row
            the end of the paragraph above. Rows and cells outside count as the nearest.
        """
        row = min(max(row, 0), self.row_count - 1)
        span = self.span_of(row)
        if self.is_blank(row):
            return span.start
        widths = cell_widths(span.of(self.text))
        edges = [0, *accumulate(widths)]
        index = min(bisect_right(edges, max(cell, 0)), len(widths)) - 1
        while index > 0 and not widths[index]:
            index -= 1
        return span.start + max(index, 0)


def wrap(text: str, paragraphs: Sequence[Span], width: int) -> Layout:
    """Lay paragraphs out in rows, one blank row between two of them.

    Rows break behind spaces, beside wide characters, and inside a word only where it is wider
    than a row. A newline inside a paragraph is a space.

    Args:
        text: The article's text.
        paragraphs: In reading order, not overlapping.
        width: In cells; less than 2 counts as 2.

    Returns:
        The layout; without rows if there are no paragraphs.
    """
    width = max(width, _LEAST_WIDTH)
    shown = text.replace("\n", " ")
    starts: list[int] = []
    first_rows: list[int] = []
    end = 0
    for span in paragraphs:
        if starts:
            starts.append(end)
        first_rows.append(len(starts))
        starts.append(span.start)
        end = span.end
        if 2 * len(span) > width:
            paragraph = span.of(shown)
            if not _is_plain(paragraph):
                starts += [span.start + at for at in _break_any(paragraph, width)]
            elif len(paragraph) > width:
                starts += [span.start + at for at in _break_plain(paragraph, width)]
    starts.append(end)
    return Layout(shown, width, starts, first_rows)


def cell_widths(text: str) -> list[int]:
    """Measure each character in its context.

    Returns:
        A width for each character: 0 for what combines with a character before it, whose
        width is that of both; 1 for a newline. Their sum is what `cell_len` gives.
    """
    if text.isascii():
        return [1] * len(text)
    widths = list(map(_WIDTHS.__getitem__, text))
    if _JOINER in text or _EMOJI_FORM in text:
        for match in _JOINS.finditer(text):
            if match[0] == _EMOJI_FORM:
                base = match.start() - 1
                while base > 0 and not widths[base]:
                    base -= 1
                if base >= 0 and widths[base]:
                    widened = cell_len(text[base] + _EMOJI_FORM) - cell_len(text[base])
                    widths[base] = _WIDTHS[text[base]] + widened
            elif match.end() - match.start() > 1:
                widths[match.end() - 1] = 0
    return widths


def shorten_to_cells(text: str, cells: int) -> tuple[str, int]:
    """Cut a line to some cells, an ellipsis at its end where anything was cut.

    Returns:
        What is left, and how many cells that takes; "" and 0 where there is no room at all.
    """
    widths = cell_widths(text)
    if sum(widths) <= cells:
        return text, sum(widths)
    edges = [0, *accumulate(widths)]
    kept = bisect_right(edges, cells - 1) - 1
    return (text[:kept] + "…", edges[kept] + 1) if cells > 0 else ("", 0)


def fit_column(width: int, measure: int) -> tuple[int, int]:
    """Return the margin left of the text's column in a width, and the column's own width.

    Args:
        width: Cells there are, all told.
        measure: Cells that a line may have at most.
    """
    narrowest = 4 if width >= _ROOMY_WIDTH else 2
    column = min(measure, max(1, width - narrowest))
    return max(narrowest // 2, (width - column) // 2), column


class _CharacterWidths(dict[str, int]):
    """Cells of single characters, measured once."""

    def __missing__(self, character: str) -> int:
        width = cell_len(character)
        self[character] = width
        return width


# Spaces and what the sanitiser leaves in text are ASCII; a newline is shown as a space.
_WIDTHS = _CharacterWidths({chr(code): 1 for code in range(128)})


def _is_plain(text: str) -> bool:
    """Say whether all characters of `text` take one cell."""
    return text.isascii() or all(_WIDTHS[character] == 1 for character in set(text))


def _break_plain(text: str, width: int) -> list[int]:
    """Return where rows but the first begin, in text of one cell a character."""
    breaks: list[int] = []
    start = 0
    while len(text) - start > width:
        # A space right behind the edge hangs, so it may end the row.
        space = text.rfind(" ", start, start + width + 1)
        start = _skip_spaces(text, space + 1) if space >= 0 else start + width
        if start < len(text):
            breaks.append(start)
    return breaks


def _break_any(text: str, width: int) -> list[int]:
    """Return where rows but the first begin, in text of any characters."""
    widths = cell_widths(text)
    edges = [0, *accumulate(widths)]
    most = _MOST_PER_CELL * width
    breaks: list[int] = []
    start = 0
    while edges[-1] - edges[start] > width or len(text) - start > most:
        stop = min(bisect_right(edges, edges[start] + width, start) - 1, start + most)
        if stop >= len(text):
            break
        start = _skip_spaces(text, _break_before(text, widths, start, stop))
        if start < len(text):
            breaks.append(start)
    return breaks


def _break_before(text: str, widths: Sequence[int], start: int, stop: int) -> int:
    """Return the last good place for a break behind `start` and up to `stop`, else `stop`."""
    if text[stop] == " ":
        return stop + 1
    for index in range(stop, start, -1):
        if not widths[index]:
            continue
        before = index - 1
        while before > start and not widths[before]:
            before -= 1
        if widths[index] > 1 or widths[before] > 1 or text[before] == " ":
            return index
    return stop


def _skip_spaces(text: str, index: int) -> int:
    while index < len(text) and text[index] == " ":
        index += 1
    return index
