"""Find words between single marks, told from apostrophes and possessives. Pure text."""

from __future__ import annotations

import re

from analysis.quotes.stretch import BEFORE_OPENING, Stretch, holds_words, trim
from analysis.schema import Span

_SINGLE = re.compile(r"(?<!')'(?!')|[‘’‚‛‹›]")
# Words that lose their head to an apostrophe, and so only seem to open a quotation.
_ELISION = re.compile(r"(?:\d0s|\d\d\b|em|til|till|tis|twas|cause|bout|round|n|im|er)\b", re.I)


def find_singles(
    text: str, paragraph: Span, index: int, *, goes_on: bool
) -> tuple[list[Stretch], bool]:
    """Find stretches in single marks, told from apostrophes and possessives.

    Returns:
        The paragraph's stretches, and whether it opens with a mark that nothing closes.
    """
    marks = [match.span()[0] for match in _SINGLE.finditer(text, paragraph.start, paragraph.end)]
    openers = [at for at in marks if _opens_single(text, paragraph, at)]
    closers = [at for at in marks if _closes_single(text, paragraph, at)]
    found: list[Stretch] = []
    reached = -1
    next_closer = 0
    for place, opener in enumerate(openers):
        if opener < reached:
            continue
        limit = openers[place + 1] if place + 1 < len(openers) else paragraph.end
        while next_closer < len(closers) and closers[next_closer] <= opener:
            next_closer += 1
        within = []
        for at in closers[next_closer:]:
            if at >= limit:
                break
            within.append(at)
        closer = _choose_closer(text, paragraph, within)
        if closer is None:
            if opener == paragraph.start and text[opener] == "‘" and len(openers) == 1:
                span = trim(text, opener + 1, paragraph.end)
                if holds_words(text, span):
                    found.append(
                        Stretch(span, index, is_single=True, is_closed=False, continues=goes_on)
                    )
                return found, True
            continue
        span = trim(text, opener + 1, closer)
        if holds_words(text, span):
            is_first = goes_on and opener == paragraph.start
            found.append(Stretch(span, index, is_single=True, continues=is_first))
        reached = closer
    return found, False


def _opens_single(text: str, paragraph: Span, at: int) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1 : at + 2] if at + 1 < paragraph.end else ""
    if text[at] in "’›" or before not in BEFORE_OPENING or before == "-":
        return False
    if not (after.isalnum() or (after and after in '“"„$£€([…')):
        return False
    return text[at] == "‘" or not _ELISION.match(text, at + 1, paragraph.end)


def _closes_single(text: str, paragraph: Span, at: int) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return text[at] != "‘" and not before.isspace() and not after.isalnum()


def _choose_closer(text: str, paragraph: Span, closers: list[int]) -> int | None:
    """Return the first closing mark that is no plural possessive, else the first of all."""
    for at in closers:
        following = text[at + 1 : at + 3]
        looks_possessive = (
            text[at - 1] in "szx" and following[:1].isspace() and following[1:].isalpha()
        )
        if not looks_possessive:
            return at
    return closers[0] if closers else None
