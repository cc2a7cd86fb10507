"""Bodies that news names by a word of their own: Kremlin, Congress. Each public function is a
rule.
"""

from __future__ import annotations

from analysis.names.bodies import METONYM_PHRASES, METONYMS
from analysis.names.draft import Draft
from analysis.names.no_bodies import TOPICS


def known_bodies(draft: Draft) -> None:
    """Words that news uses for a body, whatever the article: Kremlin, Congress, Supreme Court."""
    for index in range(draft.size):
        bare = draft.bare[index]
        if not draft.is_capital[index]:
            continue
        if bare in METONYMS and not (bare == "who" and draft.words[index] != "WHO"):
            if (
                bare in ("isis", "un", "eu", "icc", "wto", "imf", "cia", "nsa", "icj", "bbc", "cnn")
                and not draft.words[index].isupper()
            ):
                continue
            if _is_in_topic(draft, index) or draft.word(index - 2) in ("member", "members"):
                continue
            draft.add(index, index + 1, "organization", 1.5)
        for phrase in _PHRASES_BY_FIRST.get(bare, ()):
            stop = index + len(phrase)
            if draft.key(index, stop) == phrase and draft.is_capital[stop - 1]:
                draft.add(index, stop, "organization", 1.5)


def _is_in_topic(draft: Draft, index: int) -> bool:
    """Say whether a body's word is part of an event's or a law's name: "FIFA World Cup"."""
    end = draft.run_end.get(index, index + 1)
    return end - index > 1 and draft.bare[end - 1] in TOPICS


_PHRASES_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}


for _phrase in sorted(METONYM_PHRASES):
    _PHRASES_BY_FIRST.setdefault(_phrase[0], []).append(_phrase)


def lower_chambers(draft: Draft) -> None:
    """The House, spelt large, is a parliament's: "the House debated", "House Speaker"."""
    for index in range(1, draft.size - 1):
        if draft.words[index] != "House" or draft.is_capital[index - 1]:
            continue
        follows = draft.word(index + 1)
        if follows in ("speaker", "republicans", "democrats", "majority", "minority") or (
            draft.word(index - 1) == "the" and not draft.is_capital[index + 1] and follows != "of"
        ):
            draft.add(index, index + 1, "organization", 1.0)
