"""People found by title, office or kinship before their name. Each public function is a rule."""

from __future__ import annotations

from analysis.names.bodies import SUBJECTS
from analysis.names.cuts_of_people import may_be_title
from analysis.names.draft import Draft
from analysis.names.shapes import end_of_person, is_office
from analysis.names.words import HONORIFICS, KIN, OFFICES, RANKS, TITLES


def titled_people(draft: Draft) -> None:
    """An honorific or a rank stands before a person's name: "Mr Hale", "Maj. Gen. Kit Varley"."""
    within = {
        index: one.start
        for one in draft.candidates.values()
        if one.best == "person"
        for index in range(one.start + 1, one.end)
    }
    for start, end in draft.runs:
        title = -1
        for index in range(start, end - 1):
            if draft.bare[index] in HONORIFICS or draft.bare[index] in RANKS:
                title = index
            elif title >= 0:
                break
        if title < 0:
            if draft.word(start - 1) in HONORIFICS and draft.lower[start - 1] not in (
                "don",
                "sir",
                "miss",
                "lady",
                "lord",
                "master",
                "tan",
                "ven",
                "fr",
                "br",
                "sra",
            ):
                title = start - 1
            else:
                continue
        first = title + 1
        if title in within and not may_be_title(draft, within[title], title):
            continue  # "Johari Tun Openg"
        if draft.is_place(start, end) or draft.is_place(title, first + 1):
            continue
        last = end_of_person(draft, first, end)
        if last > first and not is_office(draft, first, last):
            is_honorific = draft.bare[title] in HONORIFICS
            draft.add(first, last, "person", 3.0 if is_honorific else 1.5)


def people_in_office(draft: Draft) -> None:
    """The noun of an office stands before a person's name: "Chancellor Olaf Scholz", "spokesman
    John Smith".
    """
    for start, end in draft.runs:
        office = -1
        for index in range(start, end - 1):
            if draft.bare[index] in OFFICES:
                office = index
        first = office + 1 if office >= 0 else start
        while first < end - 1 and (draft.bare[first] in TITLES or draft.bare[first] in HONORIFICS):
            first += 1
        if office < 0 and draft.word(start - 1) == "," and draft.word(start - 2) in OFFICES | KIN:
            last = end_of_person(draft, first, end)
            is_closed = draft.word(last) in (",", ".", "said", "told", "and", "(")
            if last - first >= 2 and is_closed and not is_office(draft, first, last):
                draft.add(first, last, "person", 1.25)
            elif (first, last) in draft.candidates and is_closed and draft.word(start - 2) in KIN:
                draft.add(first, last, "person", 1.0)
            continue
        if office < 0 and draft.word(start - 1) in ("of", "for", "and", "the"):
            first = _after_portfolio(draft, start, end)
            if first > start:
                last = end_of_person(draft, first, end)
                is_long = last - first >= 2 or draft.bare[start] == "opposition"
                if is_long and not is_office(draft, first, last):
                    draft.add(first, last, "person", 2.0)
            if draft.word(start - 1) != "the" or first > start:
                continue
        if office < 0 and not (draft.word(start - 1) in OFFICES or draft.word(start - 1) in RANKS):
            continue
        if office < 0 and draft.opens[start]:
            continue
        last = end_of_person(draft, first, end)
        if last - first >= 2 and not is_office(draft, first, last):
            draft.add(first, last, "person", 1.5)
        elif (first, last) in draft.candidates:
            draft.add(first, last, "person", 1.0)


def _after_portfolio(draft: Draft, start: int, end: int) -> int:
    """Return where a name begins behind a field: "Director of Education Naveen Solkar"."""
    first = start
    while first < end and (draft.bare[first] in SUBJECTS or draft.bare[first] in _FIELDS):
        first += 1
    if first == start:
        return start
    at = start - 1
    while at >= 0 and start - at < 10:
        bare = draft.bare[at]
        if bare in OFFICES or bare in RANKS:
            return first
        if not (draft.is_capital[at] or bare in ("of", "for", "and", "the", ",")):
            break
        at -= 1
    return start


_FIELDS = frozenset("staff opposition state defence board house archives republic".split())
