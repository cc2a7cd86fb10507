"""Acronyms, by their long forms and by what stands around them. A public function is a rule."""

from __future__ import annotations

from collections import Counter

from analysis.names.bodies import (
    NEVER_BODIES,
    PREFIX_HEADS,
    SMALL_WORDS,
    SUFFIX_HEADS,
    TOPIC_HEADS,
    TOPIC_WORDS,
)
from analysis.names.classes import SERVANTS
from analysis.names.draft import POSSESSIVES, QUOTE_MARKS, Candidate, Draft, initials_of
from analysis.names.words import ROLE_MODIFIERS, SAYING, is_role


def acronyms_in_brackets(draft: Draft) -> None:
    """A long form and its acronym explain each other: "World Food Programme (WFP)".

    What explains itself with words in lower case, "low noise engine (LNE)", is no body. A short
    form that is no acronym of the long one ("Danish Harvest Party (HFP)") counts if the long
    one is a body by other evidence.
    """
    ends: dict[int, Candidate] = {}
    for one in draft.in_order():
        if "organization" in one.votes and one.best == "organization":
            ends.setdefault(one.end, one)
    counts = Counter(draft.own_words())
    covered = {
        index
        for one in draft.candidates.values()
        if "organization" in one.votes
        for index in range(one.start, one.end)
    }
    for index in range(1, draft.size - 2):
        if draft.words[index] != "(":
            continue
        stop = index + 1
        while stop < draft.size and draft.words[stop] != ")" and stop - index < 5:
            stop += 1
        if stop >= draft.size or draft.words[stop] != ")" or stop == index + 1:
            continue
        is_tight = all(draft.is_glued[index + 2 : stop]) or draft.words[index + 1].isupper()
        if stop > index + 2 and not is_tight:
            continue
        short = "".join(draft.words[index + 1 : stop])
        if (
            not short[0].isalpha()
            or not draft.is_capital[index + 1]
            or draft.is_place(index + 1, stop)
        ):
            continue
        end = index - 1 if draft.words[index - 1] in POSSESSIVES else index
        long = ends.get(end)
        is_acronym = _is_acronym(short)
        first = _start_of_long_form(draft, end, short)
        weight = 3.0 + counts[draft.bare[index + 1]]
        if _is_topic_before(draft, end) or draft.word(stop + 1) in _UNDERTAKINGS:
            draft.add(index + 1, stop, "other", weight)
            continue
        if first is not None and long is None and not _is_body(draft, first, end, covered):
            draft.add(index + 1, stop, "other", weight)
            continue
        if first is None and long is None:
            if is_acronym and _is_explained_in_lower_case(draft, end, short):
                draft.add(index + 1, stop, "other", weight)
            continue
        if first is None or (long is not None and long.start < first):
            assert long is not None
            first = long.start
        if end - first < 2:
            continue
        is_like = is_acronym or draft.bare[index + 1][0] == draft.bare[first][0]
        is_headed = any(
            word in SUFFIX_HEADS or word in PREFIX_HEADS for word in draft.bare[first:end]
        )
        named = draft.candidates.get((index + 1, stop))
        if not is_like and not (is_headed and (named is None or named.best != "place")):
            continue
        is_told = long is not None and is_acronym and not is_role(draft.bare[first])
        if "(" in draft.words[first:end] or (draft.bare[index + 1] in NEVER_BODIES and not is_told):
            continue
        draft.add(first, end, "organization", 3.0)
        draft.add(index + 1, stop, "organization", weight)
        draft.long_forms.setdefault(draft.key(index + 1, stop), draft.key(first, end))


def _is_topic_before(draft: Draft, bracket: int) -> bool:
    """Say whether what a bracket explains is a law, a system or an event."""
    if not draft.is_capital[bracket - 1]:
        return False
    last = draft.bare[bracket - 1]
    start = bracket - 1
    while start > 0 and (
        draft.is_capital[start - 1] or draft.bare[start - 1] in ("of", "in", "for")
    ):
        start -= 1
    words = draft.bare[start:bracket]
    heads = words[:-1] if last in _DONE else words
    if any(word in PREFIX_HEADS or word in SUFFIX_HEADS for word in heads):
        return last in SYSTEMS and last not in SUFFIX_HEADS
    return (
        last in TOPIC_WORDS
        or last in SYSTEMS
        or last in _DONE
        or any(word in TOPIC_HEADS for word in words[:-1])
    )


