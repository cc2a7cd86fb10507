"""What is reported of the analysing process, and of each article sent to it. No widgets."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.schema import Analysis


@dataclass(frozen=True, slots=True)
class Started:
    """The process runs and loads its pipeline."""


@dataclass(frozen=True, slots=True)
class Working:
    """An article was sent."""

    key: str
    """`Article.key`."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A part of an article is read."""

    key: str
    """`Article.key`."""
    share: float
    """How much of it, 0 to 1."""
    found: Analysis | None
    """What is in that part, checked like an analysis; None where nothing was looked for yet."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """An article that was sent is not analysed after all, because nobody wants it any more."""

    key: str
    """`Article.key`."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """An analysis is there."""

    analysis: Analysis
    """Checked against the article that was sent."""


@dataclass(frozen=True, slots=True)
class Refused:
    """One article could not be analysed; the others go on."""

    key: str
    """`Article.key`."""
    sentence: str
    """Why, for the reader."""


@dataclass(frozen=True, slots=True)
class Restarted:
    """The process ended unasked and was started again."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The process cannot be had; nothing is analysed until `revive`."""

    sentence: str
    """Why, for the reader."""


Event = Started | Working | Reached | Dropped | Analysed | Refused | Restarted | Failed
"""Everything that is reported."""
