"""Find who reports by a cue: its subject, told from the subject of what is reported.

Beside quoted words an attribution may stand turned round ("...," said Holm). What follows a
cue that brings a clause is that clause's own subject: "A lawyer, Ana Holm, said no vote was held".
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.quotes.cues import Cue
from analysis.quotes.reported.tokens import count_dateline
from analysis.quotes.stage import Stage
from analysis.schema import Span

_VERBS = frozenset(("VERB", "AUX"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubjpass"))
_PHRASE = frozenset("DET ADJ NOUN PROPN NUM PART ADP PRON".split())
_RELATIVES = frozenset(("which", "who", "that"))
_LINKS = frozenset(("ADP", "CCONJ", "VERB"))
_TITLES = frozenset(("NOUN", "PROPN"))
_SETS_OFF = frozenset((",", "who", "which", "(", "-", "–", "—"))
_STANDING_ALONE = frozenset(("someone", "somebody", "those", "others", "some", "many", "everyone"))
_LONGEST_PHRASE = 16
_NO_TELLER = frozenset(("it", "there", "this", "that", "what", "which", "who", "i", "you"))


@dataclass(frozen=True, slots=True)
class Teller:
    """Who reports."""

    start: int
    """The first token of the words that name it."""
    end: int
    """The token behind them."""
    candidate: int | None
    """Index of the candidate that it is; None for words that are none ("those close to him")."""

    def span(self, stage: Stage) -> Span:
        """Return the words as they are shown."""
        if self.candidate is not None:
            return stage.candidates[self.candidate].span
        last = stage.scene.doc[self.end - 1]
        return Span(stage.scene.doc[self.start].idx, last.idx + len(last))


def find_teller(stage: Stage, cue: Cue) -> Teller | None:
    """Return who reports by a cue; None where nobody can be told."""
    index = stage.subjects.get(cue.start)
    if cue.kind == "phrase":
        return _of(stage, index) if index is not None else _phrase_behind(stage, cue.end)
    if index is not None and stage.candidates[index].start >= cue.end:
        if not _begins_clause(stage, index):
            return _of(stage, index)
        index = _before(stage, cue)
    if index is not None:
        index = _behind_dateline(stage, cue, index)
    if index is None:
        index = _of_main_clause(stage, cue)
    if index is None:
        return _parsed(stage, cue)
    return _whole(stage, cue, index) or _of(stage, index)


def _of(stage: Stage, index: int) -> Teller:
    candidate = stage.candidates[index]
    first = stage.scene.doc[max(0, candidate.start - 1)]
    if candidate.form == "nominal" and first.text == "-" and not first.whitespace_:
        return Teller(candidate.start - 2, candidate.end, None)  # "Sixty-two percent"
    return Teller(candidate.start, candidate.end, index)


def _behind_dateline(stage: Stage, cue: Cue, index: int) -> int | None:
    """Return a candidate, or the first behind the dateline that it is part of."""
    scene = stage.scene
    tokens = scene.frames[scene.frame_of[cue.start]].tokens
    end = count_dateline(stage, tokens)
    if not end or stage.candidates[index].start > tokens[end - 1]:
        return index
    for other in stage.candidates_in.get(scene.frame_of[cue.start], []):
        if tokens[end - 1] < stage.candidates[other].start < cue.start:
            return other
    return None


def _whole(stage: Stage, cue: Cue, index: int) -> Teller | None:
    """Return the parse's subject of a cue where a candidate only qualifies it: "advisers to Holm",
    "Holm and others who oppose the plan".
    """
    scene, candidate = stage.scene, stage.candidates[index]
    if not scene.has_parse:
        return None
    for child in scene.doc[cue.start].children:
        if child.dep_ not in _SUBJECTS or child.i >= candidate.start:
            continue
        between = range(child.i, candidate.start)
        links = [at for at in between if scene.doc[at].pos_ in _LINKS]
        if candidate.kind == "person" and scene.doc[candidate.start - 1].pos_ in _TITLES:
            links = [at for at in links if scene.lower[at] != "of"]  # "Secretary of State Holm"
        if links and candidate.end - 1 <= child.right_edge.i < cue.start:
            return _named_by(stage, cue, child.i) or _parsed(stage, cue)
    return None


def _named_by(stage: Stage, cue: Cue, at: int) -> Teller | None:
    """Return the candidate that a token is part of, or a title of: "Senator Anna Holm of ..."."""
    for index in stage.candidates_in.get(stage.scene.frame_of[cue.start], []):
        candidate = stage.candidates[index]
        titles = range(at, candidate.start)
        if at < candidate.end and all(stage.scene.doc[one].pos_ in _TITLES for one in titles):
            return _of(stage, index)
    return None


def _begins_clause(stage: Stage, index: int) -> bool:
    """Say whether a verb stands right behind a candidate, so that it is that verb's subject."""
    scene, end = stage.scene, stage.candidates[index].end
    while end < len(scene.doc) and scene.doc[end].pos_ == "ADV":
        end += 1
    is_here = end < len(scene.doc) and scene.frame_of[end] == scene.frame_of[end - 1]
    return scene.has_tags and is_here and scene.doc[end].pos_ in _VERBS


