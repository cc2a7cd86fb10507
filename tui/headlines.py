"""What stands above an article, and in which lines. Knows cells; knows no widget."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.schema import Article, Span
from tui.wrap import fit_column, shorten_to_cells, wrap

MOST_TITLE_LINES = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """An article's title and where it comes from."""

    title: str
    """The title; the file's name where there is no article."""
    origin: str = ""
    """Byline, source and date, as far as they are known."""

    @classmethod
    def of(cls, article: Article) -> Heading:
        """Return what stands above an article."""
        known = filter(None, (article.byline, article.source, article.published))
        return cls(article.title, " · ".join(known))


def heading_rows(heading: Heading, width: int, measure: int) -> list[tuple[str, bool]]:
    """Lay a heading out over the article's column.

    Args:
        heading: What is said.
        width: Cells there are, the one of the article's scroll bar included.
        measure: The longest line of the article.

    Returns:
        Each line, and whether it is of the title: at most two are, and at least one.
    """
    margin, _ = fit_column(width - 1, measure)
    room = max(2, width - 1 - margin)
    layout = wrap(heading.title, (Span(0, len(heading.title)),), room)
    lines = [layout.text_of(row) for row in range(layout.row_count)]
    if len(lines) > MOST_TITLE_LINES:
        rest = heading.title[layout.span_of(MOST_TITLE_LINES - 1).start :]
        lines = [*lines[: MOST_TITLE_LINES - 1], shorten_to_cells(rest, room)[0]]
    rows = [(line, True) for line in lines]
    if heading.origin:
        rows.append((shorten_to_cells(heading.origin, room)[0], False))
    return rows
