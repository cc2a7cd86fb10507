"""Tell where a reported clause begins behind its cue: behind the hearer, the time and the place."""

from __future__ import annotations

from analysis.quotes.cues import Cue, takes_hearer
from analysis.quotes.lexicon import TIME_WORDS
from analysis.quotes.nouns import singular
from analysis.quotes.scene import Scene
from analysis.quotes.stage import Stage

_PREPOSITIONS = frozenset("in on at during after before to with for from by".split())
_BEFORE_TIME = frozenset("on in last late early earlier this next a an few several some".split())
_BEHIND_TIME = frozenset("earlier ago later before".split())
_LONGEST_TIME = 4
_COMPLEMENTS = frozenset(("that", "whether", "if"))
_LONGEST_ASIDE = 10
_PREPOSITIONS_OF_THINGS = frozenset("about of for with".split())
_WHENS = frozenset(("after", "before", "during"))
_RELATIVES = frozenset(("which", "who"))
_PRONOUNS = frozenset("he she it they we there".split())
_QUESTIONS = frozenset("whether if how why what who when where".split())
_WITH_QUESTION = frozenset("say ask tell explain describe question wonder disclose".split())
_CLAUSE_TAGS = frozenset({"PROPN", "NOUN", "PRON", "DET", "NUM", "ADJ"})


def is_verb(stage: Stage, at: int) -> bool:
    """Say whether a token is a verb, auxiliaries included."""
    return stage.scene.doc[at].pos_ in ("VERB", "AUX")


def skip_aside(stage: Stage, behind: list[int], start: int) -> int:
    """Return the place behind a phrase of when or where: "said after the vote he would go"."""
    scene = stage.scene
    if start >= len(behind):
        return start
    first = scene.doc[behind[start]]
    if first.pos_ != "ADP" and first.lower_ not in _WHENS:
        return start
    for place in range(start + 1, min(start + _LONGEST_ASIDE, len(behind) - 1)):
        at = behind[place]
        if scene.lower[at] in _PRONOUNS and is_verb(stage, behind[place + 1]):
            return place
        if is_verb(stage, at) or scene.lower[at] in (",", "that", *_QUESTIONS):
            break
    return start


def may_open(stage: Stage, cue: Cue, tokens: list[int]) -> bool:
    """Say whether what the parse calls a clause is one: "worried about it", "said Ana Holm, who"
    bring none.
    """
    first, lower = stage.scene.doc[tokens[0]], stage.scene.lower
    if lower[first.i] in _PREPOSITIONS_OF_THINGS:
        return stage.scene.doc[tokens[1]].pos_ == "NUM"  # "said about ten would go"
    if lower[first.i] in _RELATIVES and cue.lemma not in _WITH_QUESTION:
        return False
    return any(is_verb(stage, at) for at in tokens)


def behind_hearer(stage: Stage, cue: Cue, tokens: list[int]) -> int:
    """Return the first token of a clause behind a hearer or a time that the parse put into it:
    "told (the Harbour News) that ...".
    """
    if stage.scene.lower[tokens[0]] in _COMPLEMENTS:
        return tokens[0]
    start = skip_time(stage, tokens, 0)
    if start < len(tokens) and start:
        return tokens[start]
    for at in tokens[1:_LONGEST_ASIDE] if takes_hearer(cue) else ():
        if stage.scene.lower[at] in _COMPLEMENTS:
            return at
        if is_verb(stage, at) or stage.scene.lower[at] == ",":
            break
    return tokens[0]


def real_start(stage: Stage, cue: Cue, behind: list[int], place: int) -> int:
    """Return where a clause begins that the parse may have torn from its subject.

    Behind a verb of telling "that" opens it, whoever is told: "told the Skerry Mail that".
    """
    if takes_hearer(cue) and stage.scene.lower[place] in ("that", "whether"):
        return place
    start = skip_hearer(stage, behind) if takes_hearer(cue) else 0
    start = skip_time(stage, behind, start)
    if start < len(behind) and behind[start] < place:
        first = stage.scene.doc[behind[start]]
        between = stage.scene.lower[first.i : place]
        if first.pos_ in _CLAUSE_TAGS and not {",", "that", "whether"} & set(between[:1]):
            return first.i
    return place


def begins_with_word(scene: Scene, at: int) -> bool:
    """Say whether a token is a word or a number, no mark."""
    return scene.doc[at].text[:1].isalnum()


def may_stand_between(stage: Stage, cue: Cue, tokens: list[int]) -> bool:
    """Say whether tokens between verb and "that" are a hearer, a time or a place, no noun that
    the clause qualifies ("claims the house that burnt").
    """
    words = [stage.scene.lower[at] for at in tokens]
    if words[:1] == [","]:
        return words[-1] == "," and not any(is_verb(stage, at) for at in tokens)
    if words and any(stage.scene.doc[at].tag_ in ("VBD", "VBZ", "MD") for at in tokens):
        return words[0] in ("on", "in", "at", "during")
    if not words or takes_hearer(cue) or words[0] in _PREPOSITIONS:
        return not words or words[-1] not in _PREPOSITIONS
    return all(
        word in TIME_WORDS or word.endswith("ly") or word in ("last", "this") for word in words
    )


def skip_hearer(stage: Stage, behind: list[int]) -> int:
    """Return how many tokens of a clause are the one spoken to; 0 where there is none."""
    for index in stage.candidates_in.get(stage.scene.frame_of[behind[0]], []):
        candidate = stage.candidates[index]
        if candidate.start <= behind[0] < candidate.end or candidate.start == behind[0]:
            return sum(1 for at in behind if at < candidate.end)
    return 1 if stage.scene.lower[behind[0]] in ("him", "her", "them", "us", "me", "it") else 0


def skip_time(stage: Stage, behind: list[int], start: int) -> int:
    """Return the place behind words of time: "said on Monday it ...", "told them a week ago it"."""
    lower = stage.scene.lower
    while True:
        end = start
        while end < min(start + _LONGEST_TIME, len(behind)) and (
            lower[behind[end]] in _BEFORE_TIME or stage.scene.doc[behind[end]].pos_ == "NUM"
        ):
            end += 1
        if end >= len(behind) or singular(lower[behind[end]]) not in TIME_WORDS:
            return start
        end += 1
        while end < len(behind) and lower[behind[end]] in _BEHIND_TIME:
            end += 1
        if end < len(behind) and _is_subject(stage, behind[end]):
            return start
        start = end


def _is_subject(stage: Stage, behind: int) -> bool:
    """Say whether the words of time before a token are what is told of: "said a week was lost"."""
    return is_verb(stage, behind) or stage.scene.lower[behind] in ("of", "'s", "’s")