def _before(stage: Stage, cue: Cue) -> int | None:
    """Return the candidate before a cue that is its subject: by the parse, else the nearest."""
    earlier = [
        index
        for index in stage.candidates_in.get(stage.scene.frame_of[cue.start], [])
        if stage.candidates[index].end <= cue.start
    ]
    if earlier and _is_set_off_name(stage, earlier[-1], cue):
        return earlier[-1]
    if stage.scene.has_parse:
        subjects = [
            child.i for child in stage.scene.doc[cue.start].children if child.dep_ in _SUBJECTS
        ]
        for index in earlier:
            candidate = stage.candidates[index]
            if any(candidate.start <= at < candidate.end for at in subjects):
                return index
    return earlier[-1] if earlier else None


def _is_set_off_name(stage: Stage, index: int, cue: Cue) -> bool:
    """Say whether a name stands between commas right before a cue: "a lawyer, Ana Holm, said"."""
    candidate, lower = stage.candidates[index], stage.scene.lower
    is_set_off = lower[candidate.start - 1] == "," and lower[candidate.end] == ","
    return candidate.form == "name" and is_set_off and candidate.end + 1 == cue.start


def _of_main_clause(stage: Stage, cue: Cue) -> int | None:
    """Return who goes on behind a comma: "Claiming it was lost, Holm left"."""
    scene = stage.scene
    frame = scene.frame_of[cue.start]
    if scene.frames[frame].tokens[0] != cue.start or not scene.lower[cue.start].endswith("ing"):
        return None
    for index in stage.candidates_in.get(frame, []):
        start = stage.candidates[index].start
        if start > cue.end and scene.lower[start - 1] == "," and _begins_clause(stage, index):
            return index
    return None


def _phrase_behind(stage: Stage, start: int) -> Teller | None:
    """Return the noun phrase at a token: "according to (federal statistics)"."""
    scene = stage.scene
    if not scene.has_tags:
        return None
    end = start
    limit = min(len(scene.doc), start + _LONGEST_PHRASE)
    while end < limit and scene.frame_of[end] >= 0 and scene.doc[end].pos_ in _PHRASE:
        end += 1
    nouns = any(scene.doc[at].pos_ in ("NOUN", "PROPN") for at in range(start, end))
    return Teller(start, end, None) if nouns else None


def _parsed(stage: Stage, cue: Cue) -> Teller | None:
    """Return the phrase that the parse makes the subject of a cue, or a word before it that
    stands alone for people ("someone asked").
    """
    scene = stage.scene
    before = cue.start - 1
    if before >= 0 and scene.lower[before] in _STANDING_ALONE and scene.frame_of[before] >= 0:
        return Teller(before, before + 1, None)
    if not scene.has_parse:
        return None
    for child in scene.doc[cue.start].children:
        if child.dep_ not in _SUBJECTS or child.i > cue.start or child.lower_ in _NO_TELLER:
            continue
        start, end = child.left_edge.i, child.right_edge.i + 1
        end = next((at for at in range(child.i, end) if scene.lower[at] in _SETS_OFF), end)
        while start < child.i and not scene.doc[start].text[0].isalnum():
            start += 1
        while end > start and not scene.doc[end - 1].is_alpha:
            end -= 1
        is_here = all(scene.frame_of[at] == scene.frame_of[cue.start] for at in range(start, end))
        if is_here and start < end <= cue.start and end - start <= _LONGEST_PHRASE:
            return Teller(start, end, None)
    return None
