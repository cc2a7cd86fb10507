"""Tell whose writing speaks where "the letter" or "the report" does."""

from __future__ import annotations

from analysis.quotes.memory import Memory
from analysis.quotes.nouns import singular

_REACH = 60
_ISSUING = frozenset(
    """issued issues released releases published publishes filed files sent sends wrote writes
    posted posts submitted signed presented handed shared tweeted made gave delivered penned
    drafted unveiled launched circulated""".split()
)
_HOLDING = frozenset("obtained seen viewed reviewed examined cited quoted received".split())
_ANY_WRITING = frozenset("text document note paper".split())
"""What news may call a writing that it named by another noun before."""
_AUTHORS = frozenset("author authors writer writers signatories signers".split())
_OF = (["of"], ["behind"])
_POSSESSIVES = (["'s"], ["’s"], ["'"], ["’"])


def find_author(memory: Memory, index: int) -> int | None:
    """Return the candidate whose writing a document is: "X's letter", "X sent a letter".

    Looks back to where the article first speaks of the same kind of document.

    Returns:
        Index of a candidate; None where nothing tells.
    """
    stage = memory.stage
    noun = singular(stage.scene.lower[stage.candidates[index].head])
    for earlier in range(index, max(-1, index - _REACH), -1):
        other = stage.candidates[earlier]
        if other.form != "nominal":
            continue
        is_same = singular(stage.scene.lower[other.head]) == noun
        if not is_same and not (noun in _ANY_WRITING and other.noun == "document"):
            continue
        if earlier != index and other.noun == "document":
            known = memory.authors.get(earlier)
            if known is not None:
                return known
        author = _author_beside(memory, earlier)
        if author is not None:
            return author
    return None


def _author_beside(memory: Memory, index: int) -> int | None:
    """Return the candidate beside a document that made it; None where nothing tells."""
    stage, lower = memory.stage, memory.stage.scene.lower
    document = stage.candidates[index]
    indices = stage.candidates_in[stage.frame(document)]
    place = indices.index(index)
    for before in reversed(indices[:place]):
        other = stage.candidates[before]
        is_within = other.end <= document.head and other.start >= document.start
        if is_within and other.kind in ("person", "organization"):
            return before  # "a Reuters analysis"
        if lower[other.end : other.end + 1] in _POSSESSIVES and (
            document.head - other.end <= 4 and _may_write(memory, before)
        ):
            return before
    if place:
        other = stage.candidates[indices[place - 1]]
        if lower[other.head] in _AUTHORS and lower[other.end : other.end + 1] in _OF:
            return indices[place - 1]  # "the author of the letter"
    for behind in indices[place + 1 : place + 4]:
        other = stage.candidates[behind]
        if other.is_modifier:
            continue  # "signed by the agency's director Holm"
        between = lower[document.end : other.start]
        if between and between[0] == "in" and other.kind == "organization":
            return behind
        is_linked = ("by" in between and not _HOLDING.intersection(between)) or (
            between and (between[0] == "from" or (between[0] == "of" and not document.is_plural))
        )
        if len(between) <= 8 and is_linked and _may_write(memory, behind):
            return behind
    if lower[max(0, document.start - 1)] == "in":
        for other_index in indices:
            if memory.roles[other_index] == "sayer" and other_index != index:
                return other_index  # "in the letter, X said", "X said in a letter"
    for before in indices[:place]:
        other = stage.candidates[before]
        if (
            _may_write(memory, before)
            and memory.roles[before] in ("sayer", "subject", "embedded")
            and not other.is_modifier
        ):
            verb = lower[other.end : document.start]
            return before if any(word in _ISSUING for word in verb) else None
    return None


def _may_write(memory: Memory, index: int) -> bool:
    candidate = memory.stage.candidates[index]
    return candidate.kind in ("person", "organization") or candidate.noun in ("person", "group")
