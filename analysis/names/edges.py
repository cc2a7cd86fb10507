"""Where a name begins and ends: what the model took in too much is cut, what it left is joined.

Each function is one rule; see `rules.RULES`.
"""

from __future__ import annotations

from analysis.names.bodies import PREFIX_HEADS, SUFFIX_HEADS, TOPIC_WORDS
from analysis.names.draft import (
    HYPHENS,
    POSSESSIVES,
    QUOTE_MARKS,
    Candidate,
    Draft,
    initials_of,
    is_adjectival,
)
from analysis.names.given import GIVEN_NAMES
from analysis.names.words import (
    HONORIFICS,
    NAME_SUFFIXES,
    NEVER_PEOPLE,
    OFFICES,
    PARTICLES,
    RANKS,
    ROLE_MODIFIERS,
    TITLES,
)

_CUT_SIGNS = frozenset(",;:!?.…()[]{}–—-/|*•#@&") | QUOTE_MARKS | POSSESSIVES
OPENERS = frozenset(
    "given while but and when after before as if for with in on at by from although though despite "
    "like unlike since because however meanwhile according yesterday today earlier later then now "
    "there here this that these those his her their our its my your he she they it we not also "
    "even only both former late dear hello hi thanks thank following during under about against "
    "per the a an among between to of or so yet nor did does do is was were are has have had can could will "
    "would should may might must let see read watch watching photo photos image file source "
    "picture video courtesy caption interview opinion editorial exclusive breaking update news "
    "please how why what who where which whose whether asked speaking commenting addressing "
    "citing quoting responding regarding unfortunately fortunately indeed instead moreover "
    "furthermore nevertheless nonetheless additionally ironically interestingly sadly "
    "noting noted adding saying telling calling meeting joining seeing according based both each "
    "some many most all no one two three several such other another more less few new old".split()
)


def cut_at_breaks(draft: Draft) -> None:
    """A name does not cross a line's end, a quotation mark or a dash between words."""
    for candidate in draft.in_order():
        for index in range(candidate.start, candidate.end):
            is_break = draft.is_space[index] and "\n" in draft.words[index]
            is_dash = draft.words[index] in "–—" and not draft.is_glued[index]
            if is_break or is_dash or draft.words[index] in "“”;:":
                # The longer side is kept: a name cut in two is mostly a name and a stray word.
                left, right = index - candidate.start, candidate.end - index - 1
                if left >= right:
                    draft.move(candidate, candidate.start, index)
                else:
                    draft.move(candidate, index + 1, candidate.end)
                break


def cut_signs(draft: Draft) -> None:
    """Signs, quotation marks, possessives and articles at the edges are no part of a name."""
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        while start < end and (
            draft.words[start] in _CUT_SIGNS
            or draft.is_space[start]
            or (draft.lower[start] in ("the", "a", "an"))
        ):
            start += 1
        while end > start and (draft.words[end - 1] in _CUT_SIGNS or draft.is_space[end - 1]):
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
        while start < end and not _is_namelike(draft, start):
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
    """Say whether the last token ends a hyphened word, as in "Ka-wai"."""
    return end - start >= 3 and draft.words[end - 2] in HYPHENS and draft.is_glued[end - 1]


def cut_openers(draft: Draft) -> None:
    """A word that merely opens the sentence ("Given Trump") is no part of the name."""
    for candidate in draft.in_order():
        start = candidate.start
        while (
            start < candidate.end - 1
            and draft.bare[start] in OPENERS
            and (draft.opens[start] or start > candidate.start)
        ):
            start += 1
        draft.move(candidate, start, candidate.end)


def cut_titles(draft: Draft) -> None:
    """Titles, ranks, offices and countries before a person's name are no part of it.

    A title at the front makes a person of what the model took for something else.
    """
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        is_person = candidate.best == "person"
        last_role = -1
        for index in range(start, end - 1):
            bare = draft.bare[index]
            if bare in TITLES or bare in OFFICES:
                last_role = index
        if last_role >= 0 and _may_cut(draft, start, last_role):
            if not is_person and not _makes_person(draft, last_role, end):
                continue
            start = last_role + 1
            while start < end and draft.words[start] in _CUT_SIGNS:
                start += 1
        elif not is_person:
            continue
        while start < end - 1 and (
            (draft.is_people(start) and draft.bare[start] not in GIVEN_NAMES)
            or draft.bare[start] in ROLE_MODIFIERS
        ):
            start += 1
        if not is_person:
            candidate.votes = {"person": 1.0}
        draft.move(candidate, start, end)


_SHORT_RANKS = frozenset("cm dcm pm gen col capt maj sgt lt insp pol rep sen supt brig adm".split())


