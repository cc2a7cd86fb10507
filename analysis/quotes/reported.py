"""Find reported speech without marks: "said that ...", "..., he said", "according to ...".

Keeps to plain cases: a clause whose verb of saying and whose speaker are both certain.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.quotes.cues import Cue, takes_hearer
from analysis.quotes.lexicon import TIME_WORDS
from analysis.quotes.scene import Scene
from analysis.quotes.stage import Stage
from analysis.quotes.utterances import is_sentence
from analysis.schema import Span

_WITHOUT_THAT = frozenset(
    """say add claim insist argue maintain note warn report suggest predict admit acknowledge
    confirm tell allege contend assert estimate think believe reckon conclude stress""".split()
)
_THINKING = frozenset("believe think hope fear worry expect doubt feel".split())
_PREPOSITIONS = frozenset("in on at during after before to with for from by".split())
_WITH_INFINITIVE = frozenset("promise pledge vow threaten offer swear propose".split())
_FEWEST_WORDS = 4
_MOST_QUOTED_WORDS = 8
_LONGEST_TITLE = 5
_TITLE_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "DET"})
_CLAUSE_STARTERS = frozenset(
    "he she it they we there the a an his her its their this these those no some many most".split()
)
_CLAUSE_TAGS = frozenset({"PROPN", "NOUN", "PRON", "DET", "NUM", "ADJ"})


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody is reported to have said."""

    content: Span
    """The reported clause, with its "that"."""
    cue: Cue
    """The word of saying."""
    subject: int
    """Index of the candidate who said it."""
    rule: str
    """How it was found."""


def find_reports(stage: Stage, quoted: set[int]) -> list[Report]:
    """Find reported clauses outside and apart from quotations.

    Args:
        stage: The article with its cast.
        quoted: The stretches that are quotes already: no report holds one of them.

    Returns:
        Reports in the order of their cues; their contents never overlap.
    """
    found: list[Report] = []
    reached = 0
    for cue in stage.cues:
        if cue.is_passive or cue.start not in stage.subjects or not _reports(stage, cue):
            continue
        bounds = _behind_cue(stage, cue) or _before_cue(stage, cue) or _according(stage, cue)
        if bounds is None:
            continue
        first, last, rule = bounds
        content = _to_span(stage, first, last)
        if content is None or content.start < reached or _holds_quote(stage, first, last, quoted):
            continue
        found.append(Report(content, cue, stage.subjects[cue.start], rule))
        reached = content.end
    return found


def _reports(stage: Stage, cue: Cue) -> bool:
    """Say whether a cue tells what was said, in a main clause."""
    if cue.kind == "noun" or (cue.kind == "weak" and cue.lemma not in _THINKING):
        return False
    start = min(cue.start, stage.candidates[stage.subjects[cue.start]].start)
    before = stage.scene.lower[start - 1] if start else ""
    return before not in ("what", "which", "that", "as", "how", "than")


def _frame_tokens(stage: Stage, cue: Cue) -> list[int]:
    """Return the tokens of a cue's sentence, with the few words in marks that it carries."""
    scene = stage.scene
    frame = scene.frames[scene.frame_of[cue.start]]
    found = list(frame.tokens)
    for index in frame.stretches:
        first, end = scene.stretch_tokens[index]
        if end - first <= _MOST_QUOTED_WORDS and not is_sentence(stage, index):
            found.extend(range(first, end))
    return sorted(found)


