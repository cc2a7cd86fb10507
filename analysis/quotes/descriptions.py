"""Find descriptions of people, groups and writings: “a senior official”, “the ministry”."""

from __future__ import annotations

from analysis.quotes.candidate import Candidate
from analysis.quotes.gender import gender_of_word
from analysis.quotes.lexicon import PRONOUNS, STANDALONE, TIME_WORDS, VERB_FORMS
from analysis.quotes.nouns import NounClass, noun_class, singular
from analysis.quotes.scene import Scene
from analysis.schema import Span

PREMODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "DET", "PRON"})
_DETERMINERS = frozenset(
    "a an the this that these those his her its their my our another some one two three".split()
)
_NOT_IN_PHRASE = frozenset(", . : ; whose which who that what there".split())
_LINKS = frozenset("of for from at with in".split())
_SEVERAL = frozenset("some others many several most both people police authorities".split())
_AUXILIARIES = frozenset(
    """is are was were be been has have had do does did will would can could should might
    must""".split()
)
_COMPLEMENTS = frozenset(("obj", "iobj", "obl", "xcomp"))
_INDEFINITE = frozenset("a an another one some two three several many".split())


def describe(
    scene: Scene,
    at: int,
    taken: set[int],
    persons: set[int],
    *,
    is_beside_cue: bool,
    names: dict[int, Candidate],
) -> Candidate | None:
    """Return the description whose noun is this token."""
    token = scene.doc[at]
    word = scene.lower[at]
    if word == "half" and scene.lower[at + 1 : at + 2] != ["of"]:
        return None  # "said Holm, half joking"
    if word in STANDALONE:
        if not is_beside_cue:
            return None
    else:
        is_noun = not scene.has_tags or token.pos_ in ("NOUN", "PROPN", "ADJ")
        if not is_noun and not (is_beside_cue and _looks_like_name(scene, at)):
            return None
        if not word[:1].isalpha() or singular(word) in TIME_WORDS:
            return None
        kind = noun_class(word)
        if kind == "other" and not (is_beside_cue and (not scene.has_tags or token.pos_ != "ADJ")):
            return None
    following = at + 1
    if following < len(scene.doc) and scene.frame_of[following] == scene.frame_of[at]:
        if following in names and names[following].kind == "person":
            return None  # a title before a name belongs to the name
        behind = scene.doc[following]
        if (
            following not in taken
            and scene.has_tags
            and behind.pos_ in ("NOUN", "PROPN")
            and (noun_class(scene.lower[following]) != "other" or behind.pos_ == "PROPN")
        ):
            return None
        if scene.lower[following] in ("'s", "’s", "'", "’"):
            return None
    start = _phrase_start(scene, at, persons)
    if noun_class(word) == "other" and word not in STANDALONE and _is_object(scene, start, at):
        return None  # "who was in the room, described", "who chose a course said"
    end = at + 1
    first_word = scene.lower[start]
    shown = Span(scene.doc[start].idx, _shown_end(scene, at, names))
    return Candidate(
        start=start,
        end=end,
        head=at,
        form="nominal",
        span=shown,
        noun="person" if word in STANDALONE else _class_of(scene, at),
        gender=gender_of_word(word),
        is_plural=singular(word) != word or word in _SEVERAL,
        is_indefinite=first_word in _INDEFINITE or first_word == word,
    )


def _is_object(scene: Scene, start: int, head: int) -> bool:
    """Say whether a preposition stands straight before a phrase, or a verb that it completes."""
    before = start - 1
    if before < 0 or scene.frame_of[before] != scene.frame_of[start]:
        return False
    noun = scene.doc[head]
    completes = scene.has_parse and noun.dep_ in _COMPLEMENTS and noun.head.i < start
    return completes or scene.doc[before].pos_ == "ADP"


def _looks_like_name(scene: Scene, at: int) -> bool:
    """Say whether a token is a capitalised word that a tagger may have taken for a verb."""
    token = scene.doc[at]
    return (
        token.text[:1].isupper()
        and len(token.text) > 1
        and token.pos_ in ("PROPN", "NOUN", "ADJ", "VERB", "AUX", "X", "INTJ", "")
        and token.lower_ not in _AUXILIARIES
    )


def _phrase_start(scene: Scene, at: int, persons: set[int]) -> int:
    """Return the first token of the phrase that ends in a noun ("a senior European official")."""
    if not scene.has_tags:
        for back in range(at - 1, max(-1, at - 6), -1):
            word = scene.lower[back]
            if scene.frame_of[back] != scene.frame_of[at] or not word[:1].isalpha():
                break
            if word in _DETERMINERS:
                return back
            if word in VERB_FORMS or word in PRONOUNS or back in persons:
                break
        return at
    start = at
    while start > 0 and scene.frame_of[start - 1] == scene.frame_of[at] and at - start < 8:
        before = scene.doc[start - 1]
        lower = scene.lower[start - 1]
        if lower in _DETERMINERS:
            start -= 1
            break
        is_joint = lower in ("'s", "’s", "-") or (scene.has_tags and before.pos_ in PREMODIFIERS)
        if start - 1 in persons:
            if scene.lower[start] in ("'s", "’s", "'", "’"):
                while start - 1 in persons:
                    start -= 1  # "Hale's relatives"
            break
        if not is_joint or lower in _NOT_IN_PHRASE or lower in PRONOUNS:
            break
        start -= 1
    return start


def _class_of(scene: Scene, at: int) -> NounClass:
    """Return what a description's noun stands for; a proper noun no one knows is a person."""
    found = noun_class(scene.lower[at])
    is_proper = _looks_like_name(scene, at) and scene.doc[at].pos_ not in ("NOUN", "ADJ")
    return "person" if found == "other" and is_proper else found


def _shown_end(scene: Scene, at: int, names: dict[int, Candidate]) -> int:
    """Return where a description's words end, with "of the ministry" behind its noun; a name
    there is told whole.
    """
    end = scene.doc[at].idx + len(scene.doc[at])
    behind = at + 1
    if behind + 1 >= len(scene.doc) or scene.lower[behind] not in _LINKS:
        return end
    reached = behind + 1
    length = 0
    while (
        reached < len(scene.doc)
        and scene.frame_of[reached] == scene.frame_of[at]
        and length < 8
        and (
            scene.lower[reached] in _DETERMINERS
            or (scene.has_tags and scene.doc[reached].pos_ in ("NOUN", "PROPN", "ADJ", "NUM"))
        )
    ):
        if reached in names:
            end, reached = names[reached].span.end, names[reached].end
            continue
        token = scene.doc[reached]
        if token.pos_ in ("NOUN", "PROPN"):
            end = token.idx + len(token)
        reached += 1
        length += 1
    return end