def _makes_person(draft: Draft, title: int, end: int) -> bool:
    """Say whether what follows a title is surely a person's name."""
    if (
        draft.bare[title] not in HONORIFICS
        and draft.bare[title] not in _SHORT_RANKS
        and end - title < 3
    ):
        return False
    if draft.bare[title] in (
        "father",
        "mother",
        "king",
        "queen",
        "prince",
        "supreme",
        "crown",
        "general",
    ):
        return False
    return not any(
        draft.bare[index] in SUFFIX_HEADS
        or draft.bare[index] in PREFIX_HEADS
        or draft.bare[index] in TOPIC_WORDS
        or draft.words[index].isdigit()
        or (
            draft.words[index].islower()
            and draft.bare[index] not in PARTICLES
            and not draft.is_glued[index]
        )
        or draft.is_place(index, index + 1)
        or draft.is_people(index)
        for index in range(title + 1, end)
    )


def _may_cut(draft: Draft, start: int, last: int) -> bool:
    """Keep "Juan Pablo Major": a title inside a name counts only behind words of an office."""
    for index in range(start, last):
        bare = draft.bare[index]
        is_office = bare in TITLES or bare in OFFICES or bare in ROLE_MODIFIERS
        is_body = bare in SUFFIX_HEADS or bare in PREFIX_HEADS or draft.words[index].isupper()
        if is_office or is_body or draft.is_people(index) or draft.is_place(index, index + 1):
            continue
        if draft.words[index] in _CUT_SIGNS or bare in PARTICLES:
            continue
        return draft.bare[last] in HONORIFICS or last == start
    return True


def cut_person_tail(draft: Draft) -> None:
    """What follows a person's name in capitals (", MP", "CEO") is no part of it."""
    for candidate in draft.in_order():
        if candidate.best != "person":
            continue
        end = candidate.end
        while end - candidate.start > 1 and (
            draft.bare[end - 1]
            in ("mp", "mps", "mla", "ceo", "cfo", "phd", "md", "esq", "qc", "sc", "obe")
            or draft.words[end - 1] in _CUT_SIGNS
        ):
            end -= 1
        draft.move(candidate, candidate.start, end)


def cut_body_tail(draft: Draft) -> None:
    """An office or a place behind a body's name ("NATO Secretary General", "Embassy in Qatar") goes."""
    for candidate in draft.in_order():
        if candidate.best == "person":
            continue
        start, end = candidate.start, candidate.end
        for index in range(start + 1, end):
            if (
                draft.bare[index] in ("in", "on", "at", "from", "with", "using")
                and draft.words[index].islower()
            ):
                end = index
                break
        cut = end
        while cut - start > 1 and (
            draft.bare[cut - 1] in OFFICES
            or draft.bare[cut - 1] in RANKS
            or draft.bare[cut - 1] in ROLE_MODIFIERS
        ):
            cut -= 1
        has_office = any(
            (draft.bare[index] in OFFICES or draft.bare[index] in RANKS)
            and draft.bare[index] != "justice"
            for index in range(cut, end)
        )
        is_cut = has_office and cut < end and draft.words[cut - 1][0].isupper()
        draft.move(candidate, start, cut if is_cut and candidate.best != "other" else end)


def cut_office_of(draft: Draft) -> None:
    """An office in or over a body is no part of its name: "Founder of La Guía Cultural"."""
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        if candidate.best == "person" or end - start < 3:
            continue
        of = next(
            (at for at in range(start + 1, end) if draft.bare[at] in ("of", "for", "at")), None
        )
        if of is None or (draft.bare[of - 1] not in OFFICES and draft.bare[of - 1] not in RANKS):
            continue
        start = of + 1
        while start < end and draft.bare[start] in ("the", "a", "an"):
            start += 1
        draft.move(candidate, start, end)


def cut_own_acronym(draft: Draft) -> None:
    """A body's acronym behind its name ("Alternative National Congress ANC") stands by itself."""
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        last = draft.words[end - 1]
        if end - start < 3 or not last.isupper() or candidate.best == "person":
            continue
        if initials_of(draft.key(start, end - 1)) == draft.bare[end - 1]:
            draft.long_forms[draft.key(end - 1, end)] = draft.key(start, end - 1)
            draft.move(candidate, start, end - 1)
            draft.add(end - 1, end, "organization", 1.0)


def cut_place_before_acronym(draft: Draft) -> None:
    """A place before a party's short name is no part of it: "Eldas ODM", where Eldas is named alone too."""
    alone = {
        draft.bare[one.start]
        for one in draft.candidates.values()
        if one.end - one.start == 1 and one.best == "place"
    }
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        if end - start == 2 and len(draft.words[end - 1]) > 1 and draft.words[end - 1].isupper():
            if not draft.words[start].isupper() and (
                draft.bare[start] in alone or draft.is_people(start)
            ):
                draft.move(candidate, start + 1, end)


