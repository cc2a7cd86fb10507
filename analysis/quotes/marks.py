"""Find the stretches of a text that stand between quotation marks. Pure text: knows neither
words nor speakers, and takes marks as they come, balanced or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.schema import Span

_OPENING = frozenset("“„‟«``")
_CLOSING = frozenset("”»''")
_DOUBLE = re.compile(r"``|''|[\"“”„‟«»″]")
_SINGLE = re.compile(r"(?<!')'(?!')|[‘’‚‛‹›]")
_BEFORE_OPENING = frozenset(" \t\n\u00a0([{—–-/…“„«‘\"'")
_AFTER_CLOSING = frozenset(" \t\n\u00a0)]}—–-/.,;:!?…”»’\"'")
# Words that lose their head to an apostrophe, and so only seem to open a quotation.
_ELISION = re.compile(r"(?:\d0s|\d\d\b|em|til|till|tis|twas|cause|bout|round|n|im|er)\b", re.I)
_SAYING = (
    r"(?:said|says|say|adds|added|adding|told|tells|wrote|stated|noted|explained|continued|"
    r"argued|insisted|warned|claimed|asked|replied|remarked|stressed|concluded|tweeted)"
)
_SUBJECT = r"(?:he|she|they|it|(?:[A-Z][\w.'’-]*\s+){1,4})"
# An attribution behind words whose closing mark is missing: "..., he said".
_ATTRIBUTION = re.compile(rf"(?<=[,.!?…])\s+(?:{_SUBJECT}\s*{_SAYING}|{_SAYING}\s+{_SUBJECT})\b")
# What stands before words whose opening mark is missing: "adding: ".
_LEAD = re.compile(rf"\b{_SAYING}[,:.]\s+(?=[A-Z])")
_PARAGRAPHS_WITHOUT_MARKS = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words between quotation marks, inside one paragraph."""

    span: Span
    """The words, without marks and blanks at the edges; never empty."""
    paragraph: int
    """Index of the paragraph it lies in."""
    is_single: bool = False
    """Whether single marks (‘’) enclose it."""
    is_opened: bool = True
    """Whether an opening mark was there."""
    is_closed: bool = True
    """Whether a closing mark was there."""
    continues: bool = False
    """Whether it goes on from the stretch before, left open at its paragraph's end."""
    label: Span | None = None
    """The name that opens a turn of a dialogue without marks; None for words in marks."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """One double mark and what it seems to do, before it is known what is open."""

    start: int
    end: int
    opens: bool | None
    """True opens, False closes, None may be either."""
    is_sure: bool
    """Whether sign and surroundings agree."""


def find_stretches(text: str, paragraphs: Sequence[Span]) -> list[Stretch]:
    """Find the outermost quoted stretches, in reading order; they never overlap.

    A stretch left open at a paragraph's end goes on in the next paragraph if that one opens
    with a mark; otherwise it ends with its paragraph. A closing mark without an opening one
    is believed only beside words of saying. Nested stretches stay inside their outer ones.

    Returns:
        Stretches inside one paragraph each; empty where the text has no marks.
    """
    found: list[Stretch] = []
    is_left_open = False
    opened_by_single = False
    for index, paragraph in enumerate(paragraphs):
        doubles = list(_marks_of(text, paragraph))
        goes_on = is_left_open and (
            _starts_with_opening(text, paragraph, doubles)
            or _is_closed_later(text, paragraphs, index)
        )
        is_followed = _is_followed(text, paragraphs, index)
        stretches, is_left_open = _pair(
            text, paragraph, index, doubles, goes_on=goes_on, is_followed=is_followed
        )
        singles, opened_by_single = _find_singles(text, paragraph, index, goes_on=opened_by_single)
        found.extend(_outermost(stretches, singles))
    return found


def _marks_of(text: str, paragraph: Span) -> Iterator[_Mark]:
    """Yield a paragraph's double marks."""
    for match in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        may_open = before in _BEFORE_OPENING and not after.isspace()
        may_close = not before.isspace() and after in _AFTER_CLOSING
        surroundings = may_open if may_open != may_close else None
        sign = match[0]
        by_sign = True if sign in _OPENING else False if sign in _CLOSING else None
        if sign in ('"', "″", "''") and before.isdigit() and surroundings is None:
            continue  # 12" is a length
        if by_sign and not _holds_words(text, Span(end, paragraph.end)):
            by_sign = False  # an opening sign behind the last word was meant to close
        if by_sign is None:
            yield _Mark(start, end, surroundings, surroundings is not None)
        else:
            yield _Mark(start, end, by_sign, surroundings in (None, by_sign))


