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
_OPENERS = OPENERS - {"former"}
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
        or draft.bare[first] in _STOPS
        or (draft.bare[first] in _OPENERS and (draft.words[first].islower() or draft.opens[first]))
        or draft.words[first] in HYPHENS
    ):
        first += 1
    end = last
    while end > first and (draft.bare[end - 1] in RANKS or draft.words[end - 1] == "."):
        is_general = draft.bare[end - 1] == "general" and draft.bare[end - 2] in OFFICES
        if draft.words[end - 2] in HYPHENS or is_general:
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
    while first >= 0 and start - first < _MOST_TOKENS + 4:
        bare = draft.bare[first]
        if bare in OFFICES:
            office = first
        elif bare == "," and office == first + 1:
            pass  # "the director, producer and founder of"
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
    """Return the apposition behind a name's comma, as far as it names an office or kinship.

    It ends before a verb ("a painter living in"), and after its first words where it runs long.
    """
    if draft.word(end) != ",":
        return None
    first = end + 1
    if draft.word(first).isdigit() and draft.word(first + 1) == ",":
        first += 2
    stop = first
    head = -1
    while stop < draft.size and stop - first < _MOST_TOKENS:
        word, bare = draft.words[stop], draft.bare[stop]
        if word in _CLOSING or draft.is_space[stop] or bare in _ENDING or _is_verb(draft, stop):
            break
        is_enough = head >= 0 and (bare in ("to", "until") or stop - first >= _SHORT)
        if is_enough and bare in _PREPOSITIONS and not _leads_to_name(draft, stop):
            break
        if head < 0:
            if bare in _NEVER_BEFORE_HEAD:
                return None
            if bare in DETERMINERS:
                first = stop + 1
            elif (bare in _ROLES or bare in KIN) and _may_be_head(draft, stop):
                head = stop
        stop += 1
    if head < 0 or head - first > _FARTHEST_HEAD:
        return None
    while stop > head + 1 and (draft.bare[stop - 1] in _STOPS or draft.words[stop - 1] in HYPHENS):
        stop -= 1
    return draft.text(first, stop)


_CLOSING = frozenset(',.;:()–—?!"“”')
_ENDING = frozenset("who which whose that when while where before after but".split())
_NEVER_BEFORE_HEAD = frozenset(
    "no not none never nor neither and in at on he she it they i we you there like".split()
)
DETERMINERS = frozenset("the a an his her their its our my another one".split())
"""Words with which an apposition begins; the role is what follows."""
_PREPOSITIONS = frozenset("in on at for from with under during by about to until".split())
_SHORT = 6
"""From how many words on a role ends before a preposition that leads to no name."""
_FARTHEST_HEAD = 6


def _leads_to_name(draft: Draft, preposition: int) -> bool:
    index = preposition + 1
    if draft.word(index) in DETERMINERS:
        index += 1
    return index < draft.size and draft.is_capital[index]


def _is_verb(draft: Draft, index: int) -> bool:
    return draft.doc[index].tag_ in ("VBD", "VBZ", "VBP", "MD", "VBG") and not (
        draft.is_capital[index] or draft.words[index - 1] in HYPHENS
    )


def _may_be_head(draft: Draft, index: int) -> bool:
    """Say whether a word is the noun of an office here: not "forward" in "carried forward"."""
    return draft.doc[index].pos_ in ("NOUN", "PROPN", "")
