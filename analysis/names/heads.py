"""Bodies found by the head of their name: Ministry, Court, University, Inc. Each public function
is a rule.
"""

from __future__ import annotations

from analysis.names.bodies import (
    CHAMBERS,
    COMPANY_ENDINGS,
    PREFIX_HEADS,
    SUBJECTS,
    SUFFIX_HEADS,
    TOPIC_WORDS,
    WEAK_HEADS,
    WEEK_AND_MONTHS,
)
from analysis.names.draft import POSSESSIVES, Draft
from analysis.names.words import HONORIFICS, OFFICES, OPENERS, RANKS

_OWNERS = frozenset(
    "women men children people workers worker teachers teacher magistrate magistrates "
    "farmers nurses players employers employer lawyers journalists students student "
    "citizens veterans officers writers king queen bishops doctors general drivers miners "
    "owners consumers patients prisoners victims merchants manufacturers builders world "
    "employees parents prosecutor prosecutors president's prime minister mayor governor "
    "attorney auditor chief lloyd sotheby christie mcdonald moody nature people's".split()
)


_HOUSES = frozenset({"parliament", "senate", "congress", "knesset"})


_LINKS = frozenset({"of", "for", "on", "against", "de", "del", "des", "du"})


def bodies_by_head(draft: Draft) -> None:
    """A word such as Ministry, Court or University makes a name an organization's."""
    for start, end in draft.runs:
        index = start
        while index < end:
            bare = draft.bare[index]
            is_seat = bare in CHAMBERS and draft.word(end) == "for"
            if (
                bare in PREFIX_HEADS
                and draft.word(end) in _LINKS
                and index == end - 1
                and not is_seat
            ):
                stop = _after_links(draft, end)
                if stop > end:
                    first = _start_of_body(draft, start, index)
                    _take(draft, first, stop, bare, is_prefix=True)
                    break
            if bare in SUFFIX_HEADS and (index + 1 == end or not _goes_on(draft, index + 1, end)):
                first = _start_of_body(draft, start, index)
                if first < index:
                    _take(draft, first, index + 1, bare, is_prefix=False)
            index += 1


def _take(draft: Draft, first: int, stop: int, head: str, *, is_prefix: bool) -> None:
    if not is_prefix and draft.bare[stop - 1] in TOPIC_WORDS and head not in SUFFIX_HEADS:
        return
    if not is_prefix and head in WEAK_HEADS and stop - first >= 3:
        draft.add(first, stop, "organization", 1.25)
        return
    weight = (
        (1.5 if head in WEAK_HEADS else 3.0) if is_prefix else (0.75 if head in WEAK_HEADS else 2.5)
    )
    if not is_prefix and stop - first == 1:
        return
    draft.add(first, stop, "organization", weight)


def _goes_on(draft: Draft, index: int, end: int) -> bool:
    """Say whether the name goes on behind a head: "Party Congress", "Court House"."""
    return any(draft.bare[at] in SUFFIX_HEADS for at in range(index, end))


def _after_links(draft: Draft, at: int) -> int:
    """Return where a name ends whose head stands before `at`, over "of the X and Y for Z"."""
    stop = at
    while True:
        linked = stop
        link = draft.word(linked)
        if link in _LINKS or (link in ("to", "against") and stop > at):
            linked += 1
            if draft.word(linked) in ("the", "la", "las", "los", "le", "les"):
                linked += 1
        elif link in ("and", "&") and stop > at and _joins(draft, stop):
            linked += 1
        elif link == "," and stop > at and _is_series(draft, stop):
            linked += 2 if draft.word(linked + 1) == "and" else 1
        if linked == stop or linked >= draft.size or not draft.is_capital[linked]:
            return stop
        end = draft.run_end[linked]
        for index in range(linked, end):
            bare = draft.bare[index]
            is_title = (
                bare in OFFICES or bare in HONORIFICS or (bare in RANKS and bare not in SUBJECTS)
            )
            if is_title or bare in WEEK_AND_MONTHS or bare in ("mp", "mla"):
                end = index
                break
        if end == linked:
            return stop
        stop = end


