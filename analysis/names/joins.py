"""Names that go on where the model stopped. Each public function is a rule."""

from __future__ import annotations

from analysis.names.draft import HYPHENS, Candidate, Draft, is_adjectival
from analysis.names.words import NAME_SUFFIXES, OFFICES, PARTICLES, is_role


def join_particles(draft: Draft) -> None:
    """A family name goes on over its particles: "Mohammed" + "bin Salman", "Lucía Morán" +
    "de Altavilla".
    """
    for candidate in draft.in_order():
        if candidate.best != "person" or (candidate.start, candidate.end) not in draft.candidates:
            continue
        end = candidate.end
        at = end
        while (
            at < draft.size
            and draft.bare[at] in PARTICLES
            and draft.bare[at] not in ("y", "e", "and")
        ):
            at += 1
        if at > end and at < draft.size and draft.is_capital[at] and draft.bare[at] not in OFFICES:
            end = at + 1
            while end < draft.size and draft.is_capital[end]:
                end += 1
        is_compound = end + 1 < draft.size and draft.words[end] in HYPHENS and draft.is_glued[end]
        if is_compound and draft.is_glued[end + 1] and draft.is_capital[end + 1]:
            end += 2
        if draft.word(end) in NAME_SUFFIXES and draft.is_capital[end]:
            end += 1
        start = candidate.start
        at = start
        while at > 0 and draft.bare[at - 1] in PARTICLES and draft.is_capital[at - 1]:
            at -= 1
        draft.move(candidate, _over_patronymic(draft, at), end)


_PATRONYMIC = frozenset({"bin", "bint", "ibn", "van", "von", "der", "den", "del", "di", "al"})


def _over_patronymic(draft: Draft, start: int) -> int:
    """Return where a name begins whose particle stands before: "Harun bin" + "Idris Salman"."""
    at = start
    while at > 0 and draft.words[at - 1] in _PATRONYMIC:
        at -= 1
    if at == start or at == 0 or not draft.is_capital[at - 1]:
        return start
    while at > 0 and draft.is_capital[at - 1] and not is_role(draft.bare[at - 1]):
        at -= 1
    return at


def complete_compounds(draft: Draft) -> None:
    """A name does not stop inside a hyphened word whose other half is a name too ("Tai-lok")."""
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        while (
            end + 1 < draft.size
            and draft.words[end] in "-‐‑"
            and draft.is_glued[end]
            and draft.is_glued[end + 1]
            and not _is_party_and_seat(draft, end)
            and (
                draft.is_capital[end + 1]
                or (_may_be_given_name(candidate) and _is_syllable(draft, end + 1))
            )
        ):
            if not draft.is_capital[end + 1] and end - start > 1:
                draft.add(candidate.start, candidate.end, "person", 1.0)
            end += 2
        while (
            start >= 2
            and draft.words[start - 1] in "-‐‑"
            and draft.is_glued[start]
            and draft.is_glued[start - 1]
            and not _is_party_and_seat(draft, start - 1)
            and (draft.is_capital[start - 2] or draft.bare[start - 2] in PARTICLES)
        ):
            start -= 2
        draft.move(candidate, start, end)


def _is_party_and_seat(draft: Draft, hyphen: int) -> bool:
    """Say whether a hyphen joins a short form to a place: "(UP-Bukit Lontar)", "R-Texas"."""
    before, behind = draft.words[hyphen - 1], draft.words[hyphen + 1]
    return before.isupper() and len(before) <= 4 and not behind.isupper() and len(behind) > 2


def _may_be_given_name(candidate: Candidate) -> bool:
    is_long = candidate.end - candidate.start > 1
    return candidate.best == "person" or (is_long and candidate.best != "organization")


def _is_syllable(draft: Draft, index: int) -> bool:
    """Say whether a lower-case word may be the second half of a given name ("lok", "moon")."""
    word = draft.words[index]
    if word in ("in", "on", "un") and index >= 3 and draft.is_capital[index - 3]:
        return len(draft.words[index - 2]) <= 6
    return word.islower() and 2 <= len(word) <= 6 and not is_adjectival(word)
