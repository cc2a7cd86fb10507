"""Count how well quotes and speakers are found in annotated articles, as the reader sees them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from analysis.quotation import name_of
from analysis.schema import Analysis, Article, Entity, Mention, Quote
from analysis.training.speaker_lessons import SAME, is_accepted, share_of, trimmed


@dataclass(slots=True)
class Trial:
    """What was found in some articles, against what the annotation says."""

    wanted: int = 0
    """Stretches that the annotation calls somebody's words."""
    told: int = 0
    """Stretches that were found, without those that the annotation leaves open."""
    found: int = 0
    """Those that are both."""
    right: int = 0
    """Those of them whose speaker is an accepted one."""

    def add(
        self,
        article: Article,
        entities: tuple[Entity, ...],
        mentions: tuple[Mention, ...],
        quotes: Iterable[Quote],
        gold: Any,
    ) -> None:
        """Count one article's quotes in; speech reported without marks is left out."""
        analysis = Analysis(article.key, "", (), entities, mentions, ())
        open_parts = [
            (trimmed(article.text, *part), quote)
            for quote in quotes
            if quote.kind != "indirect"
            for part in quote.parts
        ]
        for wanted in gold["quotes"]:
            span = trimmed(article.text, wanted["start"], wanted["end"])
            same = [pair for pair in open_parts if share_of(span, pair[0]) >= SAME]
            if same:
                open_parts.remove(same[0])
            if wanted["optional"]:
                continue
            self.wanted += 1
            if not same:
                continue
            self.told += 1
            self.found += 1
            speaker = same[0][1].speaker
            told = name_of(article, analysis, speaker) if speaker is not None else None
            self.right += is_accepted(
                told,
                wanted["speakers"],
                gold,
                is_description=speaker is not None and speaker.entity is None,
            )
        self.told += len(open_parts)

    def summary(self) -> str:
        """Return the harmonic means of precision and recall, in hundredths, as a line."""
        both = max(1, self.wanted + self.told)
        return (
            f"quotes {200 * self.found / both:.1f}, quote and speaker {200 * self.right / both:.1f}"
            f" ({self.right} of {self.wanted}, {self.told} told)"
        )
