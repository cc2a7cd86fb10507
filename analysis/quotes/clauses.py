"""Tell main clauses from those inside somebody's reported words: "Holm said it would ask".

By order and small words, so that it holds without a parse.
"""

from __future__ import annotations

from typing import Literal

from analysis.quotes.cues import Cue
from analysis.quotes.scene import Scene, is_mark

CueForm = Literal["finite", "modal", "infinitive", "gerund", "passive", "phrase"]
SUBORDINATORS = frozenset(
    """how whether if that because when although as than what which where why though since unless
    until so""".split()
)
_OPENING = frozenset(("as", "while", "after", "before"))
_NEW_CLAUSES = frozenset(("but", "while", "whereas"))
_MODALS = frozenset("will would can could may might must shall should 'll ’ll 'd ’d to".split())
_SKIPPED = frozenset("not n't never also only then just even have be been".split())


def read_form(scene: Scene, cue: Cue) -> CueForm:
    """Return the form in which a cue stands."""
    if cue.kind == "phrase":
        return "phrase"
    if cue.is_passive:
        return "passive"
    if scene.lower[cue.start].endswith("ing"):
        return "gerund"
    at = cue.start - 1
    while at >= 0 and (scene.lower[at] in _SKIPPED or scene.lower[at].endswith("ly")):
        at -= 1
    word = scene.lower[at] if at >= 0 else ""
    if word == "to":
        return "infinitive"
    return "modal" if word in _MODALS else "finite"


def opens_by_subordinating(scene: Scene, token: int) -> bool:
    """Say whether a token stands in a clause that opens its sentence and hangs on the next one:
    "While Holm says so, Berg ...".
    """
    first = scene.frames[scene.frame_of[token]].tokens[0]
    is_hanging = scene.lower[first] in SUBORDINATORS or scene.lower[first] in _OPENING
    return is_hanging and "," not in scene.lower[first:token]


def ends_report(scene: Scene, start: int, end: int, *, at_comma: bool = False) -> bool:
    """Say whether the narrator begins anew between two tokens of one sentence.

    Args:
        scene: The article, laid out.
        start: The token behind a word of saying.
        end: The token up to which is looked.
        at_comma: Whether a comma is enough.
    """
    if _leads_on_to_quote(scene, start):
        return True
    for at in range(start, end):
        word = scene.lower[at]
        if at_comma and word == ",":
            return True
        if word == ";" or word in _NEW_CLAUSES:
            return True
        if word == "and" and at > start and scene.lower[at - 1] == ",":
            return True
    return False


def _leads_on_to_quote(scene: Scene, start: int) -> bool:
    """Say whether a comma or a colon and quoted words stand at a token: a report that is whole."""
    if scene.lower[start : start + 1] not in ([","], [":"]):
        return False
    opened = start + 1
    while opened < len(scene.doc) and is_mark(scene.lower[opened]):
        opened += 1
    return opened < len(scene.doc) and scene.inside[opened] >= 0


def is_subordinate(scene: Scene, start: int) -> bool:
    """Say whether a phrase opens a clause that hangs on another ("how Holm thinks")."""
    if not start or scene.frame_of[start - 1] != scene.frame_of[start]:
        return False
    return scene.lower[start - 1] in SUBORDINATORS or (
        start > 1 and scene.lower[start - 2] == "how"
    )
