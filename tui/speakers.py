"""Who may have said a quote: those the reader can choose from. Pure; knows no screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis import corrections
from analysis.quotation import name_of
from analysis.schema import Entity, Quote, Speaker
from analysis.text import fold
from tui.reading import Reading
from tui.voices import UNKNOWN

if TYPE_CHECKING:
    from analysis.corrections.changes import QuoteChange

MOST_OTHERS = 9
"""How many others are offered: as many as there are digits."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """One who may have said a quote."""

    name: str
    """The name or the description; `UNKNOWN` for nobody known."""
    who: corrections.Who | None
    """How a correction calls this one; None for nobody known."""
    confidence: float | None
    """How likely it is, 0 to 1; None where the analysis did not think of this one."""
    role: str | None = None
    """How the article introduces this one."""


NOBODY = Suspect(UNKNOWN, None, None)
"""The answer that it cannot be told."""


def find_suspects(reading: Reading, quote: Quote) -> tuple[Suspect, ...]:
    """Return the speaker of a quote, and up to nine others who may have said it.

    The others are those of whom the analysis thought, likeliest first, then people, then
    organizations, those named nearest to the quote first. Where no speaker is known the first
    one is `NOBODY`.
    """
    found: dict[str, Suspect] = {}
    first = NOBODY
    if quote.speaker is not None and reading.speaker_of(quote) is not None:
        first = _suspect(reading, quote.speaker, quote.confidence) or NOBODY
    for suspect in _others(reading, quote):
        key = fold(suspect.name).text
        if key != fold(first.name).text:
            found.setdefault(key, suspect)
    return (first, *list(found.values())[:MOST_OTHERS])


def correct_speaker(reading: Reading, quote: Quote, suspect: Suspect) -> QuoteChange:
    """Return the correction that gives a quote to one, or confirms that it is this one's."""
    words = corrections.QuotedWords.of(reading.article, quote)
    if suspect == find_suspects(reading, quote)[0]:
        return corrections.ConfirmSpeaker(words, suspect.who)
    return corrections.SetSpeaker(words, suspect.who)


def _others(reading: Reading, quote: Quote) -> Iterator[Suspect]:
    for candidate in quote.runners_up:
        suspect = _suspect(reading, candidate.speaker, candidate.confidence)
        if suspect is not None:
            yield suspect
    entities = [*reading.entities("person"), *reading.entities("organization")]
    start = quote.span.start

    def distance(entity: Entity) -> tuple[bool, int]:
        places = reading.mentions_of(entity.id)
        nearest = min((abs(place.start - start) for place in places), default=0)
        return entity.kind != "person", nearest

    for entity in sorted(entities, key=distance):
        yield Suspect(entity.name, corrections.Who.of(entity), None, entity.role)


def _suspect(reading: Reading, speaker: Speaker, confidence: float) -> Suspect | None:
    """Return a speaker as one to choose; None for a pronoun that stands for nobody known."""
    assert reading.analysis is not None
    name = name_of(reading.article, reading.analysis, speaker)
    if name is None:
        return None
    if speaker.entity is not None:
        entity = reading.analysis.entities[speaker.entity]
        return Suspect(name, corrections.Who.of(entity), confidence, entity.role)
    return Suspect(name, corrections.Who(name, "person"), confidence)
