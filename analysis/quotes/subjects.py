"""Find who says what a cue tells: its subject, by nearness, by the parse, by order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from analysis.quotes.candidate import Candidate
from analysis.quotes.clauses import opens_by_subordinating
from analysis.quotes.cues import Cue
from analysis.quotes.lexicon import PREPOSITIONS
from analysis.quotes.scene import Scene

_BETWEEN_SUBJECT_AND_VERB = frozenset(
    """also has had have later then is was were are been being already often recently earlier again
    once still now today yesterday simply further reportedly repeatedly previously""".split()
)
_MAYBE_PREPOSITIONS = frozenset(
    """before after since until during under near through within without among amid like inside
    outside behind beside alongside via despite""".split()
)
_JOINING = frozenset(("and", "but", "then"))
_BEFORE_GERUND = frozenset((",", "and", "while", "before", "after"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubjpass"))
_HANGING = frozenset(("advcl", "conj", "xcomp", "ccomp", "parataxis"))
_IN_PHRASE = frozenset("DET NOUN PROPN ADJ NUM PART".split())
_FARTHEST_AGENT = 5
_FARTHEST_INVERTED = 3
_LONGEST_INVERTED = 9


def find_subject(
    scene: Scene,
    cue: Cue,
    candidates: Sequence[Candidate],
    indices: Sequence[int],
    *,
    others: Mapping[int, int | None],
) -> int | None:
    """Return the candidate that most likely says what a cue tells.

    Args:
        scene: The article, laid out.
        cue: The cue.
        candidates: All of the article's.
        indices: Those of the cue's frame.
        others: The subjects of the frame's verbs of saying as far as they are known, by the
            verb's token.

    Returns:
        An index of `indices`; None for a noun, and where nobody is there.
    """
    if cue.kind == "noun" or not indices:
        return None
    indices = [i for i in indices if not candidates[i].is_modifier] or indices
    if cue.kind == "phrase":
        behind = [i for i in indices if 0 <= candidates[i].start - cue.end <= 6]
        return behind[0] if behind else None
    earlier = [i for i in indices if candidates[i].end <= cue.start]
    behind_words = [i for i in earlier if not _is_quote_between(scene, candidates[i].end, cue)]
    earlier = behind_words or earlier
    later = [i for i in indices if candidates[i].start >= cue.end]
    free = [i for i in earlier if not follows_preposition(scene, candidates[i])]
    before = _skip_brackets(scene, cue.start - 1)
    while before >= 0 and scene.lower[before] in _BETWEEN_SUBJECT_AND_VERB:
        before = _skip_brackets(scene, before - 1)
    word = scene.lower[before] if before >= 0 else ""
    is_gerund = scene.lower[cue.start].endswith("ing")
    if word == "who" and scene.frame_of[before] == scene.frame_of[cue.start]:
        persons = [i for i in earlier if candidates[i].end <= before and _is_person(candidates[i])]
        if persons:
            return persons[-1]
    is_near = bool(earlier) and candidates[earlier[-1]].end == before + 1
    if is_near and earlier[-1] in free:
        return earlier[-1]
    if is_near and is_gerund and scene.lower[candidates[earlier[-1]].start - 1] in ("of", "with"):
        return earlier[-1]  # "a film of Holm saying"
    if is_gerund:
        told = [at for start, at in others.items() if start < cue.start and at is not None]
        if told and word in _BEFORE_GERUND:
            return told[-1]  # "they would meet, Holm said, adding"
        governing = _governing_subject(scene, cue, candidates, earlier)
        if governing is not None and word != "while":
            return governing  # "By the sea, Holm ended by quoting a poem"
    if word == ",":
        set_off = [
            i
            for i in free
            if candidates[i].end < before
            and _ends_at_comma(scene, _shown_end(scene, candidates[i]), before)
        ]
        if set_off:
            return set_off[0]  # "X, a spokesman for Y, said"
    if earlier and (is_gerund or word in _JOINING):
        main = [i for i in earlier if not _stands_in_opening_clause(scene, candidates[i], cue)]
        main = [i for i in main if i in free] or main
        if main:
            return main[0]  # "X thanked the hosts and said", "X blamed Y, saying"
    if later and _is_inverted(scene, cue) and _stands_inverted(scene, cue, candidates[later[0]]):
        return later[0]
    if scene.has_parse:
        subjects = _subjects_of(scene, cue.start)
        for index in earlier + later:
            if any(candidates[index].start <= at < candidates[index].end for at in subjects):
                return index
    return free[-1] if free else earlier[-1] if earlier else None


def find_agent(
    scene: Scene, cue: Cue, candidates: Sequence[Candidate], indices: Sequence[int]
) -> int | None:
    """Return who does what a passive verb tells: "was told by Holm", "called “mad” by Holm".

    Returns:
        An index of `indices`, which are those of the cue's frame; None where "by" is not near.
    """
    for index in indices:
        start = candidates[index].start
        if start < cue.end:
            continue
        gap = [scene.lower[at] for at in range(cue.end, start) if scene.frame_of[at] >= 0]
        if "by" in gap or len(gap) > _FARTHEST_AGENT:
            return index if "by" in gap[:_FARTHEST_AGENT] and "," not in gap else None
    return None


def follows_preposition(scene: Scene, candidate: Candidate) -> bool:
    """Say whether a candidate hangs on a preposition ("a spokesman for X")."""
    at = candidate.start - 1
    if at >= 0 and scene.lower[at] in ("the", "a", "an"):
        at -= 1
    if at < 0:
        return False
    if scene.lower[at] not in PREPOSITIONS:
        return scene.lower[at] in _MAYBE_PREPOSITIONS and scene.doc[at].dep_ == "case"
    opens = scene.frames[scene.frame_of[candidate.head]].tokens[0] == at
    return not (opens and scene.lower[at] == "as")  # "As Holm, the No. 2, put it"


def _subjects_of(scene: Scene, verb: int) -> list[int]:
    return [child.i for child in scene.doc[verb].children if child.dep_ in _SUBJECTS]


def _governing_subject(
    scene: Scene, cue: Cue, candidates: Sequence[Candidate], earlier: Sequence[int]
) -> int | None:
    """Return the subject of the verb on which a cue without one hangs, by the parse."""
    if not scene.has_parse:
        return None
    token = scene.doc[cue.start]
    for _ in range(3):
        if token.dep_ not in _HANGING:
            return None
        token = token.head
        subjects = _subjects_of(scene, token.i)
        for index in earlier:
            if any(candidates[index].start <= at < candidates[index].end for at in subjects):
                return index
    return None


def _stands_inverted(scene: Scene, cue: Cue, candidate: Candidate) -> bool:
    """Say whether a candidate behind a cue is near enough to be its subject."""
    gap = range(cue.end, candidate.start)
    if not gap:
        return True
    if len(gap) <= _FARTHEST_INVERTED:
        return not follows_preposition(scene, candidate)
    # "said the Bureau of Roads' Ida Holm"
    return len(gap) <= _LONGEST_INVERTED and all(
        scene.doc[at].pos_ in _IN_PHRASE or scene.lower[at] in ("of", "(", ")") for at in gap
    )


def _stands_in_opening_clause(scene: Scene, candidate: Candidate, cue: Cue) -> bool:
    """Say whether a candidate stands in "As Holm left, ..." and a cue behind that."""
    return (
        opens_by_subordinating(scene, candidate.start)
        and "," in scene.lower[candidate.end : cue.start]
    )


def _is_quote_between(scene: Scene, start: int, cue: Cue) -> bool:
    """Say whether a whole sentence in marks stands between a token and a cue."""
    quoted = [scene.inside[at] for at in range(start, cue.start) if scene.inside[at] >= 0]
    return len(quoted) > 3


def _ends_at_comma(scene: Scene, end: int, limit: int) -> bool:
    """Say whether a comma follows a candidate, maybe behind a bracket or an age."""
    words = scene.lower[end : min(limit + 1, end + 12)]
    if words[:1] == ["("] and ")" in words:
        words = words[words.index(")") + 1 :]
    return words[:1] == [","]


def _shown_end(scene: Scene, candidate: Candidate) -> int:
    """Return the token behind a candidate and what describes it: "the head of the team"."""
    return max(candidate.end, bisect_left(scene.starts, candidate.span.end))


def _skip_brackets(scene: Scene, at: int) -> int:
    """Return the token before a bracket that closes at a token, else that token."""
    if at >= 0 and scene.lower[at] == ")":
        for back in range(at - 1, max(-1, at - 12), -1):
            if scene.lower[back] == "(":
                return back - 1
    return at


def _is_person(candidate: Candidate) -> bool:
    return candidate.kind == "person" or candidate.noun == "person"


def _is_inverted(scene: Scene, cue: Cue) -> bool:
    """Say whether a cue stands right behind a quotation or a comma, its subject following."""
    at = cue.start - 1
    while at >= 0 and scene.frame_of[at] < 0 and scene.inside[at] < 0:
        at -= 1
    return at >= 0 and (scene.inside[at] >= 0 or scene.lower[at] == ",")
