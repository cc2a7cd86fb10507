"""Which names are one organization's: acronyms, short forms, inverted ministries.

Each test is one rule and takes the shorter name first. A name that fits two organizations is
merged with neither.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from analysis.names.bodies import COMPANY_ENDINGS, METONYMS, PREFIX_HEADS, SMALL_WORDS, SUFFIX_HEADS
from analysis.names.draft import Candidate, Draft
from analysis.names.peoples import PEOPLES, PLACES
from analysis.names.same_person import are_letters_exchanged
from analysis.text import fold

Words = tuple[str, ...]
_SHORT_PLACES = frozenset({"us", "uk", "un", "eu", "usa", "uae"})


@dataclass(slots=True)
class Body:
    """One organization: the mentions gathered so far."""

    names: list[Words] = field(default_factory=list)
    """Distinct folded names."""
    mentions: list[Candidate] = field(default_factory=list)
    """In reading order."""


def group_bodies(draft: Draft, without: frozenset[str] = frozenset()) -> list[Body]:
    """Gather the mentions of organizations into bodies, each mention in exactly one."""
    mentions = [one for one in draft.in_order() if one.kind == "organization"]
    words_of = [body_words(draft.text(one.start, one.end)) for one in mentions]
    written = {words: draft.words[one.start] for words, one in zip(words_of, mentions, strict=True)}
    explained = {
        body_words(" ".join(short)): body_words(" ".join(long))
        for short, long in draft.long_forms.items()
    }
    # The long ones first, and of the short ones those that the article explains.
    names = sorted(set(words_of), key=lambda words: (-len(words), words not in explained, words))
    bodies: list[Body] = []
    index: dict[str, dict[int, Body]] = {}
    for words in names:
        home = None
        keys = _keys(words)
        near = list({at: one for key in keys for at, one in index.get(key, {}).items()}.values())
        if words in explained and "acronym" not in without:
            home = next((one for one in bodies if explained[words] in one.names), None)
        for rule, fits in TESTS.items():
            if home is not None:
                break
            if rule in without:
                continue
            if rule in ("initials", "misspelt") and not _is_written_as_acronym(
                words, written[words]
            ):
                continue
            fitting = [one for one in near if any(fits(words, name) for name in one.names)]
            if len(fitting) == 1:
                home = fitting[0]
        if home is None:
            home = Body()
            bodies.append(home)
        home.names.append(words)
        for key in keys:
            index.setdefault(key, {})[id(home)] = home
    home_of = {words: one for one in bodies for words in one.names}
    for mention, words in zip(mentions, words_of, strict=True):
        home_of[words].mentions.append(mention)
    return bodies


def _keys(words: Words) -> set[str]:
    """Return what two names of one body share at least one of: a word, initials, letters."""
    keys = {word for word in words if word not in SMALL_WORDS}
    if len(words) == 1:
        return keys | {"".join(sorted(words[0])) + "…", words[0].removesuffix("s")}
    made = "".join(word[0] for word in words if word not in SMALL_WORDS)
    return keys | {made, "".join(word[0] for word in words)}


def body_words(text: str) -> Words:
    """Return a body's words as they are compared: folded, without "the", signs and full stops."""
    folded = fold(text).text.replace("'s", " 's").replace(".", "").replace(",", " ")
    words = [word.strip("'") for word in folded.replace("-", " ").split() if word != "'s"]
    return tuple(word for word in words if word not in ("the", "")) or (folded,)


def _is_written_as_acronym(words: Words, first: str) -> bool:
    return len(words) == 1 and 2 <= len(words[0]) <= 9 and sum(map(str.isupper, first)) >= 2


def has_initials(short: Words, long: Words) -> bool:
    """WFP, the World Food Programme; with or without the small words' letters."""
    if len(short) != 1 or len(long) < 2:
        return False
    large = [word for word in long if word not in SMALL_WORDS]
    made = "".join(word[0] for word in large)
    return short[0] in (made, "".join(word[0] for word in long), made + "s")


