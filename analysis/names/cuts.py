"""Where any name begins and ends. Each public function is a rule."""

from __future__ import annotations

from analysis.names.draft import HYPHENS, POSSESSIVES, QUOTE_MARKS, Draft
from analysis.names.words import OPENERS

CUT_SIGNS = frozenset(",;:!?.…()[]{}–—-/|*•#@&") | QUOTE_MARKS | POSSESSIVES


def cut_at_breaks(draft: Draft) -> None:
    """A name does not cross a line's end, a quotation mark or a dash between words."""
    for candidate in draft.in_order():
        for index in range(candidate.start, candidate.end):
            is_break = draft.is_space[index] and "\n" in draft.words[index]
            is_dash = draft.words[index] in "–—" and not draft.is_glued[index]
            is_dash = is_dash or (draft.words[index] == "-" and _is_apart(draft, index))
            if is_break or is_dash or draft.words[index] in "“”;:":
                # The longer side is kept: a name cut in two is mostly a name and a stray word.
                left, right = index - candidate.start, candidate.end - index - 1
                if left >= right:
                    draft.move(candidate, candidate.start, index)
                else:
                    draft.move(candidate, index + 1, candidate.end)
                break


def _is_apart(draft: Draft, index: int) -> bool:
    """Say whether white space stands on both sides of a token."""
    return not draft.is_glued[index] and draft.is_glued[index + 1 : index + 2] != [True]


def cut_signs(draft: Draft) -> None:
    """Signs, quotation marks, possessives and articles at the edges are no part of a name."""
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        while start < end and (
            draft.words[start] in CUT_SIGNS
            or draft.is_space[start]
            or (draft.lower[start] in ("the", "a", "an"))
        ):
            start += 1
        while end > start and (draft.words[end - 1] in CUT_SIGNS or draft.is_space[end - 1]):
            if draft.words[end - 1] == ")" and "(" in draft.words[start : end - 1]:
                break
            end -= 1
        if (
            end < draft.size
            and draft.words[end] == ")"
            and "(" in draft.words[end - 1][1:]
            and start < end
        ):
            end += 1
        draft.move(candidate, start, end)


def cut_lower_case(draft: Draft) -> None:
    """A name begins and ends with a capitalised word; small words beside it go."""
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        # A sentence does not open in lower case unless with a name: "norda News", "eBay".
        is_styled = candidate.best == "organization" and draft.opens[start] and end - start > 1
        while start < end and not _is_namelike(draft, start) and not is_styled:
            start += 1
        for index in range(start + 1, end - 1):
            if draft.words[index] in POSSESSIVES and draft.words[index + 1][0].isdigit():
                end = index
                break
        while end > start and not _is_namelike(draft, end - 1):
            if _completes_compound(draft, start, end):
                break
            end -= 1
        draft.move(candidate, start, end)


def _is_namelike(draft: Draft, index: int) -> bool:
    word = draft.words[index]
    return (
        draft.is_capital[index]
        or word[0].isdigit()
        or (not word[0].isascii() and word[0].isalpha())
        or word == ")"
    )


def _completes_compound(draft: Draft, start: int, end: int) -> bool:
    """Say whether the last token ends a hyphened word, as in "Tai-lok"."""
    return end - start >= 3 and draft.words[end - 2] in HYPHENS and draft.is_glued[end - 1]


def cut_openers(draft: Draft) -> None:
    """A word that merely opens the sentence ("Given Merkel") is no part of the name."""
    for candidate in draft.in_order():
        start = candidate.start
        while (
            start < candidate.end - 1
            and draft.bare[start] in OPENERS
            and (draft.opens[start] or start > candidate.start)
        ):
            start += 1
        draft.move(candidate, start, candidate.end)
