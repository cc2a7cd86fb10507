"""The one bridge between spaCy tokens and article characters.

The whole article becomes one Doc in which `token.idx` *is* the article's offset, though the
pipeline ran a paragraph at a time: that bounds its memory, and keeps sentences and names from
crossing a paragraph's end.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from analysis.schema import Article, Span

PARAGRAPHS_AT_ONCE = 32


def read_article(nlp: Language, article: Article) -> Doc:
    """Run a pipeline over an article, a paragraph at a time, and join the outcome.

    Returns:
        One Doc whose tokens' `idx` are offsets into `article.text`. White space between
        paragraphs stands as tokens of its own. Line breaks inside a paragraph read as spaces.
        Empty for an empty article.
    """
    texts = (span.of(article.text).replace("\n", " ") for span in article.paragraphs)
    docs = nlp.pipe(texts, batch_size=PARAGRAPHS_AT_ONCE)
    pieces: list[Doc] = []
    reached = 0
    for span, doc in zip(article.paragraphs, docs, strict=True):
        if reached < span.start:
            pieces.append(_blank(nlp, article.text[reached : span.start]))
        pieces.append(doc)
        reached = span.end
    # Tensors are of no use behind the pipeline, and white space has none (the stub lacks exclude).
    joined = Doc.from_docs(pieces, ensure_whitespace=False, exclude=("tensor",))  # type: ignore[call-arg]
    return joined or Doc(nlp.vocab)


def _blank(nlp: Language, text: str) -> Doc:
    """Return white space as a one-token Doc that starts a sentence of its own."""
    doc = Doc(nlp.vocab, words=[text], spaces=[False], sent_starts=[True])
    doc.set_ents([], default="outside")
    return doc


def span_of(tokens: TokenSpan | Token) -> Span:
    """Return the characters that a token or a run of tokens covers, without white space behind."""
    if isinstance(tokens, Token):
        return Span(tokens.idx, tokens.idx + len(tokens))
    return Span(tokens.start_char, tokens.end_char)


def sentences_of(doc: Doc) -> Iterator[TokenSpan]:
    """Yield the sentences that hold a word, without white-space tokens at their edges."""
    for sentence in doc.sents:
        start, end = sentence.start, sentence.end
        while start < end and doc[start].is_space:
            start += 1
        while end > start and doc[end - 1].is_space:
            end -= 1
        if start < end:
            yield doc[start:end]
