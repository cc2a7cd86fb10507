"""What a row of each list says. Turns entities, articles and hits into `Row`s; for quotes see
`quote_rows`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.content import Content

from analysis.schema import Entity, EntityKind
from tui.config import Sort
from tui.reading import Reading
from tui.shelf import Entry, Shelf, State

if TYPE_CHECKING:
    from analysis.search import Found, Hit

STATE_SIGNS: dict[State, str] = {
    "waiting": " ",
    "loaded": "·",
    "analysing": "…",
    "ready": "✓",
    "failed": "!",
}
"""How the list of articles shows each state, in one cell."""
HIT_SIGNS = {"person": "@", "organization": "#", "place": "~", "quote": "“", "passage": "¶"}
"""How the search shows each kind of hit, in one cell."""
OWN_SIGN = "✎"
"""Stands beside what the reader has corrected, in one cell."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list."""

    key: int
    """What it stands for: an entity's id, a quote's or an article's index."""
    content: Content
    """What it shows; made of text, never of markup."""
    words: str
    """What filtering by typing looks at."""
    group: Content | None = None
    """What stands above the first of the rows that belong together; None where none do."""


def entity_rows(reading: Reading, kind: EntityKind, sort: Sort) -> tuple[Row, ...]:
    """Return a row for each entity of a kind, by first mention or by count."""
    entities = reading.entities(kind)
    if sort == "count":
        entities.sort(key=lambda entity: -len(reading.mentions_of(entity.id)))
    return tuple(name_row(reading, entity) for entity in entities)


def name_row(reading: Reading, entity: Entity) -> Row:
    """Return the row of an entity: count, name, a sign if the reader corrected it, role."""
    count = len(reading.mentions_of(entity.id))
    content = Content.assemble((f"{count:>3} ", "dim"), Content(entity.name))
    if entity.id in reading.own_entities:
        content = content.append(Content.assemble((f" {OWN_SIGN}", "bold")))
    if entity.role:
        content = content.append(Content.assemble((f"  {entity.role}", "dim")))
    words = " ".join((entity.name, *entity.aliases, entity.role or ""))
    return Row(entity.id, content, words)


def article_rows(
    shelf: Shelf, *, before: Shelf | None = None, rows: Sequence[Row] = ()
) -> tuple[Row, ...]:
    """Return a row for each article: its state, its title (bold until read), its source.

    Args:
        shelf: The articles.
        before: An earlier state of the shelf, of as many articles.
        rows: Its rows; of entries that are as they were then, they are taken over.
    """
    if before is None:
        return tuple(_article_row(shelf, index) for index in range(len(shelf.entries)))
    changed_places = {before.index, shelf.index} if before.index != shelf.index else set()
    return tuple(
        row
        if entry is shelf.entries[index] and index not in changed_places
        else _article_row(shelf, index)
        for index, (entry, row) in enumerate(zip(before.entries, rows, strict=True))
    )


def _article_row(shelf: Shelf, index: int) -> Row:
    entry = shelf.entries[index]
    weight = "" if entry.is_read else "bold"
    sign = "▸" if index == shelf.index else STATE_SIGNS[entry.state]
    content = Content.assemble((f"{sign} ", "dim"), (entry.title, weight))
    article = entry.reading.article if entry.reading else None
    origin = " · ".join(filter(None, (article.published, article.source))) if article else ""
    below = entry.problem or origin or entry.file_name
    content = content.append(Content.assemble("\n  ", (below, "dim")))
    return Row(index, content, f"{entry.title} {origin} {entry.file_name}")


def hit_row(key: int, hit: Hit) -> Row:
    """Return the row of a search hit: the sign of its kind and its line, matches underlined."""
    line = Content(hit.text)
    for highlight in hit.highlights:
        line = line.stylize("bold underline", highlight.start, highlight.end)
    sign = Content.assemble((f"{HIT_SIGNS[hit.kind]} ", "dim"))
    return Row(key, sign.append(line), hit.text)


def found_rows(found: Sequence[Found], entries: Sequence[Entry]) -> tuple[Row, ...]:
    """Return a row for each hit of a search in many articles, those of one below its title.

    Args:
        found: The hits, those of an article together.
        entries: The articles they count.
    """
    rows: list[Row] = []
    for key, one in enumerate(found):
        is_first = key == 0 or found[key - 1].article != one.article
        title = Content(entries[one.article].title).stylize("bold") if is_first else None
        row = hit_row(key, one.hit)
        rows.append(replace(row, content=Content("  ").append(row.content), group=title))
    return tuple(rows)
