"""Find the reported clause behind a verb of saying: by the parse, else by order and small words."""

from __future__ import annotations

from analysis.quotes.cues import Cue, takes_hearer
from analysis.quotes.lexicon import TIME_WORDS
from analysis.quotes.nouns import singular
from analysis.quotes.report_doubts import attributes_quote, is_adverbial, is_gap, is_relative
from analysis.quotes.report_ends import end_clause, end_infinitive
from analysis.quotes.report_tellers import Teller
from analysis.quotes.report_tokens import (
    FEWEST_WORDS,
    Bounds,
    is_clause,
    is_finite_clause,
    sentence_tokens,
)
from analysis.quotes.scene import Scene
from analysis.quotes.stage import Stage

_WITHOUT_THAT = frozenset(
    """say add claim insist argue maintain note warn report suggest predict admit acknowledge
    confirm tell allege contend assert estimate think believe reckon conclude stress indicate reveal
    announce state disclose counter joke tweet explain""".split()
)
_THINKING = frozenset("believe think hope fear worry expect doubt feel".split())
_PREPOSITIONS = frozenset("in on at during after before to with for from by".split())
_WITH_INFINITIVE = frozenset("promise pledge vow threaten offer swear propose".split())
_BEFORE_TIME = frozenset("on in last late early earlier this next a an few several some".split())
_BEHIND_TIME = frozenset("earlier ago later before".split())
_LONGEST_TIME = 4
_COMPLEMENTS = frozenset(("that", "whether", "if"))
_REACH_OF_THAT = 16
_LONGEST_ASIDE = 10
_PREPOSITIONS_OF_THINGS = frozenset("about of for with".split())
_WHENS = frozenset(("after", "before", "during"))
_WITHOUT_OBJECT = frozenset("say insist argue contend think believe".split())
_RELATIVES = frozenset(("which", "who"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_PRONOUNS = frozenset("he she it they we there".split())
_SUBJECT_TAGS = frozenset("PROPN NOUN PRON DET NUM ADJ VERB AUX".split())
_QUESTIONS = frozenset("whether if how why what who when where".split())
_ADVERBIAL = frozenset("when where if".split())
_WITH_QUESTION = frozenset("say ask tell explain describe question wonder disclose".split())
_CLAUSE_STARTERS = frozenset(
    "he she it they we there the a an his her its their this these those no some many most".split()
)
_CLAUSE_TAGS = frozenset({"PROPN", "NOUN", "PRON", "DET", "NUM", "ADJ"})


def behind_cue(stage: Stage, cue: Cue, teller: Teller) -> Bounds | None:
    """Return the clause behind a verb of saying: "said (on Monday) that ..." or "said it ..."."""
    if cue.kind == "phrase" or teller.start >= cue.end:
        return None
    behind = [at for at in sentence_tokens(stage, cue) if at >= cue.end]
    if not behind:
        return None
    if attributes_quote(stage, cue):
        brings = any(stage.scene.lower[at] in _COMPLEMENTS for at in behind)
        found = _complement(stage, cue, behind) if brings else None
        found = found or (_that_clause(stage, cue, behind) if brings else None)
        return found if found and stage.scene.lower[found[0]] in _COMPLEMENTS else None
    return (
        _complement(stage, cue, behind)
        or _that_clause(stage, cue, behind)
        or _asked_clause(stage, cue, behind)
        or _promised(stage, cue, behind)
        or _bare_clause(stage, cue, teller, behind)
    )


def _that_clause(stage: Stage, cue: Cue, behind: list[int]) -> Bounds | None:
    """Return the clause that "that" brings, maybe behind a hearer, a time or a place."""
    scene = stage.scene
    others = {other.start for other in stage.cues_in[scene.frame_of[cue.start]]}
    for place, at in enumerate(behind[:_REACH_OF_THAT]):
        if scene.lower[at] == "that" and is_clause(stage, behind[place + 1 :]):
            is_far = place > 0 and (cue.kind != "say" or _points(stage, behind, place))
            if is_far or is_relative(stage, behind, place):
                return None
            if not _may_stand_between(stage, cue, behind[:place]):
                return None
            return at, end_clause(stage, cue, behind[place + 1 :]), "that-clause"
        if scene.lower[at] in (":", ";") or (place and at in others and _is_verb(stage, at)):
            break
    return None


def _points(stage: Stage, tokens: list[int], place: int) -> bool:
    """Say whether the "that" at a place stands for a thing: "use that money", "and that is all"."""
    before, behind = stage.scene.doc[tokens[place - 1]], stage.scene.doc[tokens[place + 1]]
    return before.pos_ in ("CCONJ", "VERB") or (behind.pos_ == "NOUN" and behind.tag_ == "NN")


def _is_verb(stage: Stage, at: int) -> bool:
    return stage.scene.doc[at].pos_ in ("VERB", "AUX")


def _asked_clause(stage: Stage, cue: Cue, behind: list[int]) -> Bounds | None:
    """Return the clause of a question that is told: "asked whether ...", "explained how ..."."""
    if cue.lemma not in _WITH_QUESTION:
        return None
    hearer = _skip_hearer(stage, behind) if takes_hearer(cue) else 0
    own = behind[_skip_time(stage, behind, hearer) :]
    if not own or stage.scene.lower[own[0]] not in _QUESTIONS or not is_clause(stage, own):
        return None
    if cue.lemma == "tell" and not hearer:
        return None  # "time will tell if it holds"
    if stage.scene.lower[own[0]] in _ADVERBIAL and stage.scene.doc[own[1]].pos_ == "VERB":
        return None  # "when asked about it"
    return own[0], end_clause(stage, cue, own), "complement"


def _promised(stage: Stage, cue: Cue, behind: list[int]) -> Bounds | None:
    """Return what is promised: "pledged on Monday to stay"."""
    own = behind[_skip_time(stage, behind, 0) :]
    is_promise = cue.lemma in _WITH_INFINITIVE and len(own) >= FEWEST_WORDS - 1
    if not is_promise or stage.scene.lower[own[0]] not in ("to", "not", "never"):
        return None
    return own[0], end_infinitive(stage, cue, own), "infinitive"


def _bare_clause(stage: Stage, cue: Cue, teller: Teller, behind: list[int]) -> Bounds | None:
    """Return the clause that nothing brings: "said it ...", "told them on Monday it ..."."""
    scene = stage.scene
    if cue.lemma not in _WITHOUT_THAT or (scene.lower[cue.start] == "saying" and len(behind) < 3):
        return None
    start = 0
    if takes_hearer(cue):
        start = _skip_hearer(stage, behind)
        if start == 0:
            return None
    start = _skip_time(stage, behind, start)
    start = _skip_aside(stage, behind, start)
    if start >= len(behind):
        return None
    own = behind[start:]
    if cue.lemma in _WITHOUT_OBJECT:
        opens = scene.lower[own[0]] in _CLAUSE_STARTERS or scene.doc[own[0]].pos_ in _SUBJECT_TAGS
        is_told = opens and len(own) >= FEWEST_WORDS - 1 and _has_own_verb(stage, own)
        if is_gap(stage, own[0]):
            end = next((n for n, at in enumerate(own) if scene.lower[at] == ","), len(own))
            is_told = _is_relative_subject(stage, teller) and end >= FEWEST_WORDS - 1
            return (own[0], own[end - 1], "clause") if is_told else None
    else:
        opens = scene.lower[own[0]] in _CLAUSE_STARTERS or scene.doc[own[0]].pos_ in _CLAUSE_TAGS
        is_told = opens and is_finite_clause(stage, own)
    return (own[0], end_clause(stage, cue, own), "clause") if is_told else None


def _is_relative_subject(stage: Stage, teller: Teller) -> bool:
    """Say whether a speaker stands in a relative clause: "a letter that he said was lost"."""
    before = teller.start - 1
    return before >= 0 and stage.scene.lower[before] in ("which", "that", "who", "what")


def _has_own_verb(stage: Stage, tokens: list[int]) -> bool:
    """Say whether tokens hold a verb outside their relative clauses: not in "a word that hurt"."""
    tags = [stage.scene.doc[at].tag_ for at in tokens]
    verbs = sum(1 for tag in tags if tag in _FINITE) or tags.count("VBN")
    words = [stage.scene.lower[at] for at in tokens]
    relatives = sum(1 for word in words if word in _RELATIVES or word == "that")
    return verbs > relatives or not stage.scene.has_tags


def _skip_aside(stage: Stage, behind: list[int], start: int) -> int:
    """Return the place behind a phrase of when or where: "said after the vote he would go"."""
    scene = stage.scene
    if start >= len(behind):
        return start
    first = scene.doc[behind[start]]
    if first.pos_ != "ADP" and first.lower_ not in _WHENS:
        return start
    for place in range(start + 1, min(start + _LONGEST_ASIDE, len(behind) - 1)):
        at = behind[place]
        if scene.lower[at] in _PRONOUNS and _is_verb(stage, behind[place + 1]):
            return place
        if _is_verb(stage, at) or scene.lower[at] in (",", "that", *_QUESTIONS):
            break
    return start


def _complement(stage: Stage, cue: Cue, behind: list[int]) -> Bounds | None:
    """Return the clause that the parse makes the object of a cue: "said too much was made of it",
    "pledged to stay"; None where it tells of none, or of one in marks.
    """
    scene = stage.scene
    if not scene.has_parse:
        return None
    for child in scene.doc[cue.start].children:
        is_promise = child.dep_ == "xcomp" and cue.lemma in _WITH_INFINITIVE
        if child.i not in behind or not (child.dep_ == "ccomp" or is_promise):
            continue
        inner = {token.i for token in child.subtree}
        place = next((at for at in behind if at in inner and _opens_clause(scene, at)), None)
        if place is not None:
            place = _behind_hearer(stage, cue, behind[behind.index(place) :])
        if place is not None and not is_promise:
            place = _real_start(stage, cue, behind, place)
        if place is None or scene.inside[place] >= 0:
            continue
        own = behind[behind.index(place) :]
        between = behind[: behind.index(place)]
        is_told = scene.lower[place] in _COMPLEMENTS or cue.lemma in _THINKING
        if cue.kind == "weak" and not is_told:
            continue
        if any(scene.lower[at] in (":", ";") for at in between) or len(own) < FEWEST_WORDS - 1:
            continue
        if is_adverbial(stage, own) or is_gap(stage, place) or not _may_open(stage, cue, own):
            continue
        if is_promise:
            return place, end_infinitive(stage, cue, own), "infinitive"
        return place, end_clause(stage, cue, own), "complement"
    return None


def _may_open(stage: Stage, cue: Cue, tokens: list[int]) -> bool:
    """Say whether what the parse calls a clause is one: "worried about it", "said Ana Holm, who"
    bring none.
    """
    first, lower = stage.scene.doc[tokens[0]], stage.scene.lower
    if lower[first.i] in _PREPOSITIONS_OF_THINGS:
        return stage.scene.doc[tokens[1]].pos_ == "NUM"  # "said about ten would go"
    if lower[first.i] in _RELATIVES and cue.lemma not in _WITH_QUESTION:
        return False
    return any(_is_verb(stage, at) for at in tokens)


def _behind_hearer(stage: Stage, cue: Cue, tokens: list[int]) -> int:
    """Return the first token of a clause behind a hearer or a time that the parse put into it:
    "told (the Harbour News) that ...".
    """
    if stage.scene.lower[tokens[0]] in _COMPLEMENTS:
        return tokens[0]
    start = _skip_time(stage, tokens, 0)
    if start < len(tokens) and start:
        return tokens[start]
    for at in tokens[1:_LONGEST_ASIDE] if takes_hearer(cue) else ():
        if stage.scene.lower[at] in _COMPLEMENTS:
            return at
        if _is_verb(stage, at) or stage.scene.lower[at] == ",":
            break
    return tokens[0]


def _real_start(stage: Stage, cue: Cue, behind: list[int], place: int) -> int:
    """Return where a clause begins that the parse may have torn from its subject."""
    start = _skip_hearer(stage, behind) if takes_hearer(cue) else 0
    start = _skip_time(stage, behind, start)
    if start < len(behind) and behind[start] < place:
        first = stage.scene.doc[behind[start]]
        between = stage.scene.lower[first.i : place]
        if first.pos_ in _CLAUSE_TAGS and not {",", "that", "whether"} & set(between[:1]):
            return first.i
    return place


def _opens_clause(scene: Scene, at: int) -> bool:
    return scene.doc[at].text[:1].isalnum()


def _may_stand_between(stage: Stage, cue: Cue, tokens: list[int]) -> bool:
    """Say whether tokens between verb and "that" are a hearer, a time or a place, no noun that
    the clause qualifies ("claims the house that burnt").
    """
    words = [stage.scene.lower[at] for at in tokens]
    if words[:1] == [","]:
        return words[-1] == "," and not any(_is_verb(stage, at) for at in tokens)
    if words and any(stage.scene.doc[at].tag_ in ("VBD", "VBZ", "MD") for at in tokens):
        return words[0] in ("on", "in", "at", "during")
    if not words or takes_hearer(cue) or words[0] in _PREPOSITIONS:
        return not words or words[-1] not in _PREPOSITIONS
    return all(
        word in TIME_WORDS or word.endswith("ly") or word in ("last", "this") for word in words
    )


def _skip_hearer(stage: Stage, behind: list[int]) -> int:
    """Return how many tokens of a clause are the one spoken to; 0 where there is none."""
    for index in stage.candidates_in.get(stage.scene.frame_of[behind[0]], []):
        candidate = stage.candidates[index]
        if candidate.start <= behind[0] < candidate.end or candidate.start == behind[0]:
            return sum(1 for at in behind if at < candidate.end)
    return 1 if stage.scene.lower[behind[0]] in ("him", "her", "them", "us", "me", "it") else 0


def _skip_time(stage: Stage, behind: list[int], start: int) -> int:
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
    return _is_verb(stage, behind) or stage.scene.lower[behind] in ("of", "'s", "’s")