def _joins(draft: Draft, at: int) -> bool:
    """Say whether "and" at a place joins two subjects of one body rather than two bodies."""
    following = draft.word(at + 1)
    if following == "the" or not (at + 1 < draft.size and draft.is_capital[at + 1]):
        return False
    if draft.bare[draft.run_end[at + 1] - 1] in _FIELDS:
        return True
    return following in SUBJECTS or draft.word(at - 1) in SUBJECTS or _is_adjective(draft, at - 1)


_FIELDS = frozenset("studies affairs sciences relations cooperation".split())
"""Words that end what a body deals with: "School of Coastal and Island Studies"."""


def _is_adjective(draft: Draft, index: int) -> bool:
    """Say whether a word waits for the noun behind "and": "Educational and Allied Institutions"."""
    return draft.doc[index].tag_ == "JJ" or draft.word(index).endswith(_ADJECTIVE_ENDINGS)


_ADJECTIVE_ENDINGS = ("ical", "onal", "ial", "ural", "ary", "tic", "ive", "ous")


def _is_series(draft: Draft, at: int) -> bool:
    """Say whether a comma goes on with a body's subjects: "Gender, Labour and Development".

    At least half of the items are known subjects, "and" closes the series, and none is an acronym.
    """
    items = [draft.word(at - 1)]
    while draft.word(at) == ",":
        first = at + 2 if draft.word(at + 1) in ("and", "&") else at + 1
        stop = draft.run_end.get(first, first)
        if stop == first or stop - first > _LONGEST_ITEM or draft.words[first].isupper():
            return False
        items.append(_subject_among(draft, first, stop))
        if first == at + 2:
            break
        at = stop
        if draft.word(at) in ("and", "&"):
            stop = draft.run_end.get(at + 1, at + 1)
            items.append(_subject_among(draft, at + 1, stop))
            break
    else:
        return False
    return 2 * sum(item in SUBJECTS for item in items) >= len(items)


_LONGEST_ITEM = 3


def _subject_among(draft: Draft, start: int, stop: int) -> str:
    """Return the first subject among the words of an item, or "" where there is none."""
    return next((word for word in draft.bare[start:stop] if word in SUBJECTS), "")


def _start_of_body(draft: Draft, start: int, head: int) -> int:
    """Return where a body's name begins, given the start of the capitalised run its head is in."""
    first = start
    for index in range(start, head):
        bare = draft.bare[index]
        if draft.words[index].isupper() and len(bare) > 3:
            continue
        if (
            bare in HONORIFICS
            or (
                bare in RANKS
                and bare
                not in ("supreme", "general", "crown", "major", "king", "queen", "prince", "deputy")
            )
            or (
                bare in OFFICES
                and bare
                not in (
                    "head",
                    "member",
                    "star",
                    "guard",
                    "officer",
                    "student",
                    "officers",
                )
            )
        ):
            first = index + 1
    while first < head and draft.bare[first] in OPENERS:
        first += 1
    if first == start and start >= 2:
        before = draft.words[start - 1]
        if (
            before in POSSESSIVES
            and draft.is_capital[start - 2]
            and _may_own(
                draft.bare[start - 2], before, is_name=(start - 2, start - 1) in draft.candidates
            )
        ):
            return _run_start(draft, start - 2)
        if (
            before in ("and", "&")
            and draft.bare[head] not in WEAK_HEADS
            and draft.is_capital[start - 2]
            and draft.bare[start - 2] in SUBJECTS
        ) and not draft.opens[start - 2]:
            return _over_series(draft, _run_start(draft, start - 2))
    return first


def _may_own(owner: str, mark: str, *, is_name: bool) -> bool:
    """Say whether an owner is part of a body's name: "Women's Association", "Athletes' Fund"."""
    is_plural = mark in ("'", "’") and owner.endswith("s") and not is_name
    return is_plural or owner in _OWNERS or owner in _HOUSES


