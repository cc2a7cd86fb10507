"""Odd marks: nothing raises, and every part is an exact slice inside its paragraph."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from analysis.load import load_article, make_article
from analysis.quotes import find_quotes
from analysis.schema import Article, Entity, Mention, Quote, Span
from analysis.spans import read_article

ROOT = Path(__file__).resolve().parents[3]
SHARED = Path(os.environ.get("NEWSREADER_SHARED", ROOT.parent / "shared"))
ARTICLES = [
    *sorted(path for path in (ROOT / "seeds").glob("*") if path.suffix in (".txt", ".md")),
    *sorted((SHARED / "seeds").glob("*.txt")),
]
MARKS = "\"'“”‘’«»„"
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
    for quote in quotes:
        assert 0.0 <= quote.confidence <= 1.0
        if quote.speaker is not None and quote.speaker.span is not None:
            assert 0 <= quote.speaker.span.start < quote.speaker.span.end <= len(article.text)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_paragraph_yields_an_error_or_parts_that_overlap(blank: Language, text: str) -> None:
    article = make_article(text)

    check(article, quotes_of(blank, article))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_read_with_each_mark_deleted_or_doubled(blank: Language, path: Path) -> None:
    text = load_article(path).text
    places = [at for at, character in enumerate(text) if character in MARKS]
    for at in places:
        for changed in (text[:at] + text[at + 1 :], text[:at] + text[at] + text[at:]):
            # Only the paragraphs around the mark can change: that keeps the test quick.
            low = changed.rfind("\n", 0, max(0, at - 400)) + 1
            article = make_article(changed[low : at + 800])
            check(article, quotes_of(blank, article))
