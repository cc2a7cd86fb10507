"""Finding organizations by the words of their names. Each function is one rule; see `rules.RULES`."""

from __future__ import annotations

from collections import Counter

from analysis.names.bodies import (
    CLASSES_APPOSED,
    CLASSES_BEFORE,
    CLASSES_BEHIND,
    COMPANY_ENDINGS,
    METONYM_PHRASES,
    METONYMS,
    NEVER_BODIES,
    PLATFORMS,
    PREFIX_HEADS,
    SMALL_WORDS,
    SUBJECTS,
    SUFFIX_HEADS,
    TOPIC_HEADS,
    TOPIC_WORDS,
    WEAK_HEADS,
    WEEK_AND_MONTHS,
)
from analysis.names.draft import POSSESSIVES, QUOTE_MARKS, Candidate, Draft, initials_of
from analysis.names.edges import OPENERS
from analysis.names.peoples import PEOPLES
from analysis.names.words import HONORIFICS, OFFICES, RANKS, ROLE_MODIFIERS, SAYING

_OWNERS = frozenset(
    "women men children people workers worker teachers teacher magistrate magistrates farmers "
    "nurses players employers employer lawyers journalists students student citizens veterans "
    "officers writers king queen bishops doctors general drivers miners owners consumers "
    "patients prisoners victims merchants manufacturers builders world employees parents "
    "prosecutor prosecutors president's prime minister mayor governor attorney auditor "
    "chief lloyd sotheby christie mcdonald moody nature people's".split()
)
_HOUSES = frozenset({"parliament", "senate", "congress", "knesset"})
_LINKS = frozenset({"of", "for", "on", "against", "de", "del", "des", "du"})


def bodies_by_head(draft: Draft) -> None:
    """A word such as Ministry, Court or University makes a name an organization's."""
    for start, end in draft.runs:
        index = start
        while index < end:
            bare = draft.bare[index]
            if bare in PREFIX_HEADS and draft.word(end) in _LINKS and index == end - 1:
                stop = _after_links(draft, end)
                if stop > end:
                    first = _start_of_body(draft, start, index)
                    if bare == "ministry" and draft.is_people(first):
                        first += 1
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
    return following in SUBJECTS or draft.word(at - 1) in SUBJECTS


def _is_series(draft: Draft, at: int) -> bool:
    """Say whether a comma goes on with a body's subjects: "Labour, Industry and Trade"."""
    return (
        draft.word(at - 1) in SUBJECTS
        and (
            draft.word(at + 1) in SUBJECTS
            or (draft.word(at + 1) == "and" and draft.word(at + 2) in SUBJECTS)
        )
        and draft.is_capital[at + 1 if draft.word(at + 1) != "and" else at + 2]
    )


def _start_of_body(draft: Draft, start: int, head: int) -> int:
    """Return where a body's name begins, given the start of the capitalised run its head is in."""
    first = start
    for index in range(start, head):
        bare = draft.bare[index]
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
            and _may_own(draft.bare[start - 2], before)
        ):
            return _run_start(draft, start - 2)
        if (
            before in ("and", "&")
            and draft.bare[head] not in WEAK_HEADS
            and draft.is_capital[start - 2]
            and draft.bare[start - 2] in SUBJECTS
        ):
            if not draft.opens[start - 2]:
                return _over_series(draft, _run_start(draft, start - 2))
    return first


def _may_own(owner: str, mark: str) -> bool:
    """Say whether an owner is part of a body's name: "Women's Association", "Athletes' Fund"."""
    is_plural = mark in ("'", "’") and owner.endswith("s")
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


