"""Tell where a reported clause ends: where the narrator goes on, or the speaker says anew."""

from __future__ import annotations

from analysis.quotes.clauses import read_form
from analysis.quotes.cues import Cue
from analysis.quotes.scene import is_dash
from analysis.quotes.stage import Stage

_ADDITIONS = frozenset(("who", "whose", "where"))
_EVEN = frozenset(("even", "just"))
_EVEN_SO = frozenset(("as", "though"))
_CONTRASTS = frozenset(("but", "while", "although", "though", "whereas"))
_HANGING = frozenset("while after when although though if because since as before once".split())
_JOINS = frozenset(("and", "but"))
_ARTICLES = frozenset(("a", "an", "the"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NEAR = 6
_CLOSED = frozenset(("ADP", "SCONJ", "VERB", "AUX", "PUNCT"))
_VERBS = frozenset(("VERB", "AUX"))
_GOES_ON = frozenset(("AUX", "VERB", "ADV", "PART"))


def end_clause(stage: Stage, cue: Cue, tokens: list[int]) -> int:
    """Return the last token of a reported clause.

    Args:
        stage: The article with its cast.
        cue: The word of saying that brings the clause.
        tokens: The clause's tokens and all behind them in its sentence; not empty.
    """
    lower = stage.scene.lower
    frame = stage.scene.frame_of[cue.start]
    starts = {other.start: other for other in stage.cues_in.get(frame, [])}
    hangs = _hangs(stage, cue)
    for place in range(1, len(tokens)):
        at, rest = tokens[place], tokens[place + 1 :]
        word = lower[at]
        is_set_off = word == "," or (is_dash(word) and stage.scene.doc[at - 1].whitespace_ != "")
        is_over = (
            word == ";"
            or (
                word == ","
                and (
                    hangs
                    or _is_added(stage, rest)
                    or _leaves_relative(stage, cue, tokens[:place], rest)
                )
            )
            or (word in _JOINS and _says_more(stage, rest, starts))
            or (is_set_off and _says_on(stage, rest, starts))
            or ((is_set_off or word == "and") and _brings_speaker(stage, rest, starts))
        )
        if is_over:
            return tokens[place - 1]
    return tokens[-1]


def _hangs(stage: Stage, cue: Cue) -> bool:
    """Say whether a cue's clause hangs on the one behind the next comma: "While they say ...".

    That clause is the narrator's.
    """
    lower = stage.scene.lower
    subject = stage.subjects.get(cue.start)
    if subject is not None:
        start = stage.candidates[subject].start
        if subject in stage.reported or (start and lower[start - 1] in _HANGING):
            return True
    frame = stage.scene.frames[stage.scene.frame_of[cue.start]]
    before = [lower[at] for at in frame.tokens if at < cue.start]
    if before and before[0] in _JOINS:
        del before[0]
    return bool(before) and before[0] in _HANGING and "," not in before


def _is_added(stage: Stage, rest: list[int]) -> bool:
    """Say whether the words behind a comma are the narrator's: a contrast, a remark."""
    if not rest:
        return False
    word = stage.scene.lower[rest[0]]
    if word in _ADDITIONS:
        return True
    if word in _EVEN and len(rest) > 1 and stage.scene.lower[rest[1]] in _EVEN_SO:
        return True
    if word in _CONTRASTS:
        has_subject = len(rest) > 1 and stage.scene.doc[rest[1]].pos_ not in _GOES_ON
        return not stage.scene.has_tags or has_subject
    is_apposed = word in _ARTICLES and not any(
        stage.scene.doc[at].pos_ in _VERBS or stage.scene.lower[at] in ("and", "or", ",")
        for at in rest
    )
    return stage.scene.has_tags and is_apposed


def _says_more(stage: Stage, rest: list[int], starts: dict[int, Cue]) -> bool:
    """Say whether the speaker goes on saying something else: "... and called it"."""
    for at in rest[:3]:
        if at in starts:
            cue = starts[at]
            return cue.kind in ("say", "weak") and not stage.scene.lower[at].endswith("ing")
        if stage.scene.doc[at].pos_ not in ("ADV", "AUX"):
            return False
    return False


def _says_on(stage: Stage, rest: list[int], starts: dict[int, Cue]) -> bool:
    """Say whether the speaker goes on behind a comma: ", adding ...", ", according to ..."."""
    cue = starts.get(rest[0]) if rest else None
    is_gerund = cue is not None and stage.scene.lower[cue.start].endswith("ing")
    return cue is not None and (cue.kind == "phrase" or is_gerund)


def _brings_speaker(stage: Stage, rest: list[int], starts: dict[int, Cue]) -> bool:
    """Say whether somebody else says something right here, or a name begins here whose bearer
    does: "and Ana Holm, who was there, said".
    """
    begins = _open_phrase(stage, rest[:_NEAR])
    for cue in starts.values():
        subject = stage.subjects.get(cue.start)
        if cue.kind != "say" or subject is None or read_form(stage.scene, cue) == "gerund":
            continue
        start = stage.candidates[subject].start
        if cue.start in rest[:_NEAR] and start >= rest[0]:
            return True
        if start in begins and cue.start > start and read_form(stage.scene, cue) == "finite":
            return True
    return False


def _open_phrase(stage: Stage, tokens: list[int]) -> list[int]:
    """Return the tokens up to the first that ends a noun phrase."""
    for place, at in enumerate(tokens):
        if stage.scene.doc[at].pos_ in _CLOSED or stage.scene.lower[at] in _ADDITIONS:
            return tokens[:place]
    return tokens


def _leaves_relative(stage: Stage, cue: Cue, told: list[int], rest: list[int]) -> bool:
    """Say whether a main clause goes on with its verb: "Holm, who said it was lost, left"."""
    before = stage.scene.lower[max(0, cue.start - _NEAR) : cue.start]
    has_verb = any(stage.scene.doc[at].tag_ in (*_FINITE, "VB") for at in told)
    is_verb = bool(rest) and stage.scene.doc[rest[0]].tag_ in _FINITE
    return "who" in before and has_verb and is_verb


def end_infinitive(stage: Stage, cue: Cue, tokens: list[int]) -> int:
    """Return the last token of what is promised: before what was done besides, "vowed to stay and
    left".
    """
    last = end_clause(stage, cue, tokens)
    for place, at in enumerate(tokens[1:], 1):
        if at > last:
            break
        if stage.scene.lower[at] in _JOINS and _acts(stage, tokens[place + 1 :]):
            return tokens[place - 1]
    return last


def _acts(stage: Stage, rest: list[int]) -> bool:
    """Say whether tokens begin with a finite verb, maybe behind an adverb."""
    for at in rest[:3]:
        if stage.scene.doc[at].pos_ != "ADV":
            return stage.scene.doc[at].tag_ in _FINITE
    return False