def cut_owner(draft: Draft) -> None:
    """Who owns a body is no part of its name: "Ukraine's Foreign Ministry"."""
    for candidate in draft.in_order():
        for index in range(candidate.end - 2, candidate.start, -1):
            if draft.words[index] not in POSSESSIVES:
                continue
            is_owner = draft.is_place(candidate.start, index) or draft.is_people(index - 1)
            if is_owner or candidate.best == "person":
                draft.move(candidate, index + 1, candidate.end)
            break


def join_particles(draft: Draft) -> None:
    """A family name goes on over its particles: "Mohammed" + "bin Salman", "Cristina Fernández" + "de Kirchner"."""
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
        if end + 1 < draft.size and draft.words[end] in HYPHENS and draft.is_glued[end]:
            if draft.is_glued[end + 1] and draft.is_capital[end + 1]:
                end += 2
        if draft.word(end) in NAME_SUFFIXES and draft.is_capital[end]:
            end += 1
        start = candidate.start
        at = start
        while at > 0 and draft.bare[at - 1] in PARTICLES and draft.is_capital[at - 1]:
            at -= 1
        draft.move(candidate, at, end)


def complete_compounds(draft: Draft) -> None:
    """A name does not stop inside a hyphened word whose other half is a name too ("Ka-wai")."""
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
                candidate.votes["person"] = candidate.votes.get("person", 0.0) + 1.0
            end += 2
        while (
            start >= 2
            and draft.words[start - 1] in "-‐‑"
            and draft.is_glued[start]
            and draft.is_glued[start - 1]
            and (draft.is_capital[start - 2] or draft.bare[start - 2] in PARTICLES)
        ):
            start -= 2
        draft.move(candidate, start, end)


def _is_party_and_seat(draft: Draft, hyphen: int) -> bool:
    """Say whether a hyphen joins a short form to a place: "(PH-Hulu Selangor)", "R-Texas"."""
    before, behind = draft.words[hyphen - 1], draft.words[hyphen + 1]
    return before.isupper() and len(before) <= 4 and not behind.isupper() and len(behind) > 2


def _may_be_given_name(candidate: Candidate) -> bool:
    is_long = candidate.end - candidate.start > 1
    return candidate.best == "person" or (is_long and candidate.best != "organization")


def _is_syllable(draft: Draft, index: int) -> bool:
    """Say whether a lower-case word may be the second half of a given name ("wai", "moon")."""
    word = draft.words[index]
    if word in ("in", "on", "un") and index >= 3 and draft.is_capital[index - 3]:
        return len(draft.words[index - 2]) <= 6
    return word.islower() and 2 <= len(word) <= 6 and not is_adjectival(word)


def drop_impossible(draft: Draft) -> None:
    """Words that are nobody's name are no person: roles alone, days, peoples, abbreviations."""
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        if not any(draft.is_capital[index] for index in range(start, end)):
            draft.drop(candidate)
            continue
        if candidate.best != "person":
            continue
        only = range(start, end)
        if all(
            draft.bare[index] in NEVER_PEOPLE
            or draft.bare[index] in TITLES
            or draft.bare[index] in OFFICES
            or draft.bare[index] in ROLE_MODIFIERS
            or draft.is_people(index)
            for index in only
        ):
            draft.drop(candidate)
        elif draft.is_place(start, end):
            draft.add(start, end, "place", 2.0)


def cut_place_before_person(draft: Draft) -> None:
    """A place that happens to stand before a person's name: "in Glasgow Dawie Augustyn was"."""
    alone = {
        draft.bare[one.start]
        for one in draft.candidates.values()
        if one.end - one.start == 1 and one.best == "place"
    }
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        if candidate.best not in ("place", "other") or end - start != 3:
            continue
        is_placed = draft.is_place(start, start + 1) or draft.bare[start] in alone
        if (
            not is_placed
            or not all(draft.is_capital[start:end])
            or draft.is_place(start, start + 2)
        ):
            continue
        follows = draft.doc[end].pos_ if end < draft.size else ""
        if draft.bare[end - 1] in SUFFIX_HEADS | TOPIC_WORDS | PREFIX_HEADS:
            continue
        if follows in ("VERB", "AUX", "ADV", "PUNCT") and draft.word(start - 1) in (
            "in",
            "to",
            "of",
            "for",
        ):
            draft.drop(candidate)
            draft.add(start, start + 1, "place", 1.0)
            draft.add(start + 1, end, "person", 1.5)


def titled_name_wins(draft: Draft) -> None:
    """A name found behind its title beats a longer run that took in the title's words."""
    ends: dict[int, list[Candidate]] = {}
    for one in draft.candidates.values():
        ends.setdefault(one.end, []).append(one)
    for found in ends.values():
        sure = [one for one in found if one.votes.get("person", 0.0) >= 1.5]
        for one in found:
            is_weak = sum(one.votes.values()) <= 1.0 or one.best == "person"
            if is_weak and any(one.start < other.start for other in sure):
                if not any(
                    draft.bare[index] in GIVEN_NAMES
                    for index in range(one.start, min(other.start for other in sure))
                ):
                    draft.drop(one)