def acronyms_in_brackets(draft: Draft) -> None:
    """A long form and its acronym explain each other: "World Food Programme (WFP)".

    What explains itself with words in lower case, "new energy vehicle (NEV)", is no body. A short
    form that is no acronym of the long one ("Chinese Nationalist Party (KMT)") counts if the long
    one is a body by other evidence.
    """
    ends: dict[int, Candidate] = {}
    for one in draft.in_order():
        if "organization" in one.votes and one.best == "organization":
            ends.setdefault(one.end, one)
    counts = Counter(draft.words)
    for index in range(1, draft.size - 2):
        if draft.words[index] != "(":
            continue
        stop = index + 1
        while stop < draft.size and draft.words[stop] != ")" and stop - index < 5:
            stop += 1
        if stop >= draft.size or draft.words[stop] != ")" or stop == index + 1:
            continue
        if stop > index + 2 and not all(draft.is_glued[index + 2 : stop]):
            continue
        short = "".join(draft.words[index + 1 : stop])
        if (
            not short[0].isalpha()
            or not draft.is_capital[index + 1]
            or draft.is_place(index + 1, stop)
        ):
            continue
        long = ends.get(index)
        first = _start_of_long_form(draft, index, short) if _is_acronym(short) else None
        weight = 3.0 + counts[draft.words[index + 1]]
        if _is_topic_before(draft, index):
            draft.add(index + 1, stop, "other", weight)
            continue
        if first is not None and long is None and not _is_body(draft, first, index):
            draft.add(index + 1, stop, "other", weight)
            continue
        if first is None and long is None:
            if _is_acronym(short) and _is_explained_in_lower_case(draft, index, short):
                draft.add(index + 1, stop, "other", weight)
            continue
        if first is None or (long is not None and long.start < first):
            assert long is not None
            first = long.start
        if index - first < 2:
            continue
        is_like = _is_acronym(short) or draft.bare[index + 1][0] == draft.bare[first][0]
        is_headed = any(
            word in SUFFIX_HEADS or word in PREFIX_HEADS for word in draft.bare[first:index]
        )
        named = draft.candidates.get((index + 1, stop))
        if not is_like and not (is_headed and (named is None or named.best != "place")):
            continue
        if "(" in draft.words[first:index] or draft.bare[index + 1] in NEVER_BODIES:
            continue
        draft.add(first, index, "organization", 3.0)
        draft.add(index + 1, stop, "organization", weight)
        draft.long_forms.setdefault(draft.key(index + 1, stop), draft.key(first, index))


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
    if any(word in PREFIX_HEADS or word in SUFFIX_HEADS for word in words):
        return last in _SYSTEMS and last not in SUFFIX_HEADS
    return (
        last in TOPIC_WORDS or last in _SYSTEMS or any(word in TOPIC_HEADS for word in words[:-1])
    )


_SYSTEMS = frozenset(
    "system framework diploma notice list territory zone zones area areas degree examination exam "
    "test indicators index scheme certificate licence license allowance".split()
)


def _is_explained_in_lower_case(draft: Draft, bracket: int, short: str) -> bool:
    letters = [letter.lower() for letter in short if letter.isupper()]
    words = draft.bare[max(bracket - len(letters), 0) : bracket]
    return [word[0] for word in words] == letters and not draft.is_capital[bracket - 1]


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 10 and letters[0].isupper() and sum(map(str.isupper, letters)) >= 2


def _start_of_long_form(draft: Draft, bracket: int, short: str) -> int | None:
    """Return where the words begin whose first letters make an acronym; None if none do."""
    letters = [letter.lower() for letter in short if letter.isalpha() and letter.isupper()]
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
        if len(letters) >= 3 and len(made) >= 2 and _is_subsequence(letters, words):
            return first
    return None


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


def _is_body(draft: Draft, first: int, stop: int) -> bool:
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
    return any(
        candidate.start <= first < candidate.end and "organization" in candidate.votes
        for candidate in draft.candidates.values()
    )


def bodies_that_speak_through_people(draft: Draft) -> None:
    """Who has a spokesman or a chief executive is a body: "spokesman for X", "X spokeswoman"."""
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        before, link = draft.word(start - 2), draft.word(start - 1)
        if link == "the":
            before, link = draft.word(start - 3), draft.word(start - 2)
        follows = draft.word(end + 1) if draft.word(end) in ("'s", "’s") else draft.word(end)
        is_of = link in ("of", "for", "at", "with") and before in _SERVANTS
        if is_of or follows in _SERVANTS:
            if "person" in candidate.votes and candidate.votes["person"] >= 1.5:
                continue
            if draft.is_place(start, end) or draft.is_people(end - 1):
                continue
            draft.add(start, end, "organization", 1.25)


_SERVANTS = frozenset(
    "spokesman spokeswoman spokesperson spokespersons ceo cfo chairman chairwoman chairperson "
    "founder co-founder employee employees staffer staffers executive executives shareholder "
    "shareholders subsidiary headquarters lawmaker lawmakers representatives official officials member members "
    "director analyst analysts economist researcher researchers professor lecturer president "
    "vice-president secretary-general legislator legislators reporter reporters".split()
)


def peoples_are_no_bodies(draft: Draft) -> None:
    """A country or a people is a place or a people, never an organization or a person."""
    for candidate in draft.in_order():
        start, end = candidate.start, candidate.end
        if draft.is_place(start, end):
            if candidate.votes.get("person", 0.0) < 2.0:
                candidate.votes = {"place": 3.0}
        elif all(draft.is_people(index) for index in range(start, end)):
            candidate.votes = {"other": 3.0}


