"""Finding people by the words around them. Each function is one rule; see `rules.RULES`."""

from __future__ import annotations

import re

from analysis.names.bodies import METONYMS, PREFIX_HEADS, SUBJECTS, SUFFIX_HEADS, TOPIC_WORDS
from analysis.names.draft import HYPHENS, POSSESSIVES, QUOTE_MARKS, Candidate, Draft
from analysis.names.edges import OPENERS
from analysis.names.given import ALSO_PLACES, GIVEN_NAMES
from analysis.names.words import (
    HONORIFICS,
    KIN,
    NAME_SUFFIXES,
    NEVER_PEOPLE,
    OFFICES,
    PARTICLES,
    RANKS,
    ROLE_MODIFIERS,
    SAYING,
    TITLES,
)
from analysis.schema import EntityKind
from analysis.text import fold

_TWO_INITIALS = re.compile(r"(?:[A-Z]\.?){1,2}$")
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}$")


def titled_people(draft: Draft) -> None:
    """An honorific or a rank stands before a person's name: "Mr Ging", "Maj. Gen. Pat Ryder"."""
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
        if draft.is_place(start, end) or draft.is_place(title, first + 1):
            continue
        last = _end_of_person(draft, first, end)
        if last > first and not _is_office(draft, first, last):
            is_honorific = draft.bare[title] in HONORIFICS
            draft.add(first, last, "person", 3.0 if is_honorific else 1.5)


def people_in_office(draft: Draft) -> None:
    """The noun of an office stands before a person's name: "Chancellor Olaf Scholz", "spokesman John Smith"."""
    for start, end in draft.runs:
        office = -1
        for index in range(start, end - 1):
            if draft.bare[index] in OFFICES:
                office = index
        first = office + 1 if office >= 0 else start
        while first < end - 1 and (draft.bare[first] in TITLES or draft.bare[first] in HONORIFICS):
            first += 1
        if office < 0 and draft.word(start - 1) == "," and draft.word(start - 2) in OFFICES | KIN:
            last = _end_of_person(draft, first, end)
            is_closed = draft.word(last) in (",", ".", "said", "told", "and", "(")
            if last - first >= 2 and is_closed and not _is_office(draft, first, last):
                draft.add(first, last, "person", 1.25)
            elif (first, last) in draft.candidates and is_closed and draft.word(start - 2) in KIN:
                draft.add(first, last, "person", 1.0)
            continue
        if office < 0 and draft.word(start - 1) in ("of", "for", "and", "the"):
            first = _after_portfolio(draft, start, end)
            if first > start:
                last = _end_of_person(draft, first, end)
                is_long = last - first >= 2 or draft.bare[start] == "opposition"
                if is_long and not _is_office(draft, first, last):
                    draft.add(first, last, "person", 2.0)
            if draft.word(start - 1) != "the" or first > start:
                continue
        if office < 0 and not (draft.word(start - 1) in OFFICES or draft.word(start - 1) in RANKS):
            continue
        if office < 0 and draft.opens[start]:
            continue
        last = _end_of_person(draft, first, end)
        if last - first >= 2 and not _is_office(draft, first, last):
            draft.add(first, last, "person", 1.5)
        elif (first, last) in draft.candidates:
            draft.add(first, last, "person", 1.0)


def _after_portfolio(draft: Draft, start: int, end: int) -> int:
    """Return where a name begins behind an office's field: "Director of Education Himanshu Gupta"."""
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


def kin_people(draft: Draft) -> None:
    """A word of kinship stands before a person's name: "Ruto's wife Rachel"."""
    for start, end in draft.runs:
        if start >= 2 and draft.bare[start - 1] in KIN and not draft.opens[start]:
            last = _end_of_person(draft, start, end)
            if last > start and not _is_office(draft, start, last):
                draft.add(start, last, "person", 1.5)


def people_by_age(draft: Draft) -> None:
    """An age stands behind a person's name: "Jane Doe, 43,"."""
    for start, end in draft.runs:
        if (
            draft.word(end) == ","
            and len(draft.word(end + 1)) == 2
            and draft.words[end + 1].isdigit()
            and draft.word(end + 2) in (",", ".", "and", ";", "from")
        ):
            first = start
            for index in range(start, end - 1):
                if draft.bare[index] in TITLES or draft.bare[index] in OFFICES:
                    first = index + 1
            if 1 < end - first <= 4:
                draft.add(first, end, "person", 2.0)


