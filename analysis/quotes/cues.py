"""Find the words of saying outside quotations: verbs, "according to", nouns."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from analysis.quotes.lexicon import (
    AMBIGUOUS_FORMS,
    SAY_VERBS,
    SPEECH_NOUNS,
    TELLING,
    VERB_FORMS,
    WRITING,
)
from analysis.quotes.nouns import noun_class
from analysis.quotes.scene import Scene

CueKind = Literal["say", "weak", "phrase", "noun"]
_NOT_BEFORE_VERB = frozenset(
    "the a an this that these those his her its their my our your 's ’s".split()
)
_PHRASES: tuple[tuple[str, ...], ...] = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
    ("as", "per"),
)
_BACK_VERBS = {"shot": "shoot", "fired": "fire", "hit": "hit", "fires": "fire", "hits": "hit"}
_WORDLESS_BEFORE = {
    "conclude": ("with",),  # "the film concludes with the words"
    "continue": ("to",),  # "the stock continued to fall"
    "translate": ("to", "into"),  # "that translates into jobs"
}
"""Verbs that bring no words where one of these follows, by their lemmas."""
_BE = frozenset("is are was were be been being".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase of saying."""

    start: int
    """Its first token."""
    end: int
    """The token behind its last one."""
    lemma: str
    """The verb's or noun's lemma, or the phrase."""
    kind: CueKind
    """`say` for verbs that mostly bring words, `weak` for others, `phrase` ("according to") whose
    speaker follows, `noun` ("the claim")."""
    is_passive: bool = False
    """Whether the verb is passive ("was accused"), so that its subject does not speak."""

    @property
    def is_active(self) -> bool:
        """Whether it tells of somebody who says something: no noun, and no passive, not even one
        with its agent ("a plan described by Holm").
        """
        return self.kind != "noun" and not self.is_passive


def find_cues(scene: Scene) -> list[Cue]:
    """Find the cues that stand outside quotations, in reading order; they never overlap."""
    found: list[Cue] = []
    at = 0
    count = len(scene.doc)
    names = _within_names(scene)
    while at < count:
        is_free = scene.frame_of[at] >= 0 and at not in names
        cue = _cue_at(scene, at) if is_free else None
        if cue is None:
            at += 1
        else:
            found.append(cue)
            at = cue.end
    return found


def _within_names(scene: Scene) -> set[int]:
    """Return the tokens of persons' names: Sang of "Lee Sang-min" brings no song."""
    starts = scene.starts
    found: set[int] = set()
    for mention in scene.mentions:
        if mention.form == "name" and scene.entities[mention.entity].kind == "person":
            first = bisect_left(starts, mention.span.start)
            found.update(range(first, bisect_left(starts, mention.span.end)))
    return found


def _cue_at(scene: Scene, at: int) -> Cue | None:
    words = scene.lower
    for phrase in _PHRASES:
        if words[at] == phrase[0] and tuple(words[at : at + len(phrase)]) == phrase:
            return Cue(at, at + len(phrase), " ".join(phrase), "phrase")
    word = words[at]
    before = words[at - 1] if at else ""
    if word == "per" and at and (before == "," or scene.frame_of[at - 1] < 0):
        return Cue(at, at + 1, "per", "phrase")  # "...”, per the minister"
    if word in ("put", "puts", "putting") and words[at + 1 : at + 2] == ["it"]:
        return Cue(at, at + 2, "put it", "say")
    lemma = VERB_FORMS.get(word)
    if lemma is None and word in ("went", "goes", "go") and words[at + 1 : at + 2] == ["on"]:
        return Cue(at, at + 2, "go on", "say")
    if lemma is None and word.startswith("point") and words[at + 1 : at + 2] == ["out"]:
        return Cue(at, at + 2, "point out", "say")
    if word in _BACK_VERBS and words[at + 1 : at + 2] == ["back"]:
        return Cue(at, at + 2, f"{_BACK_VERBS[word]} back", "say")
    token = scene.doc[at]
    if lemma is not None and word != "words":
        is_verb = (
            not scene.has_tags
            or token.pos_ in ("VERB", "AUX")
            or (
                word not in AMBIGUOUS_FORMS
                and before not in _NOT_BEFORE_VERB
                and not _is_described(scene, at)
            )
            or _ends_attribution(scene, at)
            or _leads_on(scene, at)
        )
        if is_verb and before == "so" and word == "called":
            is_verb = False
        behind = words[at + 1] if at + 1 < len(words) else ""
        if is_verb and behind not in _WORDLESS_BEFORE.get(lemma, ()):
            kind: CueKind = "say" if lemma in SAY_VERBS else "weak"
            return Cue(at, at + 1, lemma, kind, _is_passive(scene, at, lemma))
    if word in SPEECH_NOUNS and (not scene.has_tags or token.pos_ == "NOUN"):
        return Cue(at, at + 1, word, "noun")
    return None


_OF_NOUNS = frozenset("nsubj nsubj:pass nsubjpass obj obl nmod compound".split())


def _is_described(scene: Scene, at: int) -> bool:
    """Say whether a word is taken for a noun, and stands behind its adjective or as a noun does:
    "a familiar voice", "a campaign email sent by them".
    """
    token = scene.doc[at]
    if not at or not scene.has_tags or token.pos_ != "NOUN":
        return False
    return scene.doc[at - 1].pos_ == "ADJ" or (scene.has_parse and token.dep_ in _OF_NOUNS)


def _ends_attribution(scene: Scene, at: int) -> bool:
    """Say whether a word ends a short sentence behind a quotation: “...,” the letter states."""
    frame = scene.frames[scene.frame_of[at]]
    if not frame.stretches or scene.lower[at + 1 : at + 2] not in ([","], ["."]):
        return False
    end = scene.stretch_tokens[frame.stretches[-1]][1]
    own = [other for other in frame.tokens if other >= end]
    word = scene.lower[at]
    return bool(own) and at in own[1:8] and (word.endswith(("s", "ed")) or word == "read")


def _leads_on(scene: Scene, at: int) -> bool:
    """Say whether a word stands between a name and the colon before quoted words."""
    frame = scene.frames[scene.frame_of[at]]
    is_led = scene.lower[at + 1 : at + 2] == [":"] and bool(frame.stretches)
    return is_led and at > 0 and scene.doc[at - 1].text[:1].isupper()


def _is_passive(scene: Scene, at: int, lemma: str) -> bool:
    """Say whether a participle stands behind a form of be ("was told", "is said") or before its
    agent ("told by Holm").
    """
    word = scene.lower[at]
    if word.endswith("ing") or (word == lemma and lemma != "read"):
        return False
    if lemma in WRITING and noun_class(scene.lower[at - 1]) == "document":
        return True  # "in a letter posted Friday, Holm said": letters are written, and do not write
    behind = scene.lower[at + 1 : at + 3]
    if behind[:1] == ["by"] and not behind[-1].endswith("ing"):  # "answered by leaving"
        return True
    for back in range(at - 1, max(-1, at - 4), -1):
        previous = scene.lower[back]
        if previous in _BE:
            return not (lemma == "quote" and "as" in scene.lower[at + 1 : at + 2])
        if not (previous.endswith("ly") or previous in ("not", "also", "n't", "been")):
            return False
    return False


def takes_hearer(cue: Cue) -> bool:
    """Say whether the word behind this cue is mostly somebody spoken to ("told reporters")."""
    return cue.lemma in TELLING
