"""People named in by-lines and credit lines. Each public function is a rule."""

from __future__ import annotations

import re

from analysis.names.bodies import PREFIX_HEADS, SUFFIX_HEADS, TOPIC_WORDS
from analysis.names.draft import HYPHENS, POSSESSIVES, QUOTE_MARKS, Draft
from analysis.names.shapes import is_office
from analysis.names.words import PARTICLES


def credited_people(draft: Draft) -> None:
    """Names of a by-line or credit line are people's: "By Jane Doe", "... contributed to this
    report".
    """
    text = draft.article.text
    first_of: dict[int, int] = {}
    for index in range(draft.size - 1, -1, -1):
        if not draft.is_space[index]:
            first_of[draft.paragraph[index]] = index
    for number, paragraph in enumerate(draft.article.paragraphs):
        line = paragraph.of(text)
        if (
            number not in first_of
            or len(line) > 600
            or not _CREDIT.search((line[:12] + " … " + line[-260:]).lower())
        ):
            continue
        start = first_of[number]
        end = start
        while end < draft.size and draft.paragraph[end] == number:
            end += 1
        _credit(draft, start, end, is_byline=bool(_BYLINE.match(line)))


_BYLINE = re.compile(r"(?:By|BY|by|Written by|Reported by|Story by)\s+\w")


_CREDIT = re.compile(
    r"^by\s|contribut\w+ (?:to|reporting)|additional reporting|"
    r"\b(?:reporting|written|edited|editing|writing|reported|photos?|report|story) by"
)


_CREDIT_WORDS = frozenset(
    "by reporting writing written edited editing reported additional and & contributed "
    "contributing photo photos story report".split()
)


def _credit(draft: Draft, start: int, end: int, *, is_byline: bool) -> None:
    """Take the names of one credit line: runs of two to four words between commas and "and"."""
    if is_byline and end - start > 14:
        # A sentence that happens to begin with "By".
        return
    index = start
    while index < end:
        if not draft.is_capital[index] or draft.bare[index] in _CREDIT_WORDS:
            index += 1
            continue
        stop = index
        while stop < end and (
            draft.is_capital[stop] or draft.bare[stop] in PARTICLES or _is_hyphen(draft, stop)
        ):
            if draft.bare[stop] in _CREDIT_WORDS or draft.bare[stop] == "and":
                break
            stop += 1
        follows = draft.words[stop] if stop < end else "\n"
        before = draft.words[index - 1] if index > start else ""
        is_listed = (
            before in POSSESSIVES
            or before in (",", ";", ":", "(", "")
            or before.lower() in _CREDIT_WORDS
        )
        is_closed = (
            follows in (",", ";", ".", "\n", ")", "(", "|", "-", "–", "—")
            or follows.lower() in ("and", "&", "in", "contributed", "for", "reported", "with", "of")
            or stop >= end
        )
        if 2 <= stop - index <= 6 and is_listed and is_closed and not is_office(draft, index, stop):
            draft.add(index, stop, "person", 3.0)
        index = stop + 1


def _is_hyphen(draft: Draft, index: int) -> bool:
    return draft.words[index] in HYPHENS and draft.is_glued[index]


def people_who_sign(draft: Draft) -> None:
    """Behind quoted words and a dash stands who signs them: "“...” ― Ana Holm"."""
    for start, end in draft.runs:
        if not 2 <= end - start <= 4 or start < 2 or draft.words[start - 1] not in _DASHES:
            continue
        is_closed = draft.words[start - 2] in QUOTE_MARKS and not draft.is_glued[start - 1]
        ends = end == draft.size or draft.words[end] in (".", "(") or draft.is_space[end]
        if is_closed and ends and not is_office(draft, start, end):
            is_body = draft.bare[end - 1] in SUFFIX_HEADS | PREFIX_HEADS | TOPIC_WORDS
            if not is_body and not draft.is_place(start, end):
                draft.add(start, end, "person", 2.0)


_DASHES = frozenset("—–―-") | {"--"}


def signed_people(draft: Draft) -> None:
    """A line of two or three names before the text begins is a by-line: "THEMBA OKELWA"."""
    first_of: dict[int, int] = {}
    last_of: dict[int, int] = {}
    for index in range(draft.size):
        if draft.paragraph[index] > 4:
            break
        if not draft.is_space[index]:
            first_of.setdefault(draft.paragraph[index], index)
            last_of[draft.paragraph[index]] = index + 1
    for number, start in first_of.items():
        end = last_of[number]
        is_short = 2 <= end - start <= 3 and number < len(draft.article.paragraphs) - 1
        if not is_short or not all(draft.is_capital[start:end]) or is_office(draft, start, end):
            continue
        has_place = any(draft.is_place(index, index + 1) for index in range(start, end))
        if not has_place and draft.bare[end - 1] not in TOPIC_WORDS:
            draft.add(start, end, "person", 2.0)