def people_who(draft: Draft) -> None:
    """What is followed by "who" is somebody: "Scholz, who attended"."""
    for candidate in draft.in_order():
        end = candidate.end
        at = end + 1 if draft.word(end) == "," else end
        if draft.word(at) in ("who", "whose") or (
            draft.word(end) == "," and draft.word(at) == "himself"
        ):
            if "person" in candidate.votes:
                draft.add(candidate.start, end, "person", 1.5)
            elif len(draft.key(candidate.start, end)) > 1 and "organization" not in candidate.votes:
                draft.add(candidate.start, end, "person", 0.75)


def speaking_people(draft: Draft) -> None:
    """Who speaks is somebody mostly: "said Scholz", "Macron warned"; a name of two words or more counts."""
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        if draft.word(end) in SAYING or draft.word(start - 1) in SAYING:
            weight = 0.75 if "person" in candidate.votes else 0.5
            if draft.word(start - 1) in ("told", "asked", "thanked", "called"):
                continue
            if not all(draft.words[index].isupper() for index in range(start, end)):
                draft.add(start, end, "person", weight)


def credited_people(draft: Draft) -> None:
    """Names of a by-line or credit line are people's: "By Jane Doe", "... contributed to this report"."""
    text = draft.article.text
    first_of: dict[int, int] = {}
    for index in range(draft.size - 1, -1, -1):
        if not draft.is_space[index]:
            first_of[draft.paragraph[index]] = index
    for number, paragraph in enumerate(draft.article.paragraphs):
        line = paragraph.of(text)
        if (
            number not in first_of
            or len(line) > 600
            or not _CREDIT.search(line[:12] + " … " + line[-260:])
        ):
            continue
        start = first_of[number]
        end = start
        while end < draft.size and draft.paragraph[end] == number:
            end += 1
        _credit(draft, start, end, is_byline=bool(_BYLINE.match(line)))


_BYLINE = re.compile(r"(?:By|BY|by|Written by|Reported by|Story by)\s+\w")
_CREDIT = re.compile(
    r"^(?:By|BY|by)\s|contribut\w+ (?:to|reporting)|reporting by|written by|edited by|editing by|"
    r"writing by|reported by|additional reporting|photos? by|report by|story by",
    re.IGNORECASE,
)
_CREDIT_WORDS = frozenset(
    "by reporting writing written edited editing reported additional and & contributed contributing "
    "photo photos story report".split()
)


def _credit(draft: Draft, start: int, end: int, *, is_byline: bool) -> None:
    """Take the names of one credit line: runs of two to four words between commas and "and"."""
    if is_byline and end - start > 14:
        # A sentence that happens to begin with "By".
        return
    index = start
    while index < end:
        if not draft.is_capital[index] or draft.bare[index] in _CREDIT_WORDS:
            index += 1
            continue
        stop = index
        while stop < end and (
            draft.is_capital[stop] or draft.bare[stop] in PARTICLES or _is_hyphen(draft, stop)
        ):
            if draft.bare[stop] in _CREDIT_WORDS or draft.bare[stop] == "and":
                break
            stop += 1
        follows = draft.words[stop] if stop < end else "\n"
        before = draft.words[index - 1] if index > start else ""
        is_listed = (
            before in POSSESSIVES
            or before in (",", ";", ":", "(", "")
            or before.lower() in _CREDIT_WORDS
        )
        is_closed = (
            follows in (",", ";", ".", "\n", ")", "(", "|", "-", "–", "—")
            or follows.lower() in ("and", "&", "in", "contributed", "for", "reported", "with", "of")
            or stop >= end
        )
        if (
            2 <= stop - index <= 6
            and is_listed
            and is_closed
            and not _is_office(draft, index, stop)
        ):
            draft.add(index, stop, "person", 3.0)
        index = stop + 1


def _is_hyphen(draft: Draft, index: int) -> bool:
    return draft.words[index] in HYPHENS and draft.is_glued[index]


