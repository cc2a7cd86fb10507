"""Read the speaker's name where quoted words open with it, as transcripts do: “WALLACE: ...”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.quotes.referents import Referent
from analysis.quotes.stage import Stage
from analysis.quotes.utterances import Utterance
from analysis.schema import Span

_LABEL = re.compile(r"(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,4})\s?:\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Label:
    """A name in capitals and a colon before what somebody said."""

    span: Span
    """The name."""
    referent: Referent | None
    """Whom it stands for; None for nobody the article names otherwise."""


def find_label(stage: Stage, utterance: Utterance) -> Label | None:
    """Return the name that opens an utterance; None for most."""
    scene = stage.scene
    stretch = scene.stretches[utterance.stretches[0]]
    text = scene.article.text
    match = _LABEL.match(text, stretch.span.start, stretch.span.end)
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