def _starts_with_opening(text: str, paragraph: Span, marks: list[_Mark]) -> bool:
    return bool(marks) and marks[0].start == paragraph.start and marks[0].opens is not False


def _is_followed(text: str, paragraphs: Sequence[Span], index: int) -> bool:
    """Say whether the next paragraph opens with a mark, as one does that goes on quoting."""
    if index + 1 >= len(paragraphs):
        return False
    following = paragraphs[index + 1]
    first = next(_marks_of(text, following), None)
    return first is not None and _starts_with_opening(text, following, [first])


def _is_closed_later(text: str, paragraphs: Sequence[Span], index: int) -> bool:
    """Say whether the next mark, here or a few paragraphs on, closes what was left open."""
    for paragraph in paragraphs[index : index + _PARAGRAPHS_WITHOUT_MARKS]:
        first = next(_marks_of(text, paragraph), None)
        if first is not None:
            return first.opens is False and first.is_sure
    return False


def _pair(
    text: str,
    paragraph: Span,
    index: int,
    marks: list[_Mark],
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
        has_mark = _starts_with_opening(text, paragraph, marks)
        opened = marks[0].end if has_mark else paragraph.start
        marks = marks[1:] if has_mark else marks
        continues = True
    reached = paragraph.start

    def close(end: int, *, is_closed: bool) -> None:
        nonlocal opened, depth, continues, has_mark
        assert opened is not None
        span = _trim(text, opened, end)
        if _holds_words(text, span):
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
            elif opened < mark.start:
                close(_guess_end(text, opened, mark.start), is_closed=False)
                opened = mark.end
        elif depth:
            depth -= 1
        else:
            close(mark.start, is_closed=True)
        reached = mark.end
    if opened is None:
        return found, False
    end = paragraph.end if is_followed else _guess_end(text, opened, paragraph.end)
    count = len(found)
    close(end, is_closed=False)
    return found, end == paragraph.end and len(found) > count


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


def _trim(text: str, start: int, end: int) -> Span:
    """Return a span without blanks at its edges; an empty one where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, max(start, end))


def _holds_words(text: str, span: Span) -> bool:
    return any(text[at].isalnum() for at in range(span.start, span.end))


def _find_singles(
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
                span = _trim(text, opener + 1, paragraph.end)
                if _holds_words(text, span):
                    found.append(
                        Stretch(span, index, is_single=True, is_closed=False, continues=goes_on)
                    )
                return found, True
            continue
        span = _trim(text, opener + 1, closer)
        if _holds_words(text, span):
            is_first = goes_on and opener == paragraph.start
            found.append(Stretch(span, index, is_single=True, continues=is_first))
        reached = closer
    return found, False


def _opens_single(text: str, paragraph: Span, at: int) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1 : at + 2] if at + 1 < paragraph.end else ""
    if text[at] in "’›" or before not in _BEFORE_OPENING or before == "-":
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


def _outermost(doubles: list[Stretch], singles: list[Stretch]) -> list[Stretch]:
    """Merge both kinds: single marks around doubles win, else what they share is the doubles'."""
    if not singles:
        return doubles
    kept: list[Stretch] = []
    inner: set[int] = set()
    place = 0
    for single in singles:
        while place < len(doubles) and doubles[place].span.end <= single.span.start:
            place += 1
        shared = []
        for at in range(place, len(doubles)):
            if doubles[at].span.start >= single.span.end:
                break
            shared.append(at)
        if all(single.span.covers(doubles[at].span) for at in shared):
            kept.append(replace(single))
            inner.update(shared)
    outer = [double for at, double in enumerate(doubles) if at not in inner]
    return sorted([*outer, *kept], key=lambda stretch: stretch.span)
