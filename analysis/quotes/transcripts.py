"""Read the speaker's name where quoted words open with it, as transcripts do: “HOLM: ...”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.quotes.memory import Referent
from analysis.quotes.stage import Stage
from analysis.schema import Span

_LABEL = re.compile(r"(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,4})\s?:\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Label:
    """A name in capitals and a colon before what somebody said."""

    span: Span
    """The name."""
    referent: Referent | None
    """Whom it stands for; None for nobody the article names otherwise."""


def has_label(stage: Stage, stretch: int) -> bool:
    """Say whether a stretch opens with a name and a colon."""
    if stage.scene.stretches[stretch].label is not None:
        return True
    span = stage.scene.stretches[stretch].span
    return _LABEL.match(stage.scene.article.text, span.start, span.end) is not None


def find_label(stage: Stage, stretch: int) -> Label | None:
    """Return the name that opens a stretch; None for most."""
    scene = stage.scene
    text = scene.article.text
    span = scene.stretches[stretch].label
    if span is None:
        bounds = scene.stretches[stretch].span
        match = _LABEL.match(text, bounds.start, bounds.end)
        if match is None:
            return None
        span = Span(*match.span("name"))
    wanted = span.of(text).casefold().replace("’", "'").split()
    for index, candidate in enumerate(stage.candidates):
        if candidate.form != "name" or candidate.entity is None or candidate.kind != "person":
            continue
        entity = scene.entities[candidate.entity]
        for name in (entity.name, *entity.aliases):
            words = name.casefold().replace("’", "'").split()
            if words[-len(wanted) :] == wanted or words == wanted:
                return Label(span, Referent(candidate.entity, index))
    return Label(span, None)