def bodies_by_class(draft: Draft) -> None:
    """A common noun beside a name says what it is: "automaker Renault", "the Milenio newspaper"."""
    for start, end in draft.runs:
        before, behind = draft.word(start - 1), draft.word(end)
        first = start
        while first < end - 1 and (draft.bare[first] in OPENERS or draft.is_people(first)):
            first += 1
        if draft.is_place(first, end) or draft.is_people(end - 1) or end - first > 5:
            continue
        if draft.bare[first] in WEEK_AND_MONTHS or draft.bare[end - 1] in WEEK_AND_MONTHS | OPENERS:
            continue
        if any(
            draft.bare[index] in OFFICES or draft.bare[index] in HONORIFICS
            for index in range(first, end)
        ):
            continue
        if (before in CLASSES_BEFORE and first == start and draft.words[start - 1].islower()) or (
            behind in CLASSES_BEHIND
            and draft.words[end].islower()
            and (first, end) in draft.candidates
        ):
            draft.add(first, end, "organization", 1.5)
        if behind == "," and _is_apposed(draft, end + 1):
            draft.add(first, end, "organization", 1.5)


def _is_apposed(draft: Draft, at: int) -> bool:
    """Say whether an apposition explains a body: "an Israel-based non-profit"."""
    if draft.word(at) not in ("a", "an", "the", "one"):
        return False
    for index in range(at + 1, min(at + 7, draft.size)):
        bare = draft.bare[index]
        if bare in CLASSES_APPOSED or (bare == "profit" and draft.word(index - 2) == "non"):
            follows = draft.word(index + 1)
            if draft.word(at) == "the":
                return follows in ("of", "that", "which", "behind", ",", "for")
            return follows not in _SERVANTS and follows not in OFFICES
        if bare in ("non", "-", "profit"):
            continue
        if bare in (",", ".", "of", "in", "who", "and", "for", "to") or bare in OFFICES:
            return False
    return False


def datelines_are_places(draft: Draft) -> None:
    """Capitals that open a line before a dash say where the text was written: "AMMAN —", "HEFEI, July 18 (Xinhua) --"."""
    for start, end in draft.runs:
        if not draft.opens[start] or (start and not draft.is_space[start - 1]):
            continue
        if (
            not all(word.isupper() for word in draft.words[start:end])
            or len(draft.words[start]) < 3
        ):
            continue
        for index in range(end, min(end + 12, draft.size)):
            if draft.words[index] in _DASHES and not draft.is_glued[index]:
                draft.add(start, end, "place", 3.0)
                break
            if draft.is_space[index] or draft.words[index] == ".":
                break


_DASHES = frozenset({"—", "–", "-", "--"})


def topics_are_no_bodies(draft: Draft) -> None:
    """Laws, wars, states, prizes and lands are no bodies: "Law of Return", "Cold War", "Islamic Republic"."""
    for one in draft.in_order():
        if one.best != "organization" or max(one.votes.values()) >= 3.0:
            continue
        words = draft.bare[one.start : one.end]
        if "of" in words[1:]:
            head = words[words.index("of") - 1]
            is_topic = head in TOPIC_HEADS or (head in TOPIC_WORDS and head not in SUFFIX_HEADS)
        else:
            head = words[-1]
            is_topic = len(words) > 1 and head in TOPICS
        is_nation = words[-2:] in (["first", "nation"], ["first", "nations"])
        if is_topic or is_nation or (len(words) > 1 and draft.is_people(one.end - 1)):
            one.votes = {"other": 2.0}


TOPICS = (TOPIC_HEADS | TOPIC_WORDS | _SYSTEMS) - SUFFIX_HEADS


def platforms_are_places_to_speak(draft: Draft) -> None:
    """A service is a body only where it acts: not in "wrote on Twitter" or "a Facebook post"."""
    mentions: dict[str, list[Candidate]] = {}
    for one in draft.in_order():
        if one.end - one.start == 1 and draft.bare[one.start] in PLATFORMS:
            mentions.setdefault(draft.bare[one.start], []).append(one)
    for found in mentions.values():
        acts = sum(draft.word(one.end) in _ACTS for one in found)
        if not acts:
            for one in found:
                one.votes = {"other": 3.0}


