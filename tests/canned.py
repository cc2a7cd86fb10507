"""A small article of our own with a hand-made analysis: what screen tests show."""

from __future__ import annotations

import re

from analysis.load import make_article
from analysis.schema import Analysis, Article, Entity, Mention, Quote, Span, Speaker

TEXT = """\
---
title: Harbour vote divides the council
byline: By the newsreader desk
source: newsreader tests
date: 2026-03-02
---

Mayor Ana Škoda asked the Port Authority on Monday to halt the new harbour, [/bold] and all.

“We cannot build on sand,” said Škoda. “Not now, not ever.”

Tom Reyes of the Port Authority disagreed. The plan was “sound”, he said in a letter.

The council votes in May. Škoda, who has led it since 2019, expects a close result.
"""
PEOPLE = {"Ana Škoda": "Mayor", "Tom Reyes": None}


def article() -> Article:
    """Return the article."""
    return make_article(TEXT)


def spans(text: str, words: str) -> list[Span]:
    """Return where words stand in a text."""
    return [Span(match.start(), match.end()) for match in re.finditer(re.escape(words), text)]


def analysis() -> Analysis:
    """Return the analysis: two people, one organization, two quotes."""
    text = article().text
    entities = (
        Entity(0, "person", "Ana Škoda", ("Škoda",), "Mayor"),
        Entity(1, "organization", "Port Authority"),
        Entity(2, "person", "Tom Reyes"),
    )
    full = spans(text, "Ana Škoda")[0]
    mentions = [
        Mention(full, "name", 0),
        *(Mention(span, "name", 0) for span in spans(text, "Škoda") if not full.covers(span)),
        *(Mention(span, "name", 1) for span in spans(text, "Port Authority")),
        Mention(spans(text, "Tom Reyes")[0], "name", 2),
        Mention(spans(text, "he said")[0], "pronoun", 2),
    ]
    mentions[-1] = Mention(Span(mentions[-1].span.start, mentions[-1].span.start + 2), "pronoun", 2)
    said = spans(text, "said")
    quotes = (
        Quote(
            parts=(
                spans(text, "We cannot build on sand,")[0],
                spans(text, "Not now, not ever.")[0],
            ),
            kind="direct",
            speaker=Speaker(spans(text, "Škoda")[1], 0),
            cue=said[0],
            confidence=0.95,
            evidence=("cue",),
        ),
        Quote(
            parts=(spans(text, "sound")[0],),
            kind="mixed",
            speaker=Speaker(mentions[-1].span, 2),
            cue=said[1],
            confidence=0.8,
        ),
    )
    return Analysis(
        article_key=article().key,
        fingerprint="canned",
        sentences=article().paragraphs,
        entities=entities,
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        quotes=quotes,
    )
