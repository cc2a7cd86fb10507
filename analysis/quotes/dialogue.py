"""Find the turns of interviews and transcripts printed without marks: "HOLM: We will go."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from analysis.quotes.stretch import Stretch
from analysis.schema import Span

_WORD = r"[^\W\d_a-z][\w.'’-]*"
_TURN = re.compile(rf"(?P<label>{_WORD}(?:\s+{_WORD}){{0,4}})\s*:\s+(?=\S)")
_FEWEST_TURNS = 4
_FEWEST_EACH = 2


def with_turns(text: str, paragraphs: Sequence[Span], stretches: list[Stretch]) -> list[Stretch]:
    """Return an article's quoted stretches, with whole turns where it is a dialogue.

    A dialogue has at least four paragraphs that open with a name and a colon, of at least two
    names that each come back. A turn is one stretch: what is quoted within it is part of it.

    Args:
        text: The article's.
        paragraphs: Where they stand.
        stretches: What stands between its marks, in reading order.
    """
    matches = {
        index: match
        for index, paragraph in enumerate(paragraphs)
        if (match := _TURN.match(text, paragraph.start, paragraph.end))
    }
    in_capitals = sum(match["label"].isupper() for match in matches.values())
    if 2 * in_capitals > len(matches):  # a headline may open with a name and a colon, too
        matches = {at: match for at, match in matches.items() if match["label"].isupper()}
    counts = Counter(map(_key, matches.values()))
    speaking = {label for label, count in counts.items() if count >= _FEWEST_EACH}
    turns = {
        index: Stretch(
            Span(match.end(), paragraphs[index].end),
            index,
            is_opened=False,
            is_closed=False,
            label=Span(*match.span("label")),
        )
        for index, match in matches.items()
        if _key(match) in speaking
    }
    if len(speaking) < _FEWEST_EACH or len(turns) < _FEWEST_TURNS:
        return stretches
    kept = [stretch for stretch in stretches if stretch.paragraph not in turns]
    return sorted([*kept, *turns.values()], key=lambda stretch: stretch.span)


def _key(match: re.Match[str]) -> str:
    """Return the same for "ANNA LIND" and "LIND"."""
    return match["label"].split()[-1].casefold()
