"""Find reported speech without marks: "said that ...", "..., he said", "according to ...".

Keeps to plain cases: a clause whose verb of saying and whose speaker are both certain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.quotes.cues import Cue
from analysis.quotes.reported.before import (
    according_to,
    as_put,
    beside_cue,
    is_put_as,
)
from analysis.quotes.reported.behind import behind_cue
from analysis.quotes.reported.doubts import is_doubtful
from analysis.quotes.reported.nouns import behind_noun, noun_cues
from analysis.quotes.reported.objects import object_of
from analysis.quotes.reported.tellers import Teller, find_teller
from analysis.quotes.reported.tokens import FEWEST_WORDS, Bounds, Rule
from analysis.quotes.scene import is_mark
from analysis.quotes.stage import Stage
from analysis.schema import Span


@dataclass(frozen=True, slots=True)
class Report:
    """What somebody is reported to have said."""

    content: Span
    """The reported clause, with its "that"."""
    cue: Cue
    """The word of saying."""
    teller: Teller
    """Who said it."""
    rule: Rule
    """How it was found."""


def find_reports(stage: Stage, quoted: set[int]) -> list[Report]:
    """Find reported clauses outside and apart from quotations.

    Args:
        stage: The article with its cast.
        quoted: The stretches that are quotes already: no report holds one of them.

    Returns:
        Reports in reading order; their contents never overlap: of one that stands within
        another ("Holm said the mayor denied it") the outer is kept.
    """
    found: list[Report] = []
    for cue, teller in _told(stage):
        bounds = _find_bounds(stage, cue, teller)
        if bounds is None:
            continue
        first, last, rule = bounds
        content = _to_span(stage, first, last)
        if content is not None and not _holds_quote(stage, first, last, quoted):
            found.append(Report(content, cue, teller, rule))
    return list(_outermost(found))


def _outermost(reports: list[Report]) -> Iterator[Report]:
    """Yield the reports that stand in no other, in reading order; of two that cross the first."""
    reached = 0
    for report in sorted(reports, key=lambda one: (one.content.start, -one.content.end)):
        if report.content.start >= reached:
            yield report
            reached = report.content.end


def _told(stage: Stage) -> list[tuple[Cue, Teller]]:
    """Return the cues by which somebody tells something, with who it is, in order."""
    found = list(noun_cues(stage))
    for cue in stage.cues:
        teller = None if cue.is_passive else find_teller(stage, cue)
        if teller is not None and not is_doubtful(stage, cue, teller):
            found.append((cue, teller))
    return sorted(found, key=lambda told: told[0].start)


def _find_bounds(stage: Stage, cue: Cue, teller: Teller) -> Bounds | None:
    """Return what a cue reports: by the first way that finds something."""
    if cue.kind == "noun":
        return behind_noun(stage, cue)
    if is_put_as(stage, cue, teller):
        return as_put(stage, cue, teller)
    return (
        beside_cue(stage, cue, teller)
        or behind_cue(stage, cue, teller)
        or according_to(stage, cue)
        or object_of(stage, cue, teller)
    )


def _to_span(stage: Stage, first: int, last: int) -> Span | None:
    """Return the characters of a run of tokens without punctuation at its end."""
    doc = stage.scene.doc
    while last > first and not any(map(str.isalnum, doc[last].text)) and doc[last].text not in "%)":
        last -= 1
    if last - first + 1 < FEWEST_WORDS - 1:
        return None
    end = doc[last].idx + len(doc[last])
    if doc[last].text.endswith(".") and len(doc[last]) > 5 and doc[last].text.count(".") == 1:
        end -= 1
    return Span(doc[first].idx, _with_mark(stage, first, last, end))


def _with_mark(stage: Stage, first: int, last: int, end: int) -> int:
    """Return the end behind the mark that closes a quotation opened within the clause."""
    scene = stage.scene
    index = scene.inside[last]
    if index < 0 or index == scene.inside[first] or end < scene.stretches[index].span.end - 1:
        return end
    text, close = scene.article.text, scene.stretches[index].span.end
    return close + 1 if is_mark(text[close : close + 1]) else end


def _holds_quote(stage: Stage, first: int, last: int, quoted: set[int]) -> bool:
    """Say whether much of a clause stands in marks, so that it is a quote rather than a report."""
    inside = [stage.scene.inside[at] for at in range(first, last + 1)]
    marked = sum(1 for index in inside if index in quoted)
    return inside[0] in quoted or marked * 2 >= len(inside)
