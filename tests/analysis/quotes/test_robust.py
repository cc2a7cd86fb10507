"""Odd marks: nothing raises, and every part is an exact slice inside its paragraph.

`--every-mark` tries every mark of every article of the development sets; that takes minutes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from analysis.load import load_article, make_article
from analysis.pipeline import load_pipeline
from analysis.quotes import find_quotes
from analysis.schema import Article, Entity, Mention, Quote, Span
from analysis.spans import read_article

ROOT = Path(__file__).resolve().parents[3]
SHARED = Path(os.environ.get("NEWSREADER_SHARED", ROOT.parent / "shared"))
SEEDS = sorted(path for path in (ROOT / "seeds").glob("*") if path.suffix in (".txt", ".md"))
DEVELOPMENT = [
    path
    for folder in ("seeds", "bench/panel/dev", "bench/quotes/dev/txt", "bench/quotes/dev2/txt",
                   "corpora/articles/train")
    for path in sorted((SHARED / folder).glob("*.txt"))
]  # fmt: skip
SAMPLE_STEP = 40
"""Without `--every-mark` one development article in so many is tried."""
MARKS_OF_SAMPLE = 12
"""Without `--every-mark` so many of an article's marks are changed."""
MARKS = "\"'“”‘’«»„"
EXCHANGED = str.maketrans("\"'“”‘’«»„", "'\"”“’‘»«“")
PIECES = st.sampled_from(
    [*MARKS, " ", " ", "\n\n", ", ", ". ", "Smith", "Smith said", "he said", "told", "they’re",
     "according to", "that", "(", ")", "—", "no plans", "We will go", "the boys'", "SMITH: ",
     "a spokesman", "who", "it", ":"]
)  # fmt: skip


def quotes_of(nlp: Language, article: Article) -> tuple[Quote, ...]:
    entities = (Entity(0, "person", "Smith"),)
    text = article.text
    starts = [at for at in range(len(text)) if text.startswith("Smith", at)]
    mentions = tuple(Mention(Span(at, at + 5), "name", 0) for at in starts)
    return find_quotes(read_article(nlp, article), article, entities, mentions)


def check(article: Article, quotes: tuple[Quote, ...]) -> None:
    parts = [part for quote in quotes if quote.kind != "indirect" for part in quote.parts]
    for part in parts:
        assert any(paragraph.covers(part) for paragraph in article.paragraphs)
        assert len(part)
    assert all(first.end <= second.start for first, second in pairwise(parts))
    assert [quote.parts[0] for quote in quotes] == sorted(quote.parts[0] for quote in quotes)
    numbers = {part: place for place, part in enumerate(article.paragraphs)}
    for quote in quotes:
        lies_in = [
            numbers[paragraph]
            for part in quote.parts
            for paragraph in article.paragraphs
            if paragraph.overlaps(part)
        ]
        assert all(later - earlier in (0, 1) for earlier, later in pairwise(lies_in))
        likely = [quote.confidence, *(other.confidence for other in quote.runners_up)]
        assert sum(likely) <= 1.001
        assert 0.0 <= quote.confidence <= 1.0
        if quote.speaker is not None and quote.speaker.span is not None:
            assert 0 <= quote.speaker.span.start < quote.speaker.span.end <= len(article.text)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_paragraph_yields_an_error_or_parts_that_overlap(blank: Language, text: str) -> None:
    article = make_article(text)

    check(article, quotes_of(blank, article))


def changes(text: str, step: int) -> Iterator[Article]:
    """Yield the surroundings of each mark with it deleted, doubled, and exchanged."""
    places = [at for at, character in enumerate(text) if character in MARKS]
    for at in places[:: max(1, step)]:
        mark = text[at]
        for instead in ("", mark * 2, mark.translate(EXCHANGED)):
            changed = text[:at] + instead + text[at + 1 :]
            # Only the paragraphs around the mark can change: that keeps the test quick.
            low = changed.rfind("\n", 0, max(0, at - 400)) + 1
            yield make_article(changed[low : at + 800])


def step_through(text: str, *, is_every: bool) -> int:
    """Return how many of a text's marks to go on by."""
    return 1 if is_every else sum(map(text.count, MARKS)) // MARKS_OF_SAMPLE


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_an_article_is_read_with_each_mark_deleted_doubled_or_exchanged(
    blank: Language, path: Path
) -> None:
    for article in changes(load_article(path).text, 1):
        check(article, quotes_of(blank, article))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_an_article_with_odd_marks_is_read_with_tags_and_a_parse(
    path: Path, every_mark: bool
) -> None:
    nlp = load_pipeline().nlp
    text = load_article(path).text
    for article in changes(text, step_through(text, is_every=every_mark)):
        check(article, quotes_of(nlp, article))


@pytest.mark.timeout(7200)
@pytest.mark.skipif(not DEVELOPMENT, reason="needs the development articles")
def test_development_articles_are_read_with_marks_deleted_doubled_or_exchanged(
    blank: Language, every_mark: bool
) -> None:
    for path in DEVELOPMENT[:: 1 if every_mark else SAMPLE_STEP]:
        text = load_article(path).text
        for article in changes(text, step_through(text, is_every=every_mark)):
            check(article, quotes_of(blank, article))
