"""Who speaks how much in an article. Pure; knows no screen."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from analysis.quotation import speaker_name
from analysis.schema import Span
from tui.reading import Reading, SpeakerKey

VoiceOrder = Literal["words", "quotes", "first", "name"]
"""Most words first, most quotes first, in order of first quotes, or by name."""
UNKNOWN = "unknown"
"""What one who is not known is called."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker of an article."""

    speaker: SpeakerKey
    """Who; None for all quotes of which nobody is known to have said them."""
    name: str
    """The name or description, `UNKNOWN` for nobody known."""
    quotes: int
    """How many quotes there are; 1 or more."""
    words: int
    """How many words they hold together."""
    share: float
    """These words among those of all quotes, 0 to 1."""
    first: Span
    """Where the first quote begins."""
    percent: int
    """How far into the article that is, 0 to 100."""


def count_voices(reading: Reading) -> tuple[Voice, ...]:
    """Return the speakers of the quotes that are shown, in order of their first quotes.

    Shares sum to 1. Empty where no quote is shown.
    """
    if reading.analysis is None:
        return ()
    text = reading.article.text
    words = {
        speaker: sum(len(part.of(text).split()) for quote in quotes for part in quote.parts)
        for speaker, quotes in reading.quotes_by_speaker.items()
    }
    total = max(1, sum(words.values()))
    return tuple(
        Voice(
            speaker=speaker,
            name=speaker_name(reading.article, reading.analysis, quotes[0]) or UNKNOWN,
            quotes=len(quotes),
            words=words[speaker],
            share=words[speaker] / total,
            first=quotes[0].parts[0],
            percent=100 * quotes[0].span.start // max(1, len(text)),
        )
        for speaker, quotes in reading.quotes_by_speaker.items()
    )


def sort_voices(voices: tuple[Voice, ...], order: VoiceOrder) -> tuple[Voice, ...]:
    """Return voices in another order; those alike stay in order of their first quotes."""
    by_place = sorted(voices, key=attrgetter("first"))
    match order:
        case "words":
            return tuple(sorted(by_place, key=lambda voice: -voice.words))
        case "quotes":
            return tuple(sorted(by_place, key=lambda voice: -voice.quotes))
        case "name":
            return tuple(sorted(by_place, key=lambda voice: voice.name.casefold()))
        case "first":
            return tuple(by_place)