_UNDERTAKINGS = frozenset("project programme program scheme bill act initiative treaty".split())
"""What follows a bracket behind the name of something done: "Clean Rivers (CR) project"."""

_DONE = frozenset("campaign order orders".split())
"""Heads of a body's name before "of" or "for" alone: no body has them last."""

SYSTEMS = frozenset(
    "system framework diploma notice list territory zone zones area areas degree "
    "examination exam test indicators index scheme certificate licence license allowance".split()
)


def _is_explained_in_lower_case(draft: Draft, bracket: int, short: str) -> bool:
    letters = [letter.lower() for letter in short if letter.isupper()]
    words = draft.bare[max(bracket - len(letters), 0) : bracket]
    return [word[0] for word in words] == letters and not draft.is_capital[bracket - 1]


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 10 and letters[0].isupper() and sum(map(str.isupper, letters)) >= 2


def _start_of_long_form(draft: Draft, bracket: int, short: str) -> int | None:
    """Return where the words begin whose first letters make an acronym; None if none do.

    One that is written like a word ("Cobra") must take the first letter of every word.
    """
    is_acronym = _is_acronym(short)
    if not is_acronym and len(short) < _SHORTEST_SPOKEN:
        return None
    letters = [
        letter.lower()
        for letter in short
        if letter.isalpha() and (letter.isupper() or not is_acronym)
    ]
    for first in range(bracket - 1, max(bracket - 16, -1), -1):
        if (
            draft.words[first] in ".;:()"
            or draft.is_space[first]
            or draft.words[first] in QUOTE_MARKS
        ):
            return None
        if not draft.is_capital[first] or draft.bare[first][0] != letters[0]:
            continue
        words = draft.key(first, bracket)
        made = initials_of(words)
        full = "".join(word[0] for word in words if word[0].isalnum())
        if made == "".join(letters) or full == "".join(letters):
            return first
        if is_acronym and len(letters) >= 3 and len(made) >= 2 and _is_subsequence(letters, words):
            return first
    return None


_SHORTEST_SPOKEN = 4


def _is_subsequence(letters: list[str], words: tuple[str, ...]) -> bool:
    """Say whether letters come in order in the words, each word's first letter before others."""
    firsts = [word[0] for word in words if word not in SMALL_WORDS and word[0].isalnum()]
    at = 0
    for letter in firsts:
        if at < len(letters) and letters[at] == letter:
            at += 1
    if at < len(letters) - 1 or len(firsts) > len(letters) + 1:
        return False
    rest = iter("".join(words))
    return all(letter in rest for letter in letters)


def _is_body(draft: Draft, first: int, stop: int, covered: set[int]) -> bool:
    """Say whether a long form can be a body's: no law, event or illness."""
    last = draft.bare[stop - 1]
    if last in SUFFIX_HEADS or any(
        draft.bare[index] in PREFIX_HEADS for index in range(first, stop)
    ):
        return True
    if last in TOPIC_WORDS or not draft.is_capital[stop - 1]:
        return False
    if draft.is_place(first, stop):
        return False
    return first in covered or _is_foreign(draft, first, stop)


def _is_foreign(draft: Draft, first: int, stop: int) -> bool:
    """Say whether three words or more were taken for a place: what has an acronym is none."""
    found = draft.candidates.get((first, stop))
    return found is not None and found.best == "place" and stop - first >= 3


def acronyms_by_context(draft: Draft) -> None:
    """Capitals that speak, are told, or have officers are a body's short form: "NTWF general
    secretary".
    """
    for start, end in draft.runs:
        for index in range(start, end):
            word = draft.words[index]
            if not (3 <= len(word) <= 6 and word.isalpha() and word.isupper()):
                continue
            if draft.bare[index] in NEVER_BODIES or draft.is_place(index, index + 1):
                continue
            if (index > start and draft.is_glued[index]) or draft.words[index - 1].isupper():
                continue
            at = index + 1
            while draft.word(at) in ROLE_MODIFIERS:
                at += 1
            is_led = draft.word(at) in SERVANTS or draft.word(at) in (
                "secretary",
                "leader",
                "leaders",
            )
            is_told = (
                draft.word(index - 1) in ("told", "by", "to")
                or draft.word(index - 2) == "according"
            )
            speaks = draft.word(index + 1) in SAYING or draft.word(index + 1) in (
                "has",
                "is",
                "was",
            )
            if is_led or is_told or speaks:
                draft.add(index, index + 1, "organization", 1.0)
