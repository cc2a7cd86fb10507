"""An article of our own in which several people speak, with a hand-made analysis of every kind
of quote and of doubt: what tests of quotes show.
"""

from __future__ import annotations

import re

from analysis.load import make_article
from analysis.schema import (
    Analysis,
    Article,
    Candidate,
    Entity,
    Mention,
    MentionForm,
    Quote,
    Span,
    Speaker,
)

TEXT = """\
---
title: Ferry line is to close
byline: By Ida Holm
source: The Skerry Mail
date: 2026-05-11
---

Nora Lind, who runs the island's ferry, told a meeting on Sunday that the line would close in June.

“We have no passengers left,” said Lind. “Not one in winter.”

Oskar Brandt, a fisherman, called the plan “madness”. He said nobody had asked the islanders.

“Who will bring the post?” he asked. “Who will bring the doctor?”

“We shall swim,” a voice from the back called out, and there was laughter.

“It is decided,” she replied.

The Skerry Council said in a letter that it would “look at every offer”.
"""


def article() -> Article:
    """Return the article."""
    return make_article(TEXT)


def span(words: str, occurrence: int = 0) -> Span:
    """Return where words stand in the article."""
    found = list(re.finditer(re.escape(words), article().text))[occurrence]
    return Span(found.start(), found.end())


LIND, BRANDT, COUNCIL = range(3)


def analysis() -> Analysis:
    """Return the analysis: seven quotes of three named speakers and one without a name."""
    entities = (
        Entity(LIND, "person", "Nora Lind", ("Lind",)),
        Entity(BRANDT, "person", "Oskar Brandt", (), "a fisherman"),
        Entity(COUNCIL, "organization", "The Skerry Council"),
    )
    mentions = [
        (span("Nora Lind"), "name", LIND),
        (span("Lind", 1), "name", LIND),
        (span("Oskar Brandt"), "name", BRANDT),
        (span("He said").start, "pronoun", BRANDT),
        (span("he asked").start, "pronoun", BRANDT),
        (span("she replied").start, "pronoun", LIND),
        (span("Skerry Council"), "name", COUNCIL),
    ]
    return Analysis(
        article_key=article().key,
        fingerprint="canned",
        sentences=article().paragraphs,
        entities=entities,
        mentions=tuple(_mention(*mention) for mention in mentions),
        quotes=tuple(_quotes()),
    )


def _mention(place: Span | int, form: MentionForm, entity: int) -> Mention:
    if isinstance(place, int):
        place = Span(place, place + (3 if article().text[place] == "s" else 2))
    return Mention(place, form, entity)


def _quotes() -> list[Quote]:
    she = Span(span("she replied").start, span("she replied").start + 3)
    he = Span(span("he asked").start, span("he asked").start + 2)
    nora, oskar = Speaker(span("Nora Lind"), LIND), Speaker(span("Oskar Brandt"), BRANDT)
    voice = Speaker(span("a voice from the back"), None)
    return [
        Quote(
            (span("that the line would close in June"),),
            "indirect",
            nora,
            span("told"),
            0.95,
            ("that-clause",),
        ),
        Quote(
            (span("We have no passengers left,"), span("Not one in winter.")),
            "direct",
            Speaker(span("Lind", 1), LIND),
            span("said"),
            0.97,
            ("likely-subject:say",),
            (Candidate(oskar, 0.02),),
        ),
        Quote((span("madness"),), "mixed", oskar, span("called"), 0.9, ("relation=subject",)),
        Quote(
            (span("Who will bring the post?"), span("Who will bring the doctor?")),
            "direct",
            Speaker(he, BRANDT),
            span("asked", 1),
            0.55,
            ("likely-subject:say", "pronoun=he"),
            (Candidate(nora, 0.3), Candidate(voice, 0.1)),
        ),
        Quote((span("We shall swim,"),), "direct", None, None, 0.0, (), (Candidate(voice, 0.15),)),
        Quote(
            (span("It is decided,"),),
            "direct",
            Speaker(she, LIND),
            span("replied"),
            0.88,
            ("resolved",),
        ),
        Quote(
            (span("look at every offer"),),
            "mixed",
            Speaker(span("The Skerry Council"), COUNCIL),
            span("said", 2),
            0.93,
            ("likely-subject:say",),
        ),
    ]
