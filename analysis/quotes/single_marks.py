"""Find words between single marks, told from apostrophes and possessives. Pure text."""

from __future__ import annotations

import re

from analysis.quotes.stretch import BEFORE_OPENING, Stretch, holds_words, trim
from analysis.schema import Span

_SINGLE = re.compile(r"(?<!')'(?!')|[‘’‚‛‹›]")
# Words that lose their head to an apostrophe, and so only seem to open a quotation.
_ELISION = re.compile(r"(?:\d0s|\d\d\b|em|til|till|tis|twas|cause|bout|round|n|im|er)\b", re.I)


def find_singles(
    text: str, paragraph: Span, index: int, *, goes_on: bool, is_followed: bool
) -> tuple[list[Stretch], bool]:
    """Find stretches in single marks, told from apostrophes and possessives.

    Args:
        text: The article's.
        paragraph: Where it stands.
        index: Its number.
        goes_on: Whether words were left open before it.
        is_followed: Whether the next paragraph opens with a single mark.

    Returns:
        The paragraph's stretches, and whether the last one is still open at the end.
    """
    marks = [match.span()[0] for match in _SINGLE.finditer(text, paragraph.start, paragraph.end)]
    openers = [at for at in marks if _opens_single(text, paragraph, at)]
    closers = [at for at in marks if _closes_single(text, paragraph, at)]
    found: list[Stretch] = []
    reached = -1
    next_closer = 0
    is_open = goes_on
    for place, opener in enumerate(openers):
        if opener < reached:
            continue
        is_last = place + 1 == len(openers)
        limit = paragraph.end if is_last else openers[place + 1]
        while next_closer < len(closers) and closers[next_closer] <= opener:
            next_closer += 1
        within = []
        for at in closers[next_closer:]:
            if at >= limit:
                break
            within.append(at)
        may_stay_open = _begins_sentence(text, paragraph, opener) and (
            is_followed if is_last else _begins_sentence(text, paragraph, limit)
        )
        closer = _choose_closer(text, within, may_stay_open=may_stay_open)
        is_alone = len(openers) == 1 and opener == paragraph.start and text[opener] == "‘"
        if closer is None and not may_stay_open and not is_alone:
            continue
        span = trim(text, opener + 1, limit if closer is None else closer)
        if holds_words(text, span):
            found.append(
                Stretch(
                    span,
                    index,
                    is_single=True,
                    is_closed=closer is not None,
                    continues=is_open and opener == max(reached, paragraph.start),
                )
            )
        is_open = closer is None
        reached = limit if closer is None else closer
    return found, bool(found) and not found[-1].is_closed and reached == paragraph.end


def opens_by_single(text: str, paragraph: Span) -> bool:
    """Say whether a paragraph opens with a single mark."""
    first = _SINGLE.match(text, paragraph.start, paragraph.end)
    return first is not None and _opens_single(text, paragraph, paragraph.start)


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


def _begins_sentence(text: str, paragraph: Span, at: int) -> bool:
    """Say whether a mark opens a sentence of its own: at the paragraph's start or behind one."""
    before = at
    while before > paragraph.start and text[before - 1].isspace():
        before -= 1
    is_behind_one = before == paragraph.start or text[before - 1] in ".!?…:,"
    return text[at + 1 : at + 2].isupper() and is_behind_one


def _choose_closer(text: str, closers: list[int], *, may_stay_open: bool) -> int | None:
    """Return the first closing mark that is no plural possessive; else the first of all, or none
    where the words may stay open.
    """
    for at in closers:
        following = text[at + 1 : at + 3]
        looks_possessive = (
            text[at - 1] in "szx" and following[:1].isspace() and following[1:].isalpha()
        )
        if not looks_possessive:
            return at
    return closers[0] if closers and not may_stay_open else None
