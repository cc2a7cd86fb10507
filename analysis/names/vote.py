"""One kind for each name of an article, and every place where the name stands.

The kinds' votes are summed over all mentions of a name, so that "said Scholz" in one sentence
settles what "Scholz" is in the next.
"""

from __future__ import annotations

from analysis.names.bodies import COMPANY_ENDINGS, METONYMS, PREFIX_HEADS, SUFFIX_HEADS
from analysis.names.draft import HYPHENS, Candidate, Draft, Key
from analysis.names.gazetteer import letters_of, load_gazetteer
from analysis.names.peoples import PEOPLES, PLACES
from analysis.names.words import NEVER_PEOPLE, OFFICES, OPENERS, PARTICLES, TITLE_PAIRS, TITLES
from analysis.schema import EntityKind

Votes = dict[EntityKind, float]
TRADES = frozenset(
    "steel motors motor airlines airways electronics energy oil mining holdings pharmaceuticals "
    "technologies systems labs studios entertainment records industries telecom insurance foods "
    "breweries supermarkets stores semiconductor semiconductors logistics cement chemicals".split()
)
"""Words behind a company's name that say what it makes: "Verlane Steel" is Verlane."""
SHARED_AT_MOST = 4.0
"""How many votes of a full name its surname gets."""
ENDINGS = COMPANY_ENDINGS | {"international", "general"}
SURE = 2.0
"""From how many such votes on a surname is settled by its full name."""


def one_kind_for_each_name(draft: Draft) -> None:
    """Give all mentions of a name the kind that has most votes in the article."""
    totals: dict[Key, Votes] = {}
    for candidate in draft.candidates.values():
        total = totals.setdefault(draft.key(candidate.start, candidate.end), {})
        for kind, weight in candidate.votes.items():
            total[kind] = total.get(kind, 0.0) + weight
    _share_with_surnames(totals)
    _share_with_short_forms(draft, totals)
    for candidate in draft.candidates.values():
        total = totals[draft.key(candidate.start, candidate.end)]
        candidate.kind = _most_voted(total)


def _most_voted(votes: Votes) -> EntityKind:
    return max(votes, key=lambda kind: votes[kind])


def _share_with_surnames(totals: dict[Key, Votes]) -> None:
    """Let a person's full name vote for the family name (and the given name, less so)."""
    shares: dict[str, float] = {}
    for key, total in totals.items():
        if len(key) < 2 or _most_voted(total) != "person":
            continue
        weight = min(total["person"], SHARED_AT_MOST)
        for word, part in ((key[-1], 1.0), (key[0], 0.5)):
            if word not in PEOPLES or (part == 1.0 and not word.endswith("s")):
                shares[word] = max(shares.get(word, 0.0), weight * part)
    for key, total in totals.items():
        if len(key) == 1 and key[0] in shares:
            share = shares[key[0]]
            if share >= SURE and key[0] not in PLACES and not _is_known_body(key[0]):
                # A family name is the person's however often the model mistook it.
                share += sum(total.values())
            total["person"] = total.get("person", 0.0) + share


def _is_known_body(word: str) -> bool:
    known = load_gazetteer().get(letters_of(word))
    return word in METONYMS or (known is not None and not known.is_capitals)


def _share_with_short_forms(draft: Draft, totals: dict[Key, Votes]) -> None:
    """Let a body's long name vote for its short ones: its acronym, the name without its ending."""
    bodies = [key for key, total in totals.items() if _most_voted(total) == "organization"]
    shares: dict[Key, float] = {}
    for long in bodies:
        for size in range(1, len(long)):
            if long[size] in ENDINGS or set(long[size:]) <= TRADES:
                shares[long[:size]] = min(totals[long]["organization"], SHARED_AT_MOST)
    for short, long in draft.long_forms.items():
        if long in bodies and short in totals:
            shares[short] = sum(totals[short].values())
    for short, share in shares.items():
        if short in totals:
            totals[short]["organization"] = totals[short].get("organization", 0.0) + share


def kind_by_majority(draft: Draft) -> None:
    """Where names do not vote over the article, each mention keeps its own strongest kind."""
    for candidate in draft.candidates.values():
        if candidate.kind is None:
            candidate.kind = candidate.best


