"""Pair a paragraph's double marks, balanced or not. Pure text: knows neither words nor speakers,
but for the few that tell where a missing mark would stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.quotes.stretch import BEFORE_OPENING, Stretch, holds_words, trim
from analysis.schema import Span

_OPENING = frozenset("“„‟«``")
_CLOSING = frozenset("”»''")
_DOUBLE = re.compile(r"``|''|[\"“”„‟«»″]")
_CLOSING_SINGLE = re.compile(r"’(?!\w)")
_AFTER_CLOSING = frozenset(" \t\n\u00a0)]}—–-/.,;:!?…”»’\"'")
_SAYING = (
    r"(?:said|says|say|adds|added|adding|told|tells|wrote|stated|noted|explained|continued|"
    r"argued|insisted|warned|claimed|asked|replied|remarked|stressed|concluded|tweeted)"
)
_SUBJECT = r"(?:he|she|they|it|(?:[A-Z][\w.'’-]*\s+){1,4})"
# An attribution behind words whose closing mark is missing: "..., he said".
_ATTRIBUTION_HERE = re.compile(rf",?\s+(?:{_SUBJECT}\s*{_SAYING}|{_SAYING}\s+{_SUBJECT})\b")
_ATTRIBUTION = re.compile(rf"(?<=[,.!?…]){_ATTRIBUTION_HERE.pattern[2:]}")
# What stands before words whose opening mark is missing: "adding: ".
_LEAD = re.compile(rf"\b{_SAYING}[,:.]\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Mark:
    """One double mark and what it seems to do, before it is known what is open."""

    start: int
    end: int
    opens: bool | None
    """True opens, False closes, None may be either."""
    is_sure: bool
    """Whether sign and surroundings agree."""


def marks_of(text: str, paragraph: Span) -> Iterator[Mark]:
    """Yield a paragraph's double marks."""
    for match in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        may_open = before in BEFORE_OPENING and not after.isspace()
        may_close = not before.isspace() and after in _AFTER_CLOSING
        surroundings = may_open if may_open != may_close else None
        sign = match[0]
        by_sign = True if sign in _OPENING else False if sign in _CLOSING else None
        if sign in ('"', "″", "''") and before.isdigit() and surroundings is None:
            continue  # 12" is a length
        if by_sign and not holds_words(text, Span(end, paragraph.end)):
            by_sign = False  # an opening sign behind the last word was meant to close
        if by_sign is None:
            yield Mark(start, end, surroundings, surroundings is not None)
        else:
            yield Mark(start, end, by_sign, surroundings in (None, by_sign))


def starts_with_opening(text: str, paragraph: Span, marks: list[Mark]) -> bool:
    """Say whether a paragraph opens with a mark."""
    return bool(marks) and marks[0].start == paragraph.start and marks[0].opens is not False


def pair(
    text: str,
    paragraph: Span,
    index: int,
    marks: list[Mark],
    *,
    goes_on: bool,
    is_followed: bool,
) -> tuple[list[Stretch], bool]:
    """Pair a paragraph's double marks.

    Args:
        text: The article's.
        paragraph: Where it stands.
        index: Its number.
        marks: Its double marks.
        goes_on: Whether it goes on with words left open before it.
        is_followed: Whether the next paragraph may go on with words left open here.

    Returns:
        Its stretches, and whether the last one is still open at the end.
    """
    found: list[Stretch] = []
    opened: int | None = None
    depth = 0
    has_mark = True
    continues = False
    if goes_on:
        has_mark = starts_with_opening(text, paragraph, marks)
        opened = marks[0].end if has_mark else paragraph.start
        marks = marks[1:] if has_mark else marks
        continues = True
    reached = paragraph.start

    def close(end: int, *, is_closed: bool) -> None:
        nonlocal opened, depth, continues, has_mark
        assert opened is not None
        span = trim(text, opened, end)
        if holds_words(text, span):
            found.append(
                Stretch(
                    span,
                    index,
                    is_opened=has_mark,
                    is_closed=is_closed,
                    continues=continues,
                )
            )
        opened, depth, continues, has_mark = None, 0, False, True

    for place, mark in enumerate(marks):
        does_open = mark.opens
        if does_open is None or not mark.is_sure:
            does_open = opened is None
        if opened is None and does_open:
            opened = mark.end
        elif opened is None:
            start = _guess_start(text, reached, mark.start)
            if start is not None:
                opened, has_mark = start, False
                close(mark.start, is_closed=True)
        elif does_open:
            following = marks[place + 1 : place + 3]
            if len(following) == 2 and all(m.opens is False for m in following):
                depth += 1
            elif following and _goes_on_within(text, opened, mark.start, following[0]):
                # “The town is done with “-ism and on its way,” she said: one closing mark for both.
                depth += not _ends_speech(text, following[0].end, paragraph.end)
            elif opened < mark.start:
                close(_guess_end(text, opened, mark.start), is_closed=False)
                opened = mark.end
        elif depth:
            depth -= 1
        elif _closes_single(text, opened, mark.start, marks[place + 1 : place + 2]):
            pass  # “He spoke of the ‘great road,” and then he wept.”
        else:
            close(mark.start, is_closed=True)
        reached = mark.end
    if opened is None:
        return found, False
    end = paragraph.end if is_followed else _guess_end(text, opened, paragraph.end)
    count = len(found)
    close(end, is_closed=False)
    return found, end == paragraph.end and len(found) > count


def _goes_on_within(text: str, start: int, end: int, following: Mark) -> bool:
    """Say whether a mark opens in mid-sentence, and so within the words that are open already."""
    before = text[start:end].rstrip()
    return (
        following.opens is False
        and before[:1].isupper()
        and before[-1].isalnum()
        and _guess_end(text, start, end) == end
    )


def _ends_speech(text: str, at: int, limit: int) -> bool:
    """Say whether a paragraph ends behind a mark, or goes on with who said it."""
    return not text[at:limit].strip(" .,") or _ATTRIBUTION_HERE.match(text, at, limit) is not None


def _closes_single(text: str, start: int, end: int, following: Sequence[Mark]) -> bool:
    """Say whether a closing mark closes a single one left open: another one closes the words."""
    single = text.rfind("‘", start, end)
    is_left_open = single >= 0 and not _CLOSING_SINGLE.search(text, single, end)
    return is_left_open and bool(following) and following[0].opens is False


def _guess_start(text: str, reached: int, end: int) -> int | None:
    """Return where words began whose opening mark is missing; None where nothing tells."""
    leads = list(_LEAD.finditer(text, reached, end))
    if leads:
        return leads[-1].end()
    return None


def _guess_end(text: str, start: int, limit: int) -> int:
    """Return where words end whose closing mark is missing."""
    attribution = _ATTRIBUTION.search(text, start, limit)
    return attribution.start() if attribution else limit
