"""Measure analyses against gold made by hand, so that pipelines can be compared. Light.

A small set compares pipelines on one machine; it says little of how good any of them is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import LoadError
from analysis.quotation import speaker_name
from analysis.schema import Analysis, Article, EntityKind, Span

SLACK = 2
"""Characters by which a quote's ends may miss: a comma or a full stop more or less."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something was found and how often it was right."""

    right: int = 0
    """Found and in the gold."""
    found: int = 0
    """Found, but for what the gold leaves open."""
    wanted: int = 0
    """In the gold, but for what that leaves open."""

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in per cent; 100 where nothing was wanted."""
        total = self.found + self.wanted
        return 100 * 2 * self.right / total if total else 100.0

    def __add__(self, other: Tally) -> Tally:
        """Return both tallies as one."""
        return Tally(self.right + other.right, self.found + other.found, self.wanted + other.wanted)


@dataclass(frozen=True, slots=True)
class Score:
    """What was found right in some articles."""

    people: Tally = Tally()
    """People, each once an article and by the right name."""
    organizations: Tally = Tally()
    """Organizations, likewise."""
    quotes: Tally = Tally()
    """Words between marks that somebody said."""
    speakers: Tally = Tally()
    """The same, with the right speaker's name."""

    def __add__(self, other: Score) -> Score:
        """Return both scores as one, of all their articles."""
        return Score(
            self.people + other.people,
            self.organizations + other.organizations,
            self.quotes + other.quotes,
            self.speakers + other.speakers,
        )

    def __str__(self) -> str:
        """Say it in a line."""
        return (
            f"people {self.people.f1:.1f}, organizations {self.organizations.f1:.1f}, "
            f"quotes {self.quotes.f1:.1f}, with speaker {self.speakers.f1:.1f}"
        )


@dataclass(frozen=True, slots=True)
class Gold:
    """What a person found in one article."""

    doc: str
    """The article's file, without its suffix."""
    people: tuple[frozenset[str], ...]
    """Each person's names."""
    organizations: tuple[frozenset[str], ...]
    """Each organization's names."""
    quotes: tuple[GoldQuote, ...]
    """In reading order."""
    left_open: frozenset[str]
    """Names that may be found or not."""


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A stretch of words that somebody said."""

    span: Span
    """The words between the marks, in characters of the article's text."""
    speakers: frozenset[str | None]
    """Who may be told as having said it; None for nobody."""
    is_left_open: bool
    """Whether it may be found or not."""


def read_gold(path: Path) -> list[Gold]:
    """Read a gold file: JSON lines, an article each.

    Raises:
        LoadError: It cannot be read, or is none.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [_gold_of(json.loads(line)) for line in lines]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LoadError(f"{path}: no gold ({error!r}); install newsreader anew") from error


def score(article: Article, analysis: Analysis, gold: Gold) -> Score:
    """Compare an article's analysis with its gold."""
    quotes, speakers = _tally_quotes(article, analysis, gold)
    return Score(
        people=_tally_names(analysis, "person", gold.people, gold.left_open),
        organizations=_tally_names(analysis, "organization", gold.organizations, gold.left_open),
        quotes=quotes,
        speakers=speakers,
    )


def _tally_names(
    analysis: Analysis,
    kind: EntityKind,
    wanted: Sequence[frozenset[str]],
    left_open: frozenset[str],
) -> Tally:
    found = [
        _flatten(entity.name)
        for entity in analysis.entities
        if entity.kind == kind and _flatten(entity.name) not in left_open
    ]
    right = sum(any(name in names for name in found) for names in wanted)
    return Tally(right, len(found), len(wanted))


def _tally_quotes(article: Article, analysis: Analysis, gold: Gold) -> tuple[Tally, Tally]:
    found = [
        (part, speaker_name(article, analysis, quote))
        for quote in analysis.quotes
        if quote.kind != "indirect"
        for part in quote.parts
    ]
    right = with_speaker = wanted = 0
    taken: set[Span] = set()
    for quote in gold.quotes:
        hit = next((pair for pair in found if _is_same(pair[0], quote.span)), None)
        wanted += not quote.is_left_open
        if hit is None:
            continue
        if quote.is_left_open:
            taken.add(hit[0])
            continue
        right += 1
        with_speaker += (_flatten(hit[1]) if hit[1] else None) in quote.speakers
    count = len(found) - len(taken)
    return Tally(right, count, wanted), Tally(with_speaker, count, wanted)


def _is_same(found: Span, wanted: Span) -> bool:
    return abs(found.start - wanted.start) <= SLACK and abs(found.end - wanted.end) <= SLACK


def _gold_of(record: dict[str, Any]) -> Gold:
    entities = record["people"] + record["organizations"]
    return Gold(
        doc=record["doc"],
        people=tuple(_names(record["people"])),
        organizations=tuple(_names(record["organizations"])),
        quotes=tuple(
            GoldQuote(
                Span(quote["start"], quote["end"]),
                frozenset(name and _flatten(name) for name in quote["speakers"]),
                bool(quote["optional"]),
            )
            for quote in record["quotes"]
        ),
        left_open=frozenset(
            _flatten(name)
            for entity in entities
            if entity["optional"]
            for name in (entity["name"], *entity["aliases"])
        ),
    )


def _names(entities: Iterable[dict[str, Any]]) -> Iterable[frozenset[str]]:
    for entity in entities:
        if not entity["optional"]:
            yield frozenset(map(_flatten, (entity["name"], *entity["aliases"])))


def _flatten(name: str) -> str:
    """Return a name as it is compared: on one line, without an article, in any case."""
    return " ".join(name.split()).lower().removeprefix("the ")