def _behind_cue(stage: Stage, cue: Cue) -> tuple[int, int, str] | None:
    """Return the clause behind a verb of saying: "said (on Monday) that ..." or "said it ..."."""
    if cue.kind == "phrase" or stage.candidates[stage.subjects[cue.start]].start >= cue.end:
        return None
    scene = stage.scene
    behind = [at for at in _frame_tokens(stage, cue) if at >= cue.end]
    if not behind:
        return None
    told = _complement(stage, cue, behind)
    if told is not None:
        return told
    for place, at in enumerate(behind[:9]):
        if scene.lower[at] == "that" and _is_clause(stage, behind[place + 1 :]):
            if not _may_stand_between(stage, cue, behind[:place]):
                return None
            return at, _clause_end(stage, cue, behind[place + 1 :]), "that-clause"
        if scene.lower[at] in (":", ";", ",") or (
            place and any(other.start == at for other in stage.cues_in[scene.frame_of[cue.start]])
        ):
            break
    if cue.lemma not in _WITHOUT_THAT or (scene.lower[cue.start] == "saying" and len(behind) < 3):
        return None
    start = 0
    if takes_hearer(cue):
        start = _skip_hearer(stage, behind)
        if start == 0:
            return None
    while start < len(behind) and (
        scene.lower[behind[start]] in TIME_WORDS
        or (
            scene.lower[behind[start]] in ("on", "in", "last", "late", "early")
            and start + 1 < len(behind)
            and scene.lower[behind[start + 1]] in TIME_WORDS
        )
    ):
        start += 1
    if start >= len(behind):
        return None
    first = behind[start]
    if any(scene.lower[at] in ("that", "which", "who") for at in behind[start : start + 4]):
        return None  # "claimed the house that burnt"
    opens = scene.lower[first] in _CLAUSE_STARTERS or (
        scene.has_tags and scene.doc[first].pos_ in _CLAUSE_TAGS
    )
    if not opens or not _is_clause(stage, behind[start:]):
        return None
    return first, _clause_end(stage, cue, behind[start:]), "clause"


def _complement(stage: Stage, cue: Cue, behind: list[int]) -> tuple[int, int, str] | None:
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
        if place is None or scene.inside[place] >= 0:
            continue
        own = behind[behind.index(place) :]
        between = behind[: behind.index(place)]
        if any(scene.lower[at] in (":", ";") for at in between) or len(own) < _FEWEST_WORDS - 1:
            continue
        return place, _clause_end(stage, cue, own), "infinitive" if is_promise else "complement"
    return None


def _opens_clause(scene: Scene, at: int) -> bool:
    return scene.doc[at].text[:1].isalnum()


def _may_stand_between(stage: Stage, cue: Cue, tokens: list[int]) -> bool:
    """Say whether tokens between verb and "that" are a hearer, a time or a place, no noun that
    the clause qualifies ("claims the house that burnt").
    """
    words = [stage.scene.lower[at] for at in tokens]
    if not words or takes_hearer(cue) or words[0] in _PREPOSITIONS:
        return not words or words[-1] not in _PREPOSITIONS
    return all(
        word in TIME_WORDS or word.endswith("ly") or word in ("last", "this") for word in words
    )


def _skip_hearer(stage: Stage, behind: list[int]) -> int:
    """Return how many tokens of a clause are the one spoken to; 0 where there is none."""
    for candidate in stage.candidates:
        if candidate.start <= behind[0] < candidate.end or candidate.start == behind[0]:
            return sum(1 for at in behind if at < candidate.end)
    return 1 if stage.scene.lower[behind[0]] in ("him", "her", "them", "us", "me", "it") else 0


def _is_clause(stage: Stage, tokens: list[int]) -> bool:
    """Say whether tokens begin a clause: a finite verb is near, and not right at the start."""
    if len(tokens) < _FEWEST_WORDS - 1:
        return False
    if not stage.scene.has_tags:
        return True
    return any(stage.scene.doc[at].pos_ in ("VERB", "AUX") for at in tokens[1:16])


def _clause_end(stage: Stage, cue: Cue, tokens: list[int]) -> int:
    """Return the last token of a reported clause: it ends where the narrator says anew."""
    scene = stage.scene
    starts = {other.start: other for other in stage.cues_in[scene.frame_of[cue.start]]}
    for place, at in enumerate(tokens[1:], start=1):
        word = scene.lower[at]
        is_set_off = scene.lower[tokens[place - 1]] == ","
        if word == ";" or (is_set_off and (word == "which" or _breaks_off(stage, tokens[place:]))):
            return tokens[place - 1]
        if word in ("and", "but") and _says_more(stage, tokens[place + 1 : place + 4], starts):
            return tokens[place - 1]
        if word not in (",", "and", "–", "—", "--"):
            continue
        following = tokens[place + 1 : place + 7]
        if following and following[0] in starts and word != "and":
            other = starts[following[0]]
            if other.kind == "phrase" or scene.lower[other.start].endswith("ing"):
                return tokens[place - 1]
        for next_at in following:
            cue_there = starts.get(next_at)
            if (
                cue_there is not None
                and cue_there.kind == "say"
                and not scene.lower[next_at].endswith("ing")
                and next_at in stage.subjects
                and at < stage.candidates[stage.subjects[next_at]].start
            ):
                return tokens[place - 1]
    return tokens[-1]


