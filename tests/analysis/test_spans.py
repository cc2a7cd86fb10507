"""The bridge between tokens and characters: offsets hold whatever lies between paragraphs."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from analysis.load import make_article
from analysis.spans import (
    CHARACTERS_AT_ONCE,
    join_passages,
    read_article,
    read_passages,
    sentences_of,
    span_of,
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    return blank


TEXTS = [
    "One line. Two sentences.",
    "\n\n  Indented.\n\n\nThird – with “marks” and Škoda's café.  \n",
    "First paragraph.\nSecond one.\n\n\n\nThird.",
    "Emoji 👩‍👩‍👧 and 汉字 here.\n\nAnd there.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_token_stands_where_the_article_has_it(nlp: Language, text: str) -> None:
    article = make_article(text)
    for token in read_article(nlp, article):
        assert span_of(token).of(article.text) == token.text


@settings(deadline=None)
@given(st.text(alphabet="ab .\n\t“”'’é", max_size=80))
def test_no_arrangement_of_paragraphs_moves_an_offset(text: str) -> None:
    article = make_article(text)
    for token in read_article(spacy.blank("en"), article):
        if not token.is_space:
            assert span_of(token).of(article.text) == token.text


def test_an_empty_article_gives_an_empty_doc(nlp: Language) -> None:
    assert len(read_article(nlp, make_article(""))) == 0


def test_a_line_break_inside_a_paragraph_reads_as_a_space(nlp: Language) -> None:
    lines = "The council of the town\nmet on Monday and spoke\nof bread and of water\nfor hours.\n"
    article = make_article(lines + "\n" + lines)
    assert len(article.paragraphs) == 2
    doc = read_article(nlp, article)
    assert "town met" in doc.text
    assert len(doc.text) == len(article.text.rstrip())


def test_sentences_have_no_blank_edges_and_cross_no_paragraph(nlp: Language) -> None:
    article = make_article("One. Two.\n\nThree without an end\n\nFour.")
    words = [
        span_of(sentence).of(article.text) for sentence in sentences_of(read_article(nlp, article))
    ]
    assert words == ["One.", "Two.", "Three without an end", "Four."]


def test_a_paragraph_too_long_to_be_read_at_once_is_cut_behind_a_sentence(nlp: Language) -> None:
    sentence = "The council of the town met on Monday and spoke of bread. "
    article = make_article(sentence * (2 * CHARACTERS_AT_ONCE // len(sentence)))
    passages = list(read_passages(nlp, article))
    assert len(passages) > 1
    assert {passage.words[-1] for passage in passages} == {"."}
    for token in join_passages(nlp.vocab, passages):
        assert span_of(token).of(article.text) == token.text


@pytest.mark.parametrize("text", ["x" * (2 * CHARACTERS_AT_ONCE + 7), "very long " * 5_000])
def test_what_has_no_sentence_is_cut_where_it_may_be(nlp: Language, text: str) -> None:
    article = make_article(text)
    doc = read_article(nlp, article)
    assert doc.text == article.text.strip()
    assert len(list(read_passages(nlp, article))) > 1
