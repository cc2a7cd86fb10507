"""Find reported speech without marks: "said that ...", "..., he said", "according to ...".

Keeps to plain cases: a clause whose verb of saying and whose speaker are both certain.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.quotes.cues import Cue, takes_hearer
from analysis.quotes.lexicon import TIME_WORDS
from analysis.quotes.report_ends import end_clause
from analysis.quotes.scene import Scene
from analysis.quotes.stage import Stage
from analysis.quotes.utterances import is_sentence
from analysis.schema import Span

_WITHOUT_THAT = frozenset(
    """say add claim insist argue maintain note warn report suggest predict admit acknowledge
    confirm tell allege contend assert estimate think believe reckon conclude stress""".split()
)
_THINKING = frozenset("believe think hope fear worry expect doubt feel".split())
_NOT_TELLING = frozenset(
    """know learn see hear understand remember regard consider realise realize meet thank name
    identify define define term dub brand support back attack reject reassure remind""".split()
)
_PREPOSITIONS = frozenset("in on at during after before to with for from by".split())
_WITH_INFINITIVE = frozenset("promise pledge vow threaten offer swear propose".split())
_ASKING = frozenset(
    "tell urge ask advise warn instruct order beg implore exhort invite encourage remind".split()
)
_JOINS = frozenset(("and", "but", "or"))
_BEFORE_TIME = frozenset("on in last late early this next".split())
_COMPLEMENTS = frozenset(("that", "whether", "if"))
_REACH_OF_THAT = 14
_FEWEST_WORDS = 4
_MOST_QUOTED_WORDS = 8
_LONGEST_TITLE = 5
_SHORT_ASIDE = 8
_LONG_ASIDE = 24
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
        bounds = (
            _around_cue(stage, cue)
            or _behind_cue(stage, cue)
            or _before_cue(stage, cue)
            or _according(stage, cue)
        )
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
    if cue.kind == "noun" or (cue.kind == "weak" and cue.lemma in _NOT_TELLING):
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


def _around_cue(stage: Stage, cue: Cue) -> tuple[int, int, str] | None:
    """Return the sentence into which an attribution is put: "The work, Holm said, will go on"."""
    if cue.kind == "phrase" or not stage.scene.has_tags:
        return None
    tokens = _frame_tokens(stage, cue)
    before, behind = _outside(stage, cue, tokens)
    commas = [stage.scene.lower[at] for at in (*before[-1:], *behind[:1])]
    if commas != [",", ","] or _is_aside(stage, behind):
        return None
    if any(
        other.start in tokens and other is not cue and other.kind == "say"
        for other in stage.cues_in[stage.scene.frame_of[cue.start]]
    ):
        return None
    has_verb = any(stage.scene.doc[at].pos_ in ("VERB", "AUX") for at in behind)
    goes_on = stage.scene.lower[behind[1]] not in ("who", "which", "whose", *_JOINS)
    if not has_verb or not goes_on or stage.scene.doc[behind[1]].tag_ == "VBG":
        return None
    return before[0], tokens[-1], "around"


def _outside(stage: Stage, cue: Cue, tokens: list[int]) -> tuple[list[int], list[int]]:
    """Return the tokens before and behind an attribution: the cue, its subject and its title."""
    subject = stage.candidates[stage.subjects[cue.start]]
    start, end = min(subject.start, cue.start), max(subject.end, cue.end)
    before = [at for at in tokens if at < start]
    for _ in range(_LONGEST_TITLE):
        if before and stage.scene.doc[before[-1]].pos_ in _TITLE_TAGS:
            before.pop()  # "..., the IMF said", "..., Mr. Holm said"
    return before, [at for at in tokens if at >= end]


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
    for place, at in enumerate(behind[:_REACH_OF_THAT]):
        if scene.lower[at] == "that" and _is_clause(stage, behind[place + 1 :]):
            if not _may_stand_between(stage, cue, behind[:place]):
                return None
            return at, end_clause(stage, cue, behind[place + 1 :]), "that-clause"
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
        if (
            cue.lemma in _ASKING
            and behind[start : start + 1]
            and (scene.lower[behind[start]] == "to")
        ):
            return behind[start], end_clause(stage, cue, behind[start:]), "infinitive"
    start = _skip_time(stage, behind, start)
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
    return first, end_clause(stage, cue, behind[start:]), "clause"


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
        if place is not None and not is_promise:
            place = _real_start(stage, cue, behind, place)
        if place is None or scene.inside[place] >= 0:
            continue
        own = behind[behind.index(place) :]
        between = behind[: behind.index(place)]
        is_told = scene.lower[place] in _COMPLEMENTS or cue.lemma in _THINKING
        if cue.kind == "weak" and not is_told:
            continue
        if any(scene.lower[at] in (":", ";") for at in between) or len(own) < _FEWEST_WORDS - 1:
            continue
        return place, end_clause(stage, cue, own), "infinitive" if is_promise else "complement"
    return None


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
    """Return the place behind words of time: "said on Monday it ...", "told them this week it"."""
    lower = stage.scene.lower
    while start < len(behind) and (
        lower[behind[start]] in TIME_WORDS
        or (
            lower[behind[start]] in _BEFORE_TIME
            and start + 1 < len(behind)
            and lower[behind[start + 1]] in TIME_WORDS
        )
    ):
        start += 1
    return start


def _is_clause(stage: Stage, tokens: list[int]) -> bool:
    """Say whether tokens begin a clause: a finite verb is near, and not right at the start."""
    if len(tokens) < _FEWEST_WORDS - 1:
        return False
    if not stage.scene.has_tags:
        return True
    return any(stage.scene.doc[at].pos_ in ("VERB", "AUX") for at in tokens[1:16])


def _before_cue(stage: Stage, cue: Cue) -> tuple[int, int, str] | None:
    """Return the clause before an attribution at a sentence's end: "..., he said"."""
    if cue.kind != "say":
        return None
    scene = stage.scene
    tokens = _frame_tokens(stage, cue)
    before, tail = _outside(stage, cue, tokens)
    if not _is_aside(stage, tail):
        return None
    if len(before) < _FEWEST_WORDS or scene.lower[before[-1]] != ",":
        return None
    own = before[:-1]
    if any(scene.stretch_tokens[i][0] not in own for i in _stretches(stage, cue)):
        return None
    return (own[0], own[-1], "clause-before") if _is_clause(stage, own) else None


def _is_aside(stage: Stage, tail: list[int]) -> bool:
    """Say whether what follows an attribution tells but when, where or to whom it was said."""
    if len(tail) <= _SHORT_ASIDE:
        return not any(stage.scene.doc[at].pos_ in ("VERB", "AUX") for at in tail)
    return len(tail) <= _LONG_ASIDE and (
        stage.scene.doc[tail[0]].pos_ == "ADP"
        or (stage.scene.lower[tail[0]] == "," and stage.scene.doc[tail[1]].pos_ == "ADP")
    )


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
    if any(scene.doc[at].text.isalnum() for at in before):
        return None
    behind = [at for at in tokens if at >= cue.end]
    for place, at in enumerate(behind[:14]):
        if scene.lower[at] == "," and _is_clause(stage, behind[place + 1 :]):
            return behind[place + 1], end_clause(stage, cue, behind[place + 1 :]), "according-to"
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