_ACTS = frozenset(
    "said says told announced has had is was will would removed banned suspended launched "
    "acquired bought sued deleted blocked spokesman spokeswoman spokesperson , inc".split()
) - {","}


def never_bodies(draft: Draft) -> None:
    """Some words and short forms are no body when they stand alone: NGO, GDP, Cabinet."""
    for one in draft.in_order():
        if one.end - one.start == 1 and draft.bare[one.start] in NEVER_BODIES:
            one.votes = {"other": 3.0}


_MEMBERS = frozenset("mp mps mla senator senators councillor candidate leader".split())


_FIELD_WORDS = SUBJECTS | SMALL_WORDS | ROLE_MODIFIERS | {"country", "event"}


def portfolios_are_no_bodies(draft: Draft) -> None:
    """An office's field is no body: "Minister of Higher Education", "Local Administration Minister"."""
    for one in draft.in_order():
        if one.best != "organization" or max(one.votes.values()) > 1.5:
            continue
        words = draft.bare[one.start : one.end]
        if all(word in OFFICES or word in RANKS or word in ROLE_MODIFIERS for word in words):
            draft.drop(one)
            continue
        if not all(word in _FIELD_WORDS or word in PEOPLES for word in words):
            continue
        before = draft.word(one.start - 1)
        if before == "the":
            before = draft.word(one.start - 2)
        if (
            before in ("of", "for", "and", "&", ",")
            or draft.word(one.end) in OFFICES | RANKS - _MEMBERS
        ):
            draft.drop(one)


def bodies_in_lower_case(draft: Draft) -> None:
    """A body may be named in lower case: "Mexican culture ministry", "Huangshan tourism association"."""
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
            if (
                bare in ("ministry",)
                and has_subject
                and draft.word(first - 1) in ("the", "'s", "’s")
            ):
                draft.add(first, index + 1, "organization", 1.0)
            continue
        if bare in ("ministry", "bank") and not has_subject:
            continue
        if draft.bare[first] in OFFICES or draft.words[first] in _ACRONYM_PLACES:
            continue
        is_led = draft.is_place(first, index) or draft.is_people(index - 1)
        if has_subject or not is_led:
            draft.add(first, index + 1, "organization", 1.5)


_LOWER_HEADS = frozenset(
    "ministry association dispensary federation university committee commission institute "
    "foundation hospital".split()
)
_ACRONYM_PLACES = frozenset({"US", "UK", "UAE", "EU"})


def local_governments(draft: Draft) -> None:
    """A town's or province's government has a name; a country's is only described."""
    for start, end in draft.runs:
        for index in range(start, end):
            if draft.bare[index] not in ("government", "municipality"):
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


def acronyms_by_context(draft: Draft) -> None:
    """Capitals that speak, are told, or have officers are a body's short form: "AICC general secretary"."""
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
            is_led = draft.word(at) in _SERVANTS or draft.word(at) in (
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


def told_media(draft: Draft) -> None:
    """One word that somebody told something is a newspaper or agency: "told Checkpoint"."""
    for start, end in draft.runs:
        if end - start != 1 or draft.word(start - 1) not in ("told", "to", "with"):
            continue
        if draft.word(start - 1) != "told" and draft.word(start - 2) not in _TELLING:
            continue
        bare = draft.bare[start]
        if (
            bare in NEVER_BODIES
            or draft.is_place(start, end)
            or bare in HONORIFICS
            or draft.is_people(start)
        ):
            continue
        found = draft.candidates.get((start, end))
        if found is not None and found.votes.get("person", 0.0) > 1.0:
            continue
        if (
            bare in WEEK_AND_MONTHS
            or bare in OFFICES
            or bare in RANKS
            or draft.word(end) in ("'s", "’s")
        ):
            continue
        is_other = any(
            draft.bare[one.end - 1] == bare
            for one in draft.candidates.values()
            if one.end - one.start > 1 and one.best == "person"
        )
        if not is_other:
            draft.add(start, end, "organization", 1.1)


_TELLING = frozenset(
    "confirms confirmed spoke speaking speaks statement interview told talking".split()
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


def rivers_have_articles(draft: Draft) -> None:
    """ "The Amazon" is the river or its forest; the company has no article."""
    for one in draft.in_order():
        if (
            one.end - one.start == 1
            and draft.bare[one.start] in _RIVERS
            and draft.word(one.start - 1) == "the"
        ):
            draft.add(one.start, one.end, "place", 3.0)


_RIVERS = frozenset(
    "amazon nile ganges danube rhine volga mekong congo jordan tigris thames".split()
)