def spread_to_missed(draft: Draft) -> None:
    """Find the other places where an accepted name stands, and a person's family name alone."""
    names = _names_to_spread(draft)
    if not names:
        return
    covered = [False] * draft.size
    for candidate in draft.candidates.values():
        covered[candidate.start : candidate.end] = [True] * (candidate.end - candidate.start)
    index = 0
    while index < draft.size:
        step = 1
        if draft.is_capital[index] and draft.copied_from[index] is None:
            for key, kind in names.get(draft.bare[index], ()):
                stop = index + len(key)
                if draft.key(index, stop) != key or not _is_free(draft, index, stop):
                    continue
                if len(key) == 1 and (covered[index] or not _is_sure(draft, index)):
                    continue
                if not draft.is_capital[stop - 1] and "-" not in key:
                    continue
                start = _over_article(draft, index) if kind == "person" else index
                if (start, stop) not in draft.candidates:
                    found = draft.candidates[start, stop] = Candidate(start, stop, {kind: 0.5})
                    found.kind = kind
                step = len(key)
                break
        index += step


def _over_article(draft: Draft, start: int) -> int:
    """Return where a family name begins that has an article grown to it: "El-Sisi"."""
    if start < 2 or draft.words[start - 1] not in HYPHENS or not draft.is_glued[start]:
        return start
    return start - 2 if draft.bare[start - 2] in PARTICLES and draft.is_glued[start - 1] else start


def _names_to_spread(draft: Draft) -> dict[str, list[tuple[Key, EntityKind]]]:
    """Return accepted names by first word, the longest first."""
    kinds: dict[Key, EntityKind] = {}
    for candidate in draft.in_order():
        kind = candidate.kind
        if kind is None:
            continue
        key = draft.key(candidate.start, candidate.end)
        kinds.setdefault(key, kind)
        if kind == "person" and len(key) > 1:
            kinds.setdefault((_family_name(draft, candidate),), kind)
            kinds.setdefault((draft.bare[candidate.start],), kind)
            if len(key) == 3 and len(key[1]) > 2:
                kinds.setdefault((key[1],), kind)
    names: dict[str, list[tuple[Key, EntityKind]]] = {}
    for key, kind in sorted(kinds.items(), key=lambda entry: -len(entry[0])):
        names.setdefault(key[0], []).append((key, kind))
    return names


def _family_name(draft: Draft, person: Candidate) -> str:
    """Return the bare word that stands for a person in full: the last, or in "Sze Lai-shan" the
    first.
    """
    is_given_last = (
        person.end - person.start >= 4
        and draft.words[person.end - 2] in HYPHENS
        and draft.words[person.end - 1].islower()
    )
    return draft.bare[person.start if is_given_last else person.end - 1]


def _is_free(draft: Draft, start: int, end: int) -> bool:
    """Say whether a run is a whole word at both edges."""
    if start and draft.is_glued[start] and draft.words[start - 1][-1].isalnum():
        return False
    return not (end < draft.size and draft.is_glued[end] and draft.words[end][0].isalnum())


def _is_sure(draft: Draft, index: int) -> bool:
    """Say whether a lone capitalised word is likely the name and no common word."""
    bare = draft.bare[index]
    if (
        bare in OPENERS
        or bare in NEVER_PEOPLE
        or bare in TITLES
        or bare in OFFICES
        or len(bare) < 2
        or (bare, draft.word(index + 1)) in TITLE_PAIRS
    ):
        return False
    return bare not in SUFFIX_HEADS and bare not in PREFIX_HEADS and bare not in PARTICLES


def repeat_in_copies(draft: Draft) -> None:
    """What a paragraph names it names again where it is repeated."""
    copies: dict[int, list[int]] = {}
    for index, source in enumerate(draft.copied_from):
        if source is not None:
            copies.setdefault(source, []).append(index)
    for one in draft.in_order():
        size = one.end - one.start
        for start in copies.get(one.start, ()):
            if draft.copied_from[start + size - 1] == one.end - 1:
                copy = Candidate(start, start + size, dict(one.votes), kind=one.kind)
                draft.candidates[start, start + size] = copy


def keep_the_longest(draft: Draft) -> None:
    """Of names that overlap keep the longest: no person inside a foundation's name.

    Of two as long as each other the one with more votes stays, then the first.
    """
    taken = [False] * draft.size
    ranked = sorted(
        draft.candidates.values(),
        key=lambda one: (one.start - one.end, -max(one.votes.values()), one.start),
    )
    for candidate in ranked:
        if any(taken[candidate.start : candidate.end]):
            draft.drop(candidate)
        else:
            taken[candidate.start : candidate.end] = [True] * (candidate.end - candidate.start)
