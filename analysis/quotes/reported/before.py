"""Find the reported clause before or around its attribution: “..., Holm said”."""

from __future__ import annotations

from analysis.quotes.clauses import read_form
from analysis.quotes.cues import Cue, takes_hearer
from analysis.quotes.lexicon import TIME_WORDS
from analysis.quotes.reported.doubts import attributes_quote
from analysis.quotes.reported.ends import end_clause
from analysis.quotes.reported.tellers import Teller
from analysis.quotes.reported.tokens import FEWEST_WORDS, Bounds, is_clause, sentence_tokens
from analysis.quotes.stage import Stage

_NARRATES = frozenset(
    "and but or who which whose as while after when although though compared".split()
)
_LEADS_ON = frozenset("which who that but and or after before when while because as".split())
_WITNESSING = frozenset(
    """say note observe write argue claim suggest warn report tell explain remark acknowledge admit
    recall predict state""".split()
) | {"put it", "point out"}
_PARENTHETIC = frozenset(
    """say add note claim insist argue maintain warn report suggest predict admit acknowledge
    confirm tell allege contend assert estimate think believe reckon conclude stress explain observe
    write recall remark state declare joke quip lament complain promise vow hope""".split()
) | {"point out", "put it", "go on"}
_LONGEST_TITLE = 5
_SHORT_FRONT = 4
_SHORT_ASIDE = 8
_LONG_ASIDE = 24
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD", "VBN"))
_TITLE_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "DET"})


def beside_cue(stage: Stage, cue: Cue, teller: Teller) -> Bounds | None:
    """Return the sentence into which an attribution is put: "The work, Holm said, will go on",
    or the clause before one at its end: "..., he said".
    """
    if cue.kind != "phrase" and (
        cue.lemma not in _PARENTHETIC or read_form(stage.scene, cue) not in ("finite", "modal")
    ):
        return None
    scene = stage.scene
    tokens = sentence_tokens(stage, cue)
    if _is_apart(stage, cue, teller) or attributes_quote(stage, cue):
        return None
    before, tail = _outside(stage, cue, teller, tokens)
    if len(before) < 2 or scene.lower[before[-1]] != ",":
        return None
    own = before[:-1]
    is_whole = is_clause(stage, own) and not _hangs_on(stage, own)
    if scene.has_tags and not (_is_turned(cue, teller) and is_whole):
        rest = _resumed(stage, cue, tail)
        is_own = bool(rest) and scene.lower[rest[0]] not in _NARRATES
        if is_own and _has_finite(stage, rest) and not _is_narrated(stage, tail):
            is_adverbial = len(own) <= _SHORT_FRONT and _begins_subject(stage, rest)
            return (rest[0] if is_adverbial else before[0]), tokens[-1], "around"
    if cue.kind == "phrase" or not is_whole or len(before) < FEWEST_WORDS:
        return None
    if _is_object(stage, cue, tail):
        return None
    is_last = _is_aside(stage, tail) or _is_narrated(stage, tail)
    if not is_last and not _is_turned(cue, teller):
        return None
    if _leads_to_quote(stage, cue, own):
        return None
    return own[0], own[-1], "clause-before"


def _is_apart(stage: Stage, cue: Cue, teller: Teller) -> bool:
    """Say whether another verb, or the opening of a clause, parts speaker and cue."""
    between = range(teller.end, cue.start)
    if any(stage.scene.lower[at] == "," for at in between):
        return False
    return any(
        stage.scene.doc[at].pos_ == "VERB" or stage.scene.lower[at] in ("that", "which", "who")
        for at in between
    )


def _is_turned(cue: Cue, teller: Teller) -> bool:
    """Say whether the speaker follows the verb: "..., said Holm"."""
    return cue.kind != "phrase" and teller.start >= cue.end


def _resumed(stage: Stage, cue: Cue, tail: list[int]) -> list[int]:
    """Return what follows an attribution and the words of when, where and to whom it was said."""
    if tail and stage.scene.lower[tail[0]] != "," and not takes_hearer(cue):
        first = stage.scene.doc[tail[0]]
        if first.pos_ not in ("ADP", "ADV") and first.lower_ not in TIME_WORDS:
            return []
    for place, at in enumerate(tail[: _SHORT_ASIDE + 2]):
        if stage.scene.lower[at] == ",":
            return tail[place + 1 :]
        if stage.scene.doc[at].pos_ in ("VERB", "AUX"):
            break
    return []


def _begins_subject(stage: Stage, tokens: list[int]) -> bool:
    """Say whether tokens begin with a subject, so that what stands before them is none."""
    return stage.scene.doc[tokens[0]].pos_ in ("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ")


def _has_finite(stage: Stage, tokens: list[int]) -> bool:
    return any(stage.scene.doc[at].tag_ in _FINITE for at in tokens)


def according_to(stage: Stage, cue: Cue) -> Bounds | None:
    """Return what is said "according to" somebody."""
    if cue.kind != "phrase":
        return None
    scene = stage.scene
    tokens = sentence_tokens(stage, cue)
    before = [at for at in tokens if at < cue.start]
    if len(before) >= FEWEST_WORDS and scene.lower[before[-1]] == ",":
        start = 0
        for place, at in enumerate(before[:-1]):
            if scene.lower[at] == ";":
                start = place + 1
        is_open = scene.lower[before[-2]] in _LEADS_ON
        return None if is_open else (before[start], before[-2], "according-to")
    if any(scene.doc[at].text.isalnum() for at in before):
        return None
    behind = [at for at in tokens if at >= cue.end]
    for place, at in enumerate(behind[:14]):
        is_aside = scene.doc[behind[min(place + 1, len(behind) - 1)]].tag_ in ("VBN", "VBG")
        if scene.lower[at] == "," and not is_aside and is_clause(stage, behind[place + 1 :]):
            return behind[place + 1], end_clause(stage, cue, behind[place + 1 :]), "according-to"
    return None