def _end_of_person(draft: Draft, first: int, end: int) -> int:
    """Return where a person's name that begins at `first` ends, particles and suffixes included."""
    last = first
    while last < end:
        bare = draft.bare[last]
        if last > first and (bare in TITLES or bare in OFFICES) and bare not in ("crown", "major"):
            break
        if draft.words[last] == "&":
            break
        last += 1
    if last == end:
        at = last
        while (
            at < draft.size
            and draft.bare[at] in PARTICLES
            and draft.bare[at] not in ("y", "e", "and", "a", "do", "as", "no")
        ):
            at += 1
        if last < at < draft.size and draft.is_capital[at]:
            last = at + 1
            while last < draft.size and draft.is_capital[last]:
                last += 1
        if draft.word(last) in NAME_SUFFIXES:
            last += 1
    return last if last - first <= 7 else first


def people_by_given_name(draft: Draft) -> None:
    """A run of two to four words that begins with a given name is a person's: "Raúl Castro"."""
    for start, end in draft.runs:
        first = start
        while first < end and (
            draft.bare[first] in OPENERS
            or draft.bare[first] in TITLES
            or draft.bare[first] in OFFICES
            or (draft.is_people(first) and draft.bare[first] not in GIVEN_NAMES)
        ):
            first += 1
        if first >= end or fold(draft.bare[first]).text not in GIVEN_NAMES:
            continue
        last = _end_of_person(draft, first, end)
        if not 2 <= last - first <= 5 or _is_office(draft, first, last):
            continue
        if any(draft.bare[index] in TOPIC_WORDS for index in range(first + 1, last)):
            continue
        if any(
            draft.words[index].isupper() and len(draft.bare[index]) > 2
            for index in range(first, last)
        ):
            continue
        if (
            last == end
            and draft.word(end) == "of"
            and draft.is_capital[min(end + 1, draft.size - 1)]
        ):
            continue
        is_sure = draft.bare[first] not in ALSO_PLACES
        if (first, last) in draft.candidates or is_sure:
            draft.add(first, last, "person", 1.25 if is_sure else 0.5)


def topics_are_nobody(draft: Draft) -> None:
    """Streets, games, parks and short forms are nobody: "Netreg Roads", "Mondeor SAPS", "Mumias East"."""
    for one in draft.in_order():
        if one.best != "person" or one.end - one.start < 2 or one.votes["person"] >= 2.0:
            continue
        last = draft.bare[one.end - 1]
        shouts = (
            draft.words[one.end - 1].isupper()
            and len(last) > 2
            and not draft.words[one.start].isupper()
        )
        if last in TOPIC_WORDS or last.removesuffix("s") in TOPIC_WORDS or shouts:
            one.votes = {"other": 1.0}
        elif last in ("east", "west", "north", "south", "central"):
            one.votes = {"place": 1.0}
        elif "&" in draft.text(one.start, one.end) or (
            draft.words[one.start] in ("La", "Las", "Los", "El") and one.end - one.start == 2
        ):
            one.votes = {"organization": 1.0}
        elif last in SUFFIX_HEADS or last in _CREATIONS:
            one.votes = {"organization" if last in SUFFIX_HEADS else "other": 1.0}


_CREATIONS = frozenset(
    "cafe café restaurant bar programme gifts channel cemetery memorial nation nations now".split()
)


def names_before_offices_are_nobody(draft: Draft) -> None:
    """A name straight before an office is the body or place it belongs to: "Vihiga Senator"."""
    for one in draft.in_order():
        if one.votes.get("person", 0.0) >= 2.0 or one.end >= draft.size:
            continue
        if one.best != "person" and (one.end - one.start > 1 or draft.words[one.start].isupper()):
            continue
        at = one.end
        while draft.word(at) in ROLE_MODIFIERS or draft.word(at) in SUBJECTS:
            at += 1
        bare = draft.word(at)
        if one.best != "person" and bare not in ("senator", "governor", "mayor", "resident"):
            continue
        if bare in OFFICES - {"star"} or bare in (
            "mp",
            "senator",
            "governor",
            "mca",
            "mla",
            "senators",
        ):
            place = bare in (
                "senator",
                "senators",
                "governor",
                "mp",
                "mca",
                "mla",
                "mayor",
                "resident",
                "native",
            )
            one.votes = {"place" if place else "organization": 2.0}


