"""Names that are known whatever the article: Kremlin, Congress, Oxfam. Each public function is a
rule.
"""

from __future__ import annotations

from analysis.names.bodies import CLASSES_BEHIND, COMPANY_ENDINGS, METONYMS
from analysis.names.draft import HYPHENS, POSSESSIVES, Draft
from analysis.names.gazetteer import KnownName, letters_of, load_gazetteer
from analysis.names.given import GIVEN_NAMES
from analysis.names.no_bodies import TOPICS
from analysis.names.words import OPENERS, ROLE_MODIFIERS, is_role


def known_bodies(draft: Draft) -> None:
    """Words that news uses for a body, whatever the article: Kremlin, Congress."""
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


def _is_in_topic(draft: Draft, index: int) -> bool:
    """Say whether a body's word is part of an event's or a law's name: "FIFA World Cup"."""
    end = draft.run_end.get(index, index + 1)
    return end - index > 1 and draft.bare[end - 1] in TOPICS


LISTED = 2.5
"""What a name's place in the gazetteer counts."""
_LONGEST_IN_WORDS = 8


def listed_names(draft: Draft) -> None:
    """Names of the gazetteer, where they stand as whole names: "Oxfam", "Exxon Mobil"."""
    end = 0
    for index in range(draft.size):
        if index < end or not draft.is_capital[index]:
            continue
        found = _find_listed(draft, index)
        if found is not None:
            end, known = found
            draft.add(index, end, known.kind, LISTED)


def _find_listed(draft: Draft, start: int) -> tuple[int, KnownName] | None:
    """Return the longest listed name that begins at a word, and where it ends."""
    names = load_gazetteer()
    longest: tuple[int, KnownName] | None = None
    letters = ""
    for at in range(start, min(start + _LONGEST_IN_WORDS, draft.size)):
        word = letters_of(draft.words[at])
        if draft.is_space[at] or (not word and draft.words[at] not in _INSIDE_NAMES):
            break
        letters += word
        known = names.get(letters) if draft.is_capital[at] or draft.is_glued[at] else None
        if word and known is not None:
            end = _over_branch(draft, at + 1)
            if _stands_alone(draft, start, end, known):
                longest = end, known
    return longest


_INSIDE_NAMES = HYPHENS | {"&", "/", "'", "’", "`", "!", "(", ")", "."}


def _over_branch(draft: Draft, end: int) -> int:
    """Return where a body's name ends over its country and its legal form: "Oxfam Nigeria"."""
    while end < draft.size and draft.is_capital[end]:
        if not draft.is_place(end, end + 1) and draft.bare[end] not in COMPANY_ENDINGS:
            break
        end += 1
    return end


def _stands_alone(draft: Draft, start: int, end: int, known: KnownName) -> bool:
    """Say whether listed words are a name here, and no part of a longer one."""
    words = draft.words[start:end]
    if known.is_capitals and not all(word.isupper() or not word.isalpha() for word in words):
        return False
    if known.has_article and (draft.words[start - 1] != "The" or draft.opens[start - 1]):
        return False
    before, behind = start - 1, end
    if start and draft.is_capital[before] and draft.paragraph[before] == draft.paragraph[start]:
        is_apart = (
            draft.bare[before] in OPENERS
            or is_role(draft.bare[before])
            or draft.bare[before] in ROLE_MODIFIERS
            or draft.is_people(before)
        )
        if not is_apart:
            return False
    return (
        behind == draft.size
        or not draft.is_capital[behind]
        or draft.words[behind] in POSSESSIVES
        or is_role(draft.bare[behind])
        or draft.bare[behind] in CLASSES_BEHIND
        or draft.bare[behind] in GIVEN_NAMES
    )


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
