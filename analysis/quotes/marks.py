"""Find the stretches of a text that stand between quotation marks. Pure text: knows neither
words nor speakers, and takes marks as they come, balanced or not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.quotes.double_marks import marks_of, pair, starts_with_opening
from analysis.quotes.single_marks import find_singles, opens_by_single
from analysis.quotes.stretch import Stretch
from analysis.schema import Span

_PARAGRAPHS_WITHOUT_MARKS = 3
_TAG = re.compile(r"<[/!]?[a-zA-Z][^<>\n]*>")
_MARK = re.compile(r"[\"“”„‟«»″'‘’‚‛‹›`]")


def find_stretches(text: str, paragraphs: Sequence[Span]) -> list[Stretch]:
    """Find the outermost quoted stretches, in reading order; they never overlap.

    A stretch left open at a paragraph's end goes on in the next paragraph if that one opens
    with a mark; otherwise it ends with its paragraph. A closing mark without an opening one
    is believed only beside words of saying. Nested stretches stay inside their outer ones.

    Returns:
        Stretches inside one paragraph each; empty where the text has no marks.
    """
    text = _without_markup(text)
    found: list[Stretch] = []
    is_left_open = False
    opened_by_single = False
    for index, paragraph in enumerate(paragraphs):
        doubles = list(marks_of(text, paragraph))
        goes_on = is_left_open and (
            starts_with_opening(text, paragraph, doubles)
            or _is_closed_later(text, paragraphs, index)
        )
        is_followed = _is_followed(text, paragraphs, index)
        stretches, is_left_open = pair(
            text, paragraph, index, doubles, goes_on=goes_on, is_followed=is_followed
        )
        singles, opened_by_single = find_singles(
            text,
            paragraph,
            index,
            goes_on=opened_by_single,
            is_followed=any(opens_by_single(text, p) for p in paragraphs[index + 1 : index + 2]),
        )
        found.extend(_outermost(stretches, singles))
    return found


def _without_markup(text: str) -> str:
    """Return a text of the same length whose tags (<a href="...">) hold no marks."""
    if "<" not in text:
        return text
    return _TAG.sub(lambda match: _MARK.sub("_", match[0]), text)


def _is_followed(text: str, paragraphs: Sequence[Span], index: int) -> bool:
    """Say whether the next paragraph opens with a mark, as one does that goes on quoting."""
    if index + 1 >= len(paragraphs):
        return False
    following = paragraphs[index + 1]
    first = next(marks_of(text, following), None)
    return first is not None and starts_with_opening(text, following, [first])


def _is_closed_later(text: str, paragraphs: Sequence[Span], index: int) -> bool:
    """Say whether the next mark, here or a few paragraphs on, closes what was left open."""
    for paragraph in paragraphs[index : index + _PARAGRAPHS_WITHOUT_MARKS]:
        first = next(marks_of(text, paragraph), None)
        if first is not None:
            return first.opens is False and first.is_sure
    return False


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