def _breaks_off(stage: Stage, tokens: list[int]) -> bool:
    """Say whether "but" or "and" brings a clause of the narrator's, with a subject of its own."""
    if stage.scene.lower[tokens[0]] not in ("but", "while") or len(tokens) < 2:
        return False
    pos = stage.scene.doc[tokens[1]].pos_
    return not stage.scene.has_tags or pos not in ("AUX", "VERB", "ADV", "PART")


def _says_more(stage: Stage, following: list[int], starts: dict[int, Cue]) -> bool:
    """Say whether the speaker goes on saying something else: "... and called it"."""
    for at in following:
        if at in starts:
            cue = starts[at]
            return cue.kind in ("say", "weak") and not stage.scene.lower[at].endswith("ing")
        if stage.scene.doc[at].pos_ not in ("ADV", "AUX"):
            return False
    return False


def _before_cue(stage: Stage, cue: Cue) -> tuple[int, int, str] | None:
    """Return the clause before an attribution at a sentence's end: "..., he said"."""
    if cue.kind != "say":
        return None
    scene = stage.scene
    tokens = _frame_tokens(stage, cue)
    subject = stage.candidates[stage.subjects[cue.start]]
    start = min(subject.start, cue.start)
    end = max(subject.end, cue.end)
    tail = [at for at in tokens if at >= end]
    if len(tail) > 8 or any(
        scene.has_tags and scene.doc[at].pos_ in ("VERB", "AUX") for at in tail
    ):
        return None
    before = [at for at in tokens if at < start]
    for _ in range(_LONGEST_TITLE):
        if before and scene.doc[before[-1]].pos_ in _TITLE_TAGS:
            before.pop()  # "..., the IMF said", "..., Mr. Holm said"
    if len(before) < _FEWEST_WORDS or scene.lower[before[-1]] != ",":
        return None
    own = before[:-1]
    if any(scene.stretch_tokens[i][0] not in own for i in _stretches(stage, cue)):
        return None
    return (own[0], own[-1], "clause-before") if _is_clause(stage, own) else None


def _stretches(stage: Stage, cue: Cue) -> list[int]:
    return stage.scene.frames[stage.scene.frame_of[cue.start]].stretches


def _according(stage: Stage, cue: Cue) -> tuple[int, int, str] | None:
    """Return what is said "according to" somebody."""
    if cue.kind != "phrase":
        return None
    scene = stage.scene
    tokens = _frame_tokens(stage, cue)
    before = [at for at in tokens if at < cue.start]
    if len(before) >= _FEWEST_WORDS and scene.lower[before[-1]] == ",":
        start = 0
        for place, at in enumerate(before[:-1]):
            if scene.lower[at] == ";":
                start = place + 1
        return before[start], before[-2], "according-to"
    if before:
        return None
    behind = [at for at in tokens if at >= cue.end]
    for place, at in enumerate(behind[:14]):
        if scene.lower[at] == "," and _is_clause(stage, behind[place + 1 :]):
            return behind[place + 1], _clause_end(stage, cue, behind[place + 1 :]), "according-to"
    return None


def _to_span(stage: Stage, first: int, last: int) -> Span | None:
    """Return the characters of a run of tokens without punctuation at its end."""
    doc = stage.scene.doc
    while last > first and not doc[last].text[-1:].isalnum() and doc[last].text not in ("%", ")"):
        last -= 1
    if last - first + 1 < _FEWEST_WORDS:
        return None
    end = doc[last].idx + len(doc[last])
    text = doc[last].text
    if text.endswith(".") and len(text) > 5:
        end -= 1
    return Span(doc[first].idx, end)


def _holds_quote(stage: Stage, first: int, last: int, quoted: set[int]) -> bool:
    """Say whether much of a clause stands in marks, so that it is a quote rather than a report."""
    inside = [stage.scene.inside[at] for at in range(first, last + 1)]
    marked = sum(1 for index in inside if index in quoted)
    return inside[0] in quoted or marked > _MOST_QUOTED_WORDS or marked * 2 >= len(inside)
