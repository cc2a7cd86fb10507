"""Which names are one place's: US, U.S. and United States; Arda and Arda Province."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.names.bodies import SMALL_WORDS
from analysis.names.draft import Candidate, Draft
from analysis.text import fold

Words = tuple[str, ...]

_SYNONYMS = {
    ("usa",): ("us",),
    ("america",): ("us",),
    ("united", "states", "of", "america"): ("us",),
    ("united", "states"): ("us",),
    ("britain",): ("uk",),
    ("great", "britain"): ("uk",),
    ("united", "kingdom"): ("uk",),
    ("burma",): ("myanmar",),
    ("holland",): ("netherlands",),
    ("czech", "republic"): ("czechia",),
    ("ivory", "coast"): ("cote", "d'ivoire"),
    ("swaziland",): ("eswatini",),
}
"""Names that news uses for one country, each with the form it is compared by."""

_DIVISIONS = frozenset(
    "province county city state region district prefecture municipality territory oblast "
    "governorate department island islands peninsula".split()
)
"""Words behind a place's name that may be left out."""


def group_places(draft: Draft, mentions: Sequence[Candidate]) -> list[list[Candidate]]:
    """Gather the mentions of places, each in exactly one group, in order of first mention."""
    words_of = [_place_words(draft.text(one.start, one.end)) for one in mentions]
    known = set(words_of)
    by_initials: dict[Words, set[Words]] = {}
    for words in known:
        if len(words) > 1:
            by_initials.setdefault((_initials(words),), set()).add(words)
    groups: dict[Words, list[Candidate]] = {}
    for one, words in zip(mentions, words_of, strict=True):
        spelt_out = by_initials.get(words, set()) if draft.words[one.start].isupper() else set()
        home = next(iter(spelt_out)) if len(spelt_out) == 1 else words
        shorter = home[:-1]
        if len(home) > 1 and home[-1] in _DIVISIONS and shorter in known:
            home = shorter
        groups.setdefault(home, []).append(one)
    return list(groups.values())


def _place_words(text: str) -> Words:
    """Return a place's words as they are compared: folded, without full stops and "the"."""
    words = tuple(fold(text).text.replace(".", "").replace("-", " ").split())
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return _SYNONYMS.get(words, words)


def _initials(words: Words) -> str:
    return "".join(word[0] for word in words if word not in SMALL_WORDS)