def _run_start(draft: Draft, index: int) -> int:
    while index > 0 and draft.is_capital[index - 1] and not draft.is_space[index - 1]:
        if draft.bare[index - 1] in OPENERS and draft.opens[index - 1]:
            break
        index -= 1
    return index


def _over_series(draft: Draft, first: int) -> int:
    while (
        first >= 2
        and draft.words[first - 1] == ","
        and draft.bare[first - 2] in SUBJECTS
        and draft.is_capital[first - 2]
    ):
        first = _run_start(draft, first - 2)
    return first


def companies_by_ending(draft: Draft) -> None:
    """A legal form such as Inc or Ltd makes a name a company's; several may follow one another."""
    for start, end in draft.runs:
        for index in range(start + 1, end):
            if draft.bare[index] not in COMPANY_ENDINGS or draft.words[index].islower():
                continue
            stop = index + 1
            while True:
                if (
                    stop < draft.size
                    and draft.bare[stop] in COMPANY_ENDINGS
                    and draft.is_capital[stop]
                ):
                    stop += 1
                elif (
                    draft.word(stop) == ","
                    and draft.word(stop + 1) in COMPANY_ENDINGS
                    and draft.is_capital[stop + 1]
                ):
                    stop += 2
                else:
                    break
            if (
                draft.bare[index] in ("as", "ab", "sa", "lp", "group", "ag", "spa")
                and index + 1 < end
            ):
                continue
            first = _start_of_body(draft, start, index)
            if first < index:
                draft.add(first, stop, "organization", 3.0 if draft.bare[index] != "group" else 1.5)
            break


def bodies_in_lower_case(draft: Draft) -> None:
    """A body may be named in lower case: "Peruvian culture ministry", "Ostmark tourism
    association".
    """
    for index in range(1, draft.size):
        bare = draft.bare[index]
        if bare not in _LOWER_HEADS or not draft.words[index].islower():
            continue
        first = index
        while first > 0 and draft.bare[first - 1] in SUBJECTS and draft.words[first - 1].islower():
            first -= 1
        has_subject = first < index
        while first > 0 and draft.is_capital[first - 1] and draft.bare[first - 1] not in OPENERS:
            first -= 1
        if not draft.is_capital[first]:
            continue
        if bare in ("ministry", "bank") and not has_subject:
            continue
        if draft.bare[first] in OFFICES or draft.words[first] in _ACRONYM_PLACES:
            continue
        is_led = draft.is_place(first, index) or draft.is_people(index - 1)
        if has_subject or not is_led:
            draft.add(first, index + 1, "organization", 3.0)


_LOWER_HEADS = frozenset(
    "ministry association dispensary federation university committee commission institute "
    "foundation hospital".split()
)


_ACRONYM_PLACES = frozenset({"US", "UK", "UAE", "EU"})


def local_governments(draft: Draft) -> None:
    """A town's or province's government has a name; a country's has one if it is spelt large: "the
    Nicaraguan Government".
    """
    for start, end in draft.runs:
        for index in range(start, end):
            if draft.bare[index] not in ("government", "municipality"):
                continue
            if draft.words[index] == "Government" and index > start and index + 1 == end:
                owner = index - 1
                is_central = draft.bare[owner] in ("federal", "central")
                if is_central or draft.is_people(owner) or draft.is_place(owner, index):
                    draft.add(owner, end, "organization", 3.0)
                    continue
            if index - start >= 2 and draft.bare[index - 1] in _LEVELS:
                draft.add(_start_of_body(draft, start, index), index + 1, "organization", 3.0)
            elif index > start and draft.bare[index - 1] in _LEVELS and draft.word(end) == "of":
                stop = _after_links(draft, end)
                if stop > end:
                    draft.add(index - 1, stop, "organization", 3.0)


_LEVELS = frozenset(
    "county provincial city metropolitan municipal regional district state local federal".split()
)
