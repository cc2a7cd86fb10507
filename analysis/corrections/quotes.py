"""What a correction of a quote does to a draft: the quote is found anew, or put back in."""

from __future__ import annotations

from dataclasses import replace

from analysis.corrections.changes import ConfirmSpeaker, QuotedWords, SetSpeaker, Who
from analysis.corrections.draft import Draft, DraftEntity, DraftQuote, DraftSpeaker
from analysis.corrections.occurrences import find_occurrences
from analysis.schema import Quote, Span, Speaker

BY_READER = "reader"
"""The evidence of a speaker whom the reader has named."""


def set_speaker(draft: Draft, change: SetSpeaker | ConfirmSpeaker) -> bool:
    """Give a quote the reader's speaker; False where the speaker is nobody in this article."""
    words = change.quote
    if words.parts[-1].end > len(draft.article.text):
        return False
    entity: DraftEntity | None = None
    described: Span | None = None
    if change.speaker is not None:
        entity = draft.find(change.speaker, by_alias=True)
        described = None if entity else _find_description(draft, change.speaker, words)
        if entity is None and described is None:
            return False
    for found in _find_quotes(draft, words) or [_put_back(draft, words)]:
        _give(found, entity, described)
    return True


def _give(found: DraftQuote, entity: DraftEntity | None, described: Span | None) -> None:
    before = found.speaker
    if entity is None and described is None:
        found.speaker = None
    elif entity is not None and before is not None and before.entity is entity:
        # The words that name the speaker stay as long as they stand for the same one.
        found.speaker = DraftSpeaker(before.words, entity, 1.0)
    else:
        found.speaker = DraftSpeaker(Speaker(described, None), entity, 1.0)
    found.runners_up = []  # the reader has ruled them out
    found.quote = replace(found.quote, evidence=(BY_READER,))
    found.is_own = True


def _find_description(draft: Draft, speaker: Who, words: QuotedWords) -> Span | None:
    """Return the place nearest to a quote where the words that describe a speaker stand."""
    start = words.parts[0].start
    return min(
        find_occurrences(draft.article, speaker.name),
        key=lambda span: abs(span.start - start),
        default=None,
    )


def _find_quotes(draft: Draft, words: QuotedWords) -> list[DraftQuote]:
    """Return the quotes that give the same words, as long as they give half of them.

    A new analysis may have drawn a quote's bounds otherwise, or cut it in two.
    """
    size = sum(map(len, words.parts))
    found: list[DraftQuote] = []
    covered = 0
    for draft_quote in draft.quotes:
        shared = _shared(draft_quote.quote, words)
        if 2 * shared >= min(size, sum(map(len, draft_quote.quote.parts))) and shared:
            found.append(draft_quote)
            covered += shared
    return found if 2 * covered >= size else []


def _shared(quote: Quote, words: QuotedWords) -> int:
    """Return how many characters two quotes share; none if only one of them stands in marks."""
    if (quote.kind == "indirect") != (words.kind == "indirect"):
        return 0
    return sum(
        max(0, min(part.end, other.end) - max(part.start, other.start))
        for part in quote.parts
        for other in words.parts
    )


def _put_back(draft: Draft, words: QuotedWords) -> DraftQuote:
    """Put the reader's quote in, in place of what overlaps it."""
    draft.quotes = [other for other in draft.quotes if not _shared(other.quote, words)]
    put = DraftQuote(Quote(words.parts, words.kind))
    draft.quotes.append(put)
    return put