def is_without_place(short: Words, long: Words) -> bool:
    """State Department, US State Department; Supreme Court, Supreme Court of Norway."""
    extra = len(long) - len(short)
    if extra < 1 or not any(word in SUFFIX_HEADS or word in PREFIX_HEADS for word in short):
        return False
    if long[extra:] == short:
        return (
            all(_is_place_word(word) for word in long[:extra]) or " ".join(long[:extra]) in PLACES
        )
    if long[: len(short)] == short and long[len(short)] in ("of", "in"):
        rest = long[len(short) + 1 :]
        return " ".join(rest) in PLACES or all(_is_place_word(word) for word in rest)
    return False


def _is_place_word(word: str) -> bool:
    return word in PLACES or word in PEOPLES or word in _SHORT_PLACES


def is_without_ending(short: Words, long: Words) -> bool:
    """Northern Optics, Northern Optics Co.; Open Harbour, Open Harbour International."""
    rest = long[len(short) :]
    if not rest or long[: len(short)] != short or (_is_place_word(short[-1]) and len(short) == 1):
        return False
    return all(
        word in COMPANY_ENDINGS or word in SUFFIX_HEADS or word in ("general", "international")
        for word in rest
    )


def is_tail_with_head(short: Words, long: Words) -> bool:
    """Water Supply Board, Alberta Water Supply Board: three words or more and a head."""
    extra = len(long) - len(short)
    return extra > 0 and len(short) >= 3 and long[extra:] == short and short[-1] in SUFFIX_HEADS


def is_turned_round(short: Words, long: Words) -> bool:
    """Interior Ministry, Ministry of the Interior: the same words but for small ones."""
    if not (short[-1] in PREFIX_HEADS or short[0] in PREFIX_HEADS):
        return False
    return _content(short) == _content(long) and len(_content(short)) > 1


def _content(words: Words) -> frozenset[str]:
    singular = {"affairs": "", "ministries": "ministry"}
    return frozenset(singular.get(word, word) for word in words if word not in SMALL_WORDS) - {""}


def is_lone_head(short: Words, long: Words) -> bool:
    """The Chamber, Chamber of Commerce; the Assembly, National Assembly."""
    if len(short) != 1 or short[0] not in SUFFIX_HEADS:
        return False
    return long[-1] == short[0] or (long[0] == short[0] and len(long) > 2)


def is_object_of_head(short: Words, long: Words) -> bool:
    """Homeland Security, Department of Homeland Security: two words or more."""
    return (
        len(short) > 1
        and long[-len(short) - 1 :] == ("of", *short)
        and len(long) - len(short) in (2, 3)
    )


def is_misspelt(short: Words, long: Words) -> bool:
    """UNECSO, UNESCO: an acronym of four letters or more with two neighbours exchanged."""
    if len(short) != 1 or len(long) != 1 or len(short[0]) < 4:
        return False
    return are_letters_exchanged(short[0], long[0])


TESTS: dict[str, Callable[[Words, Words], bool]] = {
    "turned_round": is_turned_round,
    "initials": has_initials,
    "misspelt": is_misspelt,
    "without_place": is_without_place,
    "without_ending": is_without_ending,
    "tail_with_head": is_tail_with_head,
    "object_of_head": is_object_of_head,
    "lone_head": is_lone_head,
}
"""The rules by which a short form finds its long one, in the order in which they are asked."""


def is_only_heads(body: Body) -> bool:
    """Say whether a body is never named but by a common word: "the Court", "the Institute"."""
    return all(
        len(name) == 1
        and name[0] not in METONYMS
        and name[0] not in _ASSEMBLIES
        and (name[0] in SUFFIX_HEADS or name[0] in PREFIX_HEADS)
        for name in body.names
    )


_ASSEMBLIES = frozenset({"assembly", "senate", "parliament", "congress", "presidency", "house"})
