"""The words by which an article introduces somebody: "Kremlin spokesman", "Defense Minister"."""

from __future__ import annotations

from analysis.names.bodies import SUBJECTS
from analysis.names.draft import HYPHENS, POSSESSIVES, Draft
from analysis.names.words import HONORIFICS, KIN, OFFICES, OPENERS, RANKS, ROLE_MODIFIERS

_ROLES = OFFICES | RANKS
_STOPS = frozenset(
    "the a an and but or that said says of in on at to for from with by as is was were are "
    "who whom which when while his her their its our my this these those he she they it "
    "told".split()
)
_MOST_TOKENS = 14


def find_role(draft: Draft, start: int, end: int) -> str | None:
    """Return how the words around a mention introduce it, or None where they do not.

    Words before the name count first ("Kremlin spokesman Oleg Varskoy"), then those behind its
    comma ("Jane Doe, a professor at Yale,"). Articles at the front are left out.
    """
    before = _role_before(draft, start)
    if before is not None and all(word.lower().rstrip(".") in RANKS for word in before.split()):
        return _role_behind(draft, end) or before
    return before or _role_behind(draft, end) or _role_before_comma(draft, start, end)


def _role_before(draft: Draft, start: int) -> str | None:
    last = start
    while last > 0 and (
        draft.bare[last - 1] in HONORIFICS
        or (draft.words[last - 1] == "," and draft.bare[last - 2] in _ROLES)
    ):
        last -= 1
    first = last
    has_role = False
    while first > 0 and last - first < _MOST_TOKENS:
        index = first - 1
        bare = draft.bare[index]
        if bare in _ROLES:
            has_role = True
        elif draft.words[index] == "." and draft.word(index - 1) in RANKS and draft.is_glued[index]:
            pass
        elif not has_role:
            break
        elif (
            (draft.words[index] in POSSESSIVES and draft.is_glued[index])
            or (draft.words[index] in HYPHENS and draft.is_glued[index])
            or (
                (bare in ("of", "for") or (bare == "and" and draft.bare[index - 1] in SUBJECTS))
                and draft.is_capital[index + 1]
                and index
                and draft.is_capital[index - 1]
            )
        ):
            pass
        elif (
            bare in _STOPS
            or not draft.words[index][0].isalpha()
            or not (draft.is_capital[index] or bare in ROLE_MODIFIERS or _is_nominal(draft, index))
        ):
            break
        first -= 1
    if not has_role:
        return None
    while first < last and (
        draft.words[first] in POSSESSIVES
        or draft.bare[first] in _STOPS | OPENERS
        or draft.words[first] in HYPHENS
    ):
        first += 1
    end = last
    while end > first and (draft.bare[end - 1] in RANKS or draft.words[end - 1] == "."):
        if draft.words[end - 2] in HYPHENS:
            break
        end -= 1
    is_office = any(draft.bare[index] in OFFICES for index in range(first, end))
    last = end if is_office else last
    return draft.text(first, last).rstrip(" ,") if first < last else None


def _role_before_comma(draft: Draft, start: int, end: int) -> str | None:
    """Return the role of "the minister of trade, Petrus Amkali,": an office, "of", a comma."""
    if draft.word(start - 1) != "," or draft.word(end) not in (",", ".", "said", "told", "("):
        return None
    first = start - 2
    office = -1
    while first > 0 and start - first < _MOST_TOKENS + 4:
        bare = draft.bare[first]
        if bare in OFFICES:
            office = first
        elif (
            bare in (",", ".", ";", ":") or draft.is_space[first] or bare in ("who", "said", "that")
        ):
            return None
        elif office >= 0 and bare in ("the", "a", "an", "his", "her", "their"):
            return draft.text(first + 1, start - 1)
        first -= 1
    return None


def _is_nominal(draft: Draft, index: int) -> bool:
    return draft.doc[index].pos_ in ("NOUN", "ADJ", "PROPN")


def _role_behind(draft: Draft, end: int) -> str | None:
    if draft.word(end) != ",":
        return None
    first = end + 1
    if draft.word(first).isdigit() and draft.word(first + 1) == ",":
        first += 2
    if draft.word(first) in ("the", "a", "an", "his", "her", "their"):
        first += 1
    stop = first
    head = -1
    while stop < draft.size and stop - first < _MOST_TOKENS:
        word = draft.words[stop]
        if word in (",", ".", ";", ":", "(", ")", "–", "—", "?", "!") or draft.is_space[stop]:
            break
        if draft.bare[stop] in (
            "who",
            "which",
            "said",
            "says",
            "told",
            "has",
            "was",
            "is",
            "had",
            "will",
        ):
            break
        if head < 0 and (draft.bare[stop] in _ROLES or draft.bare[stop] in KIN):
            head = stop
        if head < 0 and draft.bare[stop] in ("and", "but", "in", "at", "he", "she"):
            return None
        stop += 1
    if head < 0 or head - first > 6 or stop == first:
        return None
    return draft.text(first, stop)
