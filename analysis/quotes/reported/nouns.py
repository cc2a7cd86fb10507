"""Find reports brought by a noun that somebody owns: "the minister's claim that ..."."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.quotes.cues import Cue
from analysis.quotes.reported.ends import end_clause
from analysis.quotes.reported.tellers import Teller
from analysis.quotes.reported.tokens import FEWEST_WORDS, Bounds, is_clause, sentence_tokens
from analysis.quotes.stage import Stage

_NOUNS = frozenset(
    """claim claims statement assertion argument allegation allegations accusation warning warnings
    promise pledge vow suggestion announcement contention insistence belief view conclusion
    prediction admission declaration remark comment hint complaint estimate denial assurance threat
    demand report forecast opinion""".split()
)
_OWNERS = frozenset(("'s", "’s", "'", "’"))
_BETWEEN_TAGS = frozenset(("ADJ", "NOUN", "NUM", "ADV"))
_MOST_BETWEEN = 3


def noun_cues(stage: Stage) -> Iterator[tuple[Cue, Teller]]:
    """Yield the nouns that a "that" follows and somebody owns, with the owner, in order."""
    scene = stage.scene
    if not scene.has_tags:
        return
    ends = {candidate.end: index for index, candidate in enumerate(stage.candidates)}
    for at in range(1, len(scene.doc) - 1):
        is_led = scene.lower[at] in _NOUNS and scene.lower[at + 1] == "that"
        if not is_led or scene.frame_of[at] < 0 or scene.doc[at].pos_ != "NOUN":
            continue
        owner = at - 1
        for _ in range(_MOST_BETWEEN):
            if owner > 0 and scene.doc[owner].pos_ in _BETWEEN_TAGS:
                owner -= 1
        # A name may hold its own "'s".
        index = ends.get(owner if scene.lower[owner] in _OWNERS else -1, ends.get(owner + 1))
        if index is None or not _is_owned(stage, owner):
            continue
        candidate = stage.candidates[index]
        yield (
            Cue(at, at + 1, scene.lower[at], "noun"),
            Teller(candidate.start, candidate.end, index),
        )


def _is_owned(stage: Stage, at: int) -> bool:
    return stage.scene.lower[at] in _OWNERS or stage.scene.lower[at].endswith(("'s", "’s"))


def behind_noun(stage: Stage, cue: Cue) -> Bounds | None:
    """Return the clause behind a noun, with its "that"."""
    behind = [at for at in sentence_tokens(stage, cue) if at >= cue.end]
    if not behind or stage.scene.lower[behind[0]] != "that" or not is_clause(stage, behind[1:]):
        return None
    if stage.scene.doc[behind[1]].pos_ in ("VERB", "AUX"):
        return None  # "his promise that won the vote"
    last = end_clause(stage, cue, behind)
    if stage.scene.has_parse:
        verb = stage.scene.doc[behind[0]].head
        inner = [at for at in behind if at <= min(last, verb.right_edge.i)]
        if verb.i > behind[0] and len(inner) >= FEWEST_WORDS:
            last = inner[-1]  # the noun may be a subject whose verb follows
    return behind[0], last, "noun"