def names_before_things_are_nobody(draft: Draft) -> None:
    """A name straight before a plain noun is a brand or a kind: "Chevrolet Bolt electric vehicles"."""
    for one in draft.in_order():
        if "person" not in one.votes or one.end >= draft.size or one.votes["person"] > 1.0:
            continue
        token = draft.doc[one.end]
        if draft.words[one.start].isupper():
            continue
        if token.pos_ in ("NOUN", "ADJ") and token.text.islower() and token.text not in _TIMES:
            if draft.word(one.end - 1) not in ("'s", "’s"):
                draft.add(one.start, one.end, "other", 1.1 if one.end - one.start == 1 else 0.8)


_TIMES = frozenset(
    "last next yesterday today tomorrow tonight late early alone himself herself campaign administration".split()
)


def lone_words_are_nobody(draft: Draft) -> None:
    """One word called a person once, with nothing to show it, is a place or a thing rather."""
    full = {
        draft.bare[one.end - 1]
        for one in draft.candidates.values()
        if one.best == "person" and one.end - one.start > 1
    } | {
        draft.bare[one.start]
        for one in draft.candidates.values()
        if one.best == "person" and one.end - one.start > 1
    }
    totals: dict[str, float] = {}
    for one in draft.candidates.values():
        if one.end - one.start == 1:
            bare = draft.bare[one.start]
            totals[bare] = totals.get(bare, 0.0) + one.votes.get("person", 0.0)
    for one in draft.in_order():
        if one.end - one.start != 1 or one.best != "person" or draft.bare[one.start] in full:
            continue
        if totals[draft.bare[one.start]] <= 1.0 and not _acts(draft, one):
            one.votes = {"place": 0.5}


def _acts(draft: Draft, one: Candidate) -> bool:
    """Say whether a name stands where a person's would: before a verb, after "by" or "and" a person."""
    behind = draft.word(one.end)
    before = draft.word(one.start - 1)
    if behind in ("'s", "’s") and draft.word(one.end + 1) in KIN | OFFICES:
        return True
    if fold(draft.bare[one.start]).text in GIVEN_NAMES - ALSO_PLACES:
        return True
    if one.end < draft.size and draft.doc[one.end].pos_ in ("VERB",):
        return True
    if before == "by" or behind in ("'s", "’s"):
        return True
    for link, other in ((before, one.start - 2), (behind, one.end + 1)):
        if link == "and" and 0 <= other < draft.size and draft.is_capital[other]:
            return not draft.is_place(other, other + 1) and "person" in _votes_at(draft, other)
    return False


def _votes_at(draft: Draft, index: int) -> dict[EntityKind, float]:
    """Return the votes of the first candidate that covers a token, none where there is none."""
    for start in range(index, max(index - 4, -1), -1):
        for end in range(index + 1, index + 4):
            found = draft.candidates.get((start, end))
            if found is not None:
                return found.votes
    return {}


def initialled_people(draft: Draft) -> None:
    """Initials before a name are a person's: "C F Andrews", "J.P. Smit", "LR Bishnoi"."""
    for start, end in draft.runs:
        first = start
        while first < end and draft.bare[first] in TITLES:
            first += 1
        at = first
        while (
            at < end and _TWO_INITIALS.match(draft.words[at]) and draft.bare[at] not in _NO_INITIALS
        ):
            at += 1
        if at == first or not 1 <= end - at <= 3 or draft.is_place(first, first + 1):
            continue
        if at - first == 1 and draft.words[first] in ("A", "I", "O"):
            continue
        if _is_office(draft, at, end) or any(
            draft.words[index].isupper()
            or draft.bare[index] in SUFFIX_HEADS | TOPIC_WORDS | OFFICES | RANKS
            for index in range(at, end)
        ):
            continue
        found = draft.candidates.get((first, end))
        if len(draft.bare[first]) == 1 or (found is not None and found.best != "organization"):
            draft.add(first, end, "person", 1.25)


_NO_INITIALS = frozenset(
    "us uk eu un pm cm mp dp tv u.s u.k u.n e.u dr mr ms st nt nz uae usa who nfl nba bbc cnn abc cbs nbc afp ap ex "
    "vp dc d.c la ny nyc sa hk uc jw hb".split()
)


