"""What the status line says about where one is. Pure text; knows no widget."""

from __future__ import annotations

from analysis.quotation import speaker_name
from analysis.schema import EntityKind, Span
from tui.reading import Reading, index_at
from tui.shelf import Entry

NOUNS: dict[EntityKind, tuple[str, str]] = {
    "person": ("person", "people"),
    "organization": ("organization", "organizations"),
    "place": ("place", "places"),
}
"""What one of a kind is called, and many."""


def describe_place(
    reading: Reading, place: Span | None, hits: tuple[Span, ...], pointed: int | None = None
) -> str:
    """Return where one stands: "found 2 of 5", "Olaf Scholz · mention 3 of 12", or the same
    with "quote 4 of 9".

    Hits, while there are any, come first; then what is known of the entity under a list's cursor,
    unless the place is one of its mentions; then the mention or the quote at the place; then the
    chosen entity with its count. Empty where there is nothing to say.

    Args:
        reading: The article.
        place: Where the reader stands.
        hits: What a search found.
        pointed: The `Entity.id` under the cursor of the list that has the focus, if any.
    """
    if hits:
        index = None if place is None else index_at(hits, place.start)
        return f"found {'' if index is None else f'{index + 1} of '}{len(hits)}"
    if reading.analysis is None:
        return ""
    mention = None if place is None else reading.mention_at(place.start)
    if pointed is not None and (mention is None or mention.entity != pointed):
        return describe_entity(reading, pointed)
    if place is not None:
        index = index_at(reading.walk, place.start)
        if mention is not None and mention.span == place and index is not None:
            name = reading.analysis.entities[mention.entity].name
            return f"{name} · mention {index + 1} of {len(reading.walk)}"
        quote = reading.quote_at(place.start)
        if quote is not None:
            name = speaker_name(reading.article, reading.analysis, quote) or "speaker unknown"
            return f"{name} · quote {reading.quotes.index(quote) + 1} of {len(reading.quotes)}"
    if reading.chosen_entity is not None:
        return f"{reading.chosen_entity.name} · {counted(len(reading.walk), 'mention', 'mentions')}"
    return ""


def describe_entity(reading: Reading, entity: int, *, with_name: bool = True) -> str:
    """Return what is known of an entity: "Olaf Scholz · 12 mentions · Chancellor · also Scholz"."""
    if reading.analysis is None:
        return ""
    described = reading.analysis.entities[entity]
    also = f"also {', '.join(described.aliases)}" if described.aliases else None
    return " · ".join(
        filter(
            None,
            (
                described.name if with_name else described.kind,
                counted(len(reading.mentions_of(entity)), "mention", "mentions"),
                described.role,
                also,
            ),
        )
    )


def describe_state(entry: Entry) -> str:
    """Return what the program knows or does about an article, in a few words.

    That its file changed comes first.
    """
    if entry.file_change is not None and entry.reading is not None:
        return (
            "its file is gone" if entry.file_change == "gone" else "file changed: r reads it again"
        )
    if entry.state == "failed":
        return "not analysed: R tries again" if entry.reading else "cannot be opened"
    if entry.state == "analysing":
        return f"analysing {entry.share:.0%}" if entry.share else "analysing…"
    if entry.reading is None:
        return "opening…"
    if entry.reading.analysis is None:
        return "not analysed yet"
    names = [
        counted(len(entry.reading.entities(kind)), *NOUNS[kind])
        for kind in entry.reading.kinds_shown
    ]
    return " · ".join((*names, counted(len(entry.reading.quotes), "quote", "quotes")))


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun: "1 quote", "7 quotes"."""
    return f"{count} {one if count == 1 else many}"
