"""Read the name corpora as labelled text, mapped to one set of labels. Knows no spaCy objects.

A corpus is right about what it marks and silent about the rest. Where a corpus and the
teacher's reading of the same text differ in a way the corpus cannot be trusted on, the
stretch is left open: the pipeline learns nothing from it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

from analysis.training.conventions import trim_name

Label = Literal["PERSON", "ORG", "LOC", "MISC", "GPE"]
"""What a name names. GPE is only the silver corpus' own, and leaves here as LOC or MISC."""

TEACHER_LABELS: dict[str, Label] = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
    "NORP": "MISC",
    "EVENT": "MISC",
    "LANGUAGE": "MISC",
    "LAW": "MISC",
    "PRODUCT": "MISC",
    "WORK_OF_ART": "MISC",
}
"""The teacher's labels in ours; dates and amounts are no names and are absent."""

SILVER = frozenset({"gmb", "re3d"})
"""Corpora believed only where the teacher agrees: one is silver, the other calls countries,
peoples and "journalists" organizations."""

RULE_CUT = frozenset({"gum"})
"""Corpora whose names were cut out by rule, so that an organization may have been missed."""

TWEETS = frozenset({"btc", "wnut17"})
"""Corpora that write as people tweet: names in small letters, common words in large ones."""

PRONOUNS = frozenset("we our us they them their it its he she i".split())

LONGEST_PIECE = 900
"""Characters after which a paragraph is cut at its next sentence end."""


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name, or a stretch that may be one."""

    start: int
    """First character of the text."""
    end: int
    """One past the last character."""
    label: Label | None
    """What is named; None where the corpora leave it open."""


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text with the names known in it."""

    text: str
    """The text, one paragraph or many."""
    spans: tuple[NameSpan, ...]
    """In order, never overlapping."""
    source: str = field(default="")
    """The corpus it is from."""


def read_corpus(path: Path) -> Iterator[LabelledText]:
    """Read one corpus file, names mapped to our labels and doubtful stretches left open.

    Args:
        path: A file of JSON lines with `text`, `ents` and, in some, `teach`.
    """
    with path.open(encoding="utf8") as lines:
        for line in lines:
            entry = json.loads(line)
            text: str = entry["text"]
            marked = [
                _trim(text, start, end, label)
                for start, end, label in entry["ents"]
                if is_name(text[start:end], label)
            ]
            taught = [
                _trim(text, start, end, TEACHER_LABELS[label])
                for start, end, label in entry.get("teach", [])
                if label in TEACHER_LABELS
            ]
            if path.stem in SILVER:
                spans = keep_agreement(marked, taught)
            else:
                peoples = {
                    (start, end) for start, end, label in entry.get("teach", []) if label == "NORP"
                }
                missed = {"MISC", "ORG"} if path.stem in RULE_CUT else {"MISC"}
                spans = complete(marked, taught, peoples, missed)
            yield LabelledText(text, tuple(drop_overlaps(spans)), path.stem)


def is_name(words: str, label: str) -> bool:
    """Whether marked words can be a name: letters in them, no pronoun, no term like "jazz"."""
    if label == "MISC" and words.islower():
        return False
    return any(c.isalpha() for c in words) and words.lower() not in PRONOUNS


def _trim(text: str, start: int, end: int, label: str) -> NameSpan:
    first, last = trim_name(text, start, end, is_person=label == "PERSON")
    return NameSpan(first, last, cast("Label", label))


def keep_agreement(marked: list[NameSpan], taught: list[NameSpan]) -> list[NameSpan]:
    """Keep the silver names the teacher confirms; leave open what only one of them sees.

    The silver label GPE is used for peoples as well as for countries: the teacher decides.
    """
    said = {(span.start, span.end): span.label for span in taught}
    spans: list[NameSpan] = []
    for span in marked:
        label = said.pop((span.start, span.end), None)
        agrees = label == span.label or (span.label == "GPE" and label in ("LOC", "MISC"))
        spans.append(NameSpan(span.start, span.end, label if agrees else None))
    spans.extend(NameSpan(start, end, None) for start, end in said)
    return spans


def complete(
    marked: list[NameSpan], taught: list[NameSpan], peoples: set[tuple[int, int]], missed: set[str]
) -> list[NameSpan]:
    """Add to what a corpus marks what it leaves out and the teacher sees.

    Args:
        marked: The corpus' names.
        taught: The teacher's.
        peoples: Where the teacher sees a people or faith. They are MISC here, though some
            corpora call them places and some nothing; one called ORG is left open.
        missed: Labels the corpus does not give or not reliably: the teacher's are left open.
    """
    spans: list[NameSpan] = []
    for span in marked:
        if (span.start, span.end) not in peoples:
            spans.append(span)
        elif span.label == "ORG":
            spans.append(NameSpan(span.start, span.end, None))
    for span in taught:
        if all(span.end <= other.start or other.end <= span.start for other in spans):
            if (span.start, span.end) in peoples:
                spans.append(span)
            elif span.label in missed:
                spans.append(NameSpan(span.start, span.end, None))
    return spans


def drop_overlaps(spans: list[NameSpan]) -> list[NameSpan]:
    """Sort spans; of overlapping ones keep the longest known, then the longest open one."""
    kept: list[NameSpan] = []
    for span in sorted(spans, key=lambda s: (s.label is None, s.start - s.end, s.start)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


def cut_pieces(labelled: LabelledText) -> Iterator[LabelledText]:
    """Cut a text into paragraphs, and long ones at sentence ends, never inside a name."""
    text = labelled.text
    start = 0
    for at, sign in enumerate(text):
        is_end = sign == "\n" or (
            sign == " " and at - start > LONGEST_PIECE and text[at - 1 : at] in '.!?”"'
        )
        if is_end and not any(span.start < at < span.end for span in labelled.spans):
            yield from _piece(labelled, start, at)
            start = at + 1
    yield from _piece(labelled, start, len(text))


def _piece(labelled: LabelledText, start: int, end: int) -> Iterator[LabelledText]:
    text = labelled.text[start:end]
    if text.strip():
        spans = tuple(
            NameSpan(span.start - start, span.end - start, span.label)
            for span in labelled.spans
            if start <= span.start and span.end <= end
        )
        yield LabelledText(text, spans, labelled.source)