def _is_office(draft: Draft, first: int, last: int) -> bool:
    """Say whether a capitalised run is no person's name: a body, a role, a place, a people."""
    if draft.is_place(first, last) or draft.words[first] in QUOTE_MARKS:
        return True
    if draft.bare[first] in ("motors", "electric", "assembly", "court", "party", "council"):
        return True
    if all(draft.bare[index] in SUBJECTS for index in range(first, last)):
        return True
    for index in range(first, last):
        bare = draft.bare[index]
        if bare in NEVER_PEOPLE or (draft.is_people(index) and bare not in GIVEN_NAMES):
            return True
        if index > first and (bare in SUFFIX_HEADS or bare in PREFIX_HEADS):
            return True
        if bare in ROLE_MODIFIERS or bare in PREFIX_HEADS:
            return True
    is_initials = _INITIAL.match(draft.words[first]) is not None
    return last - first == 1 and is_initials


def introduced_people(draft: Draft) -> None:
    """An apposition tells who somebody is: "Crystal Isaac, director of Bearpaw Gifts"."""
    for start, end in draft.runs:
        if draft.word(end) != ",":
            continue
        first = start
        while first < end and (draft.bare[first] in OPENERS or draft.bare[first] in TITLES):
            first += 1
        if (
            not 2 <= end - first <= 4
            or _is_office(draft, first, end)
            or draft.words[end - 1].isupper()
        ):
            continue
        if any(
            draft.bare[index] in TOPIC_WORDS or draft.bare[index] in OFFICES
            for index in range(first, end)
        ):
            continue
        if _is_introduced(draft, end + 1):
            draft.add(first, end, "person", 2.0)


def _is_introduced(draft: Draft, at: int) -> bool:
    """Say whether an apposition of an office or kinship begins here: "chairwoman of", "a 43-year-old nurse"."""
    for index in range(at, min(at + 8, draft.size)):
        bare = draft.bare[index]
        if bare in ROLE_NOUNS:
            return draft.word(index + 1) not in ("'s", "’s") and not draft.is_capital[index]
        if bare in (
            ",",
            ".",
            "and",
            "but",
            "who",
            "which",
            "in",
            "at",
            "on",
            "of",
            "said",
            "was",
            "is",
            "has",
        ):
            return False
        if draft.bare[index] in SAYING or draft.is_space[index]:
            return False
    return False


ROLE_NOUNS = (
    OFFICES
    | KIN
    | frozenset(
        "man woman boy girl native citizen graduate father mother refugee immigrant grandmother "
        "grandfather mp judge professor head chair bishop priest engineer".split()
    )
    - frozenset(
        {"star", "forward", "chair", "member", "partner", "rival", "counterpart", "agent", "host"}
    )
)


def people_who_said(draft: Draft) -> None:
    """Two or three capitalised words behind "said" at a sentence's or quote's end are somebody."""
    for start, end in draft.runs:
        if (
            draft.word(start - 1) in ("said", "says", "added", "explained", "recalled", "asked")
            and 2 <= end - start <= 4
        ):
            first = start
            while first < end and draft.bare[first] in TITLES:
                first += 1
            if not _is_office(draft, first, end) and draft.word(end) in (
                ".",
                ",",
                "of",
                "in",
                "who",
                "from",
                "on",
            ):
                if not any(
                    draft.words[index].isupper() and len(draft.words[index]) > 2
                    for index in range(first, end)
                ):
                    draft.add(first, end, "person", 1.0)


def signed_people(draft: Draft) -> None:
    """A line of two or three names before the text begins is a by-line: "SIYABONGA SITHOLE"."""
    first_of: dict[int, int] = {}
    last_of: dict[int, int] = {}
    for index in range(draft.size):
        if draft.paragraph[index] > 4:
            break
        if not draft.is_space[index]:
            first_of.setdefault(draft.paragraph[index], index)
            last_of[draft.paragraph[index]] = index + 1
    for number, start in first_of.items():
        end = last_of[number]
        if (
            2 <= end - start <= 3
            and number < len(draft.article.paragraphs) - 1
            and all(draft.is_capital[start:end])
        ):
            if not _is_office(draft, start, end) and draft.bare[end - 1] not in TOPIC_WORDS:
                if not any(draft.is_place(index, index + 1) for index in range(start, end)):
                    draft.add(start, end, "person", 2.0)


