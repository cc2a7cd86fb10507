"""Find what is quoted by its layout: blocks as Markdown and letters set them off ("> We will go.").

Pure text: knows neither words nor speakers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.quotes.stretch import Stretch, holds_words
from analysis.schema import Span

_LINE = re.compile(r"(?:>[ \t]?)+[ \t]*(?P<words>[^\n]*\S)")
_SIGNATURE = re.compile(r"[-–—―]")


def with_blocks(text: str, paragraphs: Sequence[Span], stretches: list[Stretch]) -> list[Stretch]:
    """Return an article's quoted stretches, with the lines of its blocks.

    Each line of a block is a stretch that goes on with the one before it. A line that opens with
    a dash signs the block. What stands between marks within a block is left as it was found.

    Args:
        text: The article's.
        paragraphs: Where they stand.
        stretches: What stands between its marks, in reading order.
    """
    with_marks = {stretch.paragraph for stretch in stretches}
    found: list[Stretch] = []
    last = -2
    for index, paragraph in enumerate(paragraphs):
        if text[paragraph.start] != ">" or index in with_marks:
            continue
        for match in _LINE.finditer(text, paragraph.start, paragraph.end):
            span = Span(*match.span("words"))
            if _SIGNATURE.match(text, span.start) or not holds_words(text, span):
                continue
            goes_on = bool(found) and index - last <= 1
            found.append(
                Stretch(
                    span,
                    index,
                    is_opened=False,
                    is_closed=False,
                    continues=goes_on,
                    is_block=True,
                )
            )
            last = index
    return sorted([*stretches, *found], key=lambda stretch: stretch.span) if found else stretches