def is_put_as(stage: Stage, cue: Cue, teller: Teller) -> bool:
    """Say whether a cue stands in an aside: "as Holm put it"."""
    return cue.kind != "phrase" and _as_token(stage, cue, teller) is not None


def as_put(stage: Stage, cue: Cue, teller: Teller) -> Bounds | None:
    """Return the sentence of which somebody is a witness: "As Holm noted, it rained", "It rained,
    as Holm noted".
    """
    scene = stage.scene
    start = _as_token(stage, cue, teller)
    tokens = sentence_tokens(stage, cue)
    if start is None or cue.lemma not in _WITNESSING or read_form(scene, cue) != "finite":
        return None
    before = [at for at in tokens if at < start]
    behind = [at for at in tokens if at >= max(cue.end, teller.end)]
    if not any(scene.doc[at].is_alpha for at in before):
        place = next((n for n, at in enumerate(behind) if scene.lower[at] == ","), None)
        if place is None or not is_clause(stage, behind[place + 1 :]):
            return None
        return behind[place + 1], end_clause(stage, cue, behind[place + 1 :]), "as-put"
    if scene.lower[before[-1]] != "," or not is_clause(stage, before[:-1]):
        return None
    is_last = _is_aside(stage, behind) and not _leads_to_quote(stage, cue, before)
    return (before[0], before[-2], "as-put") if is_last else None


def _as_token(stage: Stage, cue: Cue, teller: Teller) -> int | None:
    """Return the "as" before an attribution and its title; None where there is none."""
    at = min(cue.start, teller.start) - 1
    for _ in range(_LONGEST_TITLE):
        if at >= 0 and stage.scene.doc[at].pos_ in _TITLE_TAGS:
            at -= 1
    is_here = at >= 0 and stage.scene.frame_of[at] == stage.scene.frame_of[cue.start]
    return at if is_here and stage.scene.lower[at] == "as" else None


def _outside(
    stage: Stage, cue: Cue, teller: Teller, tokens: list[int]
) -> tuple[list[int], list[int]]:
    """Return the tokens before and behind an attribution: the cue, its subject and its title."""
    start, end = min(teller.start, cue.start), max(teller.end, cue.end)
    before = [at for at in tokens if at < start]
    for _ in range(_LONGEST_TITLE):
        if before and stage.scene.doc[before[-1]].pos_ in _TITLE_TAGS:
            before.pop()  # "..., the IMF said", "..., Mr. Holm said"
    return before, [at for at in tokens if at >= end]


def _is_aside(stage: Stage, tail: list[int]) -> bool:
    """Say whether what follows an attribution tells but when, where or to whom it was said."""
    if len(tail) <= _SHORT_ASIDE:
        return not any(stage.scene.doc[at].pos_ in ("VERB", "AUX") for at in tail)
    return len(tail) <= _LONG_ASIDE and (
        stage.scene.doc[tail[0]].pos_ == "ADP"
        or (stage.scene.lower[tail[0]] == "," and stage.scene.doc[tail[1]].pos_ == "ADP")
    )


def _is_narrated(stage: Stage, tail: list[int]) -> bool:
    """Say whether the narrator goes on behind an attribution: "..., he said Monday, and left"."""
    scene, start = stage.scene, 0
    while start < len(tail) and scene.lower[tail[start]] in (*TIME_WORDS, "on", "last", "this"):
        start += 1
    if len(tail) < start + 2 or scene.lower[tail[start]] != ",":
        return False
    first = tail[start + 1]
    return scene.lower[first] in _NARRATES or scene.doc[first].tag_ == "VBG"


def _is_object(stage: Stage, cue: Cue, tail: list[int]) -> bool:
    """Say whether a verb has an object behind it: "..., reported it to the police"."""
    if not tail or takes_hearer(cue) or stage.scene.lower[tail[0]] in TIME_WORDS:
        return False
    first = stage.scene.doc[tail[0]]
    return first.pos_ in ("DET", "PRON") and first.lower_ not in ("this", "last", "that")


def _hangs_on(stage: Stage, tokens: list[int]) -> bool:
    """Say whether words before a comma are but the narrator's time or ground: "If it rains"."""
    own = tokens[1:] if stage.scene.doc[tokens[0]].pos_ == "CCONJ" else tokens
    first = stage.scene.doc[own[0]] if own else stage.scene.doc[tokens[0]]
    opens = first.pos_ in ("SCONJ", "ADP") or first.tag_ == "WRB"
    return opens and all(stage.scene.lower[at] != "," for at in tokens)


def _leads_to_quote(stage: Stage, cue: Cue, own: list[int]) -> bool:
    """Say whether a sentence has quoted words outside the clause that this very cue may bring."""
    frame_number = stage.scene.frame_of[cue.start]
    others = [cue_.start for cue_ in stage.cues_in[frame_number] if cue_.start > cue.start]
    for index in stage.scene.frames[frame_number].stretches:
        start = stage.scene.stretch_tokens[index][0]
        if start not in own and not any(other < start for other in others):
            return True
    return False