def nicknamed_people(draft: Draft) -> None:
    """A nickname stands in marks inside a name: José “Pepe” Mujica."""
    for start, end in draft.runs:
        opening, closing = end, end + 2
        if closing + 1 >= draft.size or draft.words[opening] not in QUOTE_MARKS:
            continue
        if (
            draft.words[closing] not in QUOTE_MARKS
            or not draft.is_capital[end + 1]
            or not draft.is_capital[closing + 1]
        ):
            continue
        first = start
        while first < end and (
            draft.bare[first] in TITLES
            or draft.bare[first] in OFFICES
            or draft.is_people(first)
            or draft.bare[first] in ROLE_MODIFIERS
            or draft.bare[first] in OPENERS
        ):
            first += 1
        stop = draft.run_end.get(closing + 1, closing + 2)
        if first < end and stop - closing <= 4 and not _is_office(draft, first, end):
            draft.add(first, stop, "person", 3.0)


def quoted_words_are_nobody(draft: Draft) -> None:
    """A word that only ever stands alone in quotation marks is a title or a word, no person."""
    quoted: dict[tuple[str, ...], int] = {}
    count: dict[tuple[str, ...], int] = {}
    for one in draft.candidates.values():
        key = draft.key(one.start, one.end)
        count[key] = count.get(key, 0) + 1
        before = draft.words[one.start - 1] if one.start else ""
        behind = draft.words[one.end] if one.end < draft.size else ""
        if before in QUOTE_MARKS and behind in QUOTE_MARKS:
            quoted[key] = quoted.get(key, 0) + 1
    for one in draft.in_order():
        key = draft.key(one.start, one.end)
        if quoted.get(key, 0) == count[key] and one.best == "person":
            one.votes = {"other": 1.0}


def common_words_are_nobody(draft: Draft) -> None:
    """A sentence's first word is no person if it is no noun of its own or stands in lower case too."""
    plain = {word for word in draft.words if word.islower()}
    for one in draft.in_order():
        if one.end - one.start != 1 or one.best == "place" or not draft.opens[one.start]:
            continue
        token = draft.doc[one.start]
        is_common = draft.lower[one.start] in plain or (
            token.pos_ and token.pos_ not in ("PROPN", "X", "NOUN")
        )
        is_plural = token.pos_ == "NOUN"
        if is_common or (is_plural and one.votes.get("person", 0.0) <= 1.0):
            if not draft.words[one.start].isupper() and sum(one.votes.values()) <= 2.0:
                draft.drop(one)


def places_by_preposition(draft: Draft) -> None:
    """A word behind "in" or before "province" is a place, unless more speaks for a person."""
    for one in draft.in_order():
        size = one.end - one.start
        if size > 2 or one.best in ("place", "other"):
            continue
        before, behind = draft.word(one.start - 1), draft.word(one.end)
        if behind in _LANDS or (before == "of" and draft.word(one.start - 2) in _LANDS):
            draft.add(one.start, one.end, "place", 1.5)
        elif size == 1 and before in _WITHIN and behind not in ("'s", "’s"):
            if not draft.words[one.start].isupper() and draft.bare[one.start] not in METONYMS:
                draft.add(one.start, one.end, "place", 1.25)


_WITHIN = frozenset("in near across throughout into outside".split())
_LANDS = frozenset(
    "province county region district city town village state island islands river lake valley "
    "peninsula prefecture municipality coast desert mountains border airport port suburb capital "
    "community communities constituency".split()
)


def listed_alike(draft: Draft) -> None:
    """Names of a list are of one kind: "Marsabit, Garissa, Kilifi and Lamu" are places together."""
    ordered = draft.in_order()
    chain: list[Candidate] = []
    for one in [*ordered, None]:
        if chain and one is not None and one.start < chain[-1].end:
            continue
        if one is not None and chain and _is_listed(draft, chain[-1].end, one.start):
            chain.append(one)
            continue
        if len(chain) >= 3:
            kinds = [item.best for item in chain]
            kind = max(set(kinds), key=lambda each: (kinds.count(each), each))
            if kinds.count(kind) * 2 > len(kinds) and kind in ("person", "place"):
                for item in chain:
                    draft.add(item.start, item.end, kind, 1.5)
        chain = [one] if one is not None else []


def _is_listed(draft: Draft, end: int, start: int) -> bool:
    between = tuple(draft.lower[end:start])
    return between in ((",",), ("and",), (",", "and"), ("or",), (",", "or"))
