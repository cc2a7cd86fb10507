"""The one bridge between spaCy tokens and article characters.

The whole article becomes one Doc in which `token.idx` *is* the article's offset, though the
pipeline ran a paragraph at a time: that bounds its memory, and keeps sentences and names from
crossing a paragraph's end. What it said is kept as plain data until then, for a pipeline's words
are forgotten between one batch of paragraphs and the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan
from spacy.vocab import Vocab

from analysis.schema import Article, Span

CHARACTERS_AT_ONCE = 20_000
"""Characters of the paragraphs that a pipeline is given together: some 3,300 words."""

_ATTRIBUTES: list[int | str] = [
    *("SENT_START", "HEAD", "POS", "ENT_IOB"),
    *("DEP", "TAG", "LEMMA", "ENT_TYPE"),
]
"""What the finders read of a token besides its text."""
_NAMED_BY_STRINGS = slice(4, None)
"""Those whose values are the numbers of strings."""
_BLANK = numpy.array([[1, 0, 0, 2, 0, 0, 0, 0]], dtype=numpy.uint64)
"""White space between paragraphs: starts a sentence (1), is outside of any name (2)."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """What a pipeline said of a stretch of an article, in plain data."""

    end: int
    """The character of the article behind it."""
    words: list[str]
    """The tokens' texts; white space between paragraphs is a token, too."""
    spaces: list[bool]
    """For each token, whether a blank follows it."""
    attributes: NDArray[Any]
    """For each token, a row of `_ATTRIBUTES`."""
    strings: tuple[str, ...]
    """The strings that those name by number."""


def token_starts(doc: Doc) -> list[int]:
    """Return each token's first character: `token.idx`, for all at once."""
    starts: list[int] = doc.to_array("IDX").tolist()
    return starts


def read_article(nlp: Language, article: Article) -> Doc:
    """Run a pipeline over an article, a paragraph at a time, and join the outcome.

    Returns:
        One Doc whose tokens' `idx` are offsets into `article.text`. White space between
        paragraphs stands as tokens of its own. Line breaks inside a paragraph read as spaces.
        Empty for an empty article.
    """
    return join_passages(nlp.vocab, list(read_passages(nlp, article)))


def read_passages(nlp: Language, article: Article) -> Iterator[Passage]:
    """Run a pipeline over an article, some paragraphs at a time.

    Each is yielded as soon as it is read, and needs nothing of the pipeline to be kept. Together
    they cover the article up to the end of its last paragraph; there are none for an empty one.
    """
    reached = 0
    for pieces in _batches(article):
        yield _read_together(nlp, article, pieces, reached)
        reached = pieces[-1].end


def _read_together(
    nlp: Language, article: Article, pieces: Sequence[Span], reached: int
) -> Passage:
    """Read some pieces, and the white space before each from where the article was read to."""
    texts = [piece.of(article.text).replace("\n", " ") for piece in pieces]
    words: list[str] = []
    spaces: list[bool] = []
    rows: list[NDArray[Any]] = []
    for piece, doc in zip(pieces, nlp.pipe(texts, batch_size=len(texts)), strict=True):
        if reached < piece.start:
            words.append(article.text[reached : piece.start])
            spaces.append(False)
            rows.append(_BLANK)
        for token in doc:
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
        rows.append(doc.to_array(_ATTRIBUTES))
        reached = piece.end
    attributes = numpy.concatenate(rows)
    numbers = numpy.unique(attributes[:, _NAMED_BY_STRINGS])
    strings = tuple(nlp.vocab.strings[number] for number in numbers.tolist() if number)
    return Passage(reached, words, spaces, attributes, strings)


def join_passages(vocab: Vocab, passages: Sequence[Passage]) -> Doc:
    """Return passages that follow each other, the first one at the article's start, as one Doc."""
    for passage in passages:
        for string in passage.strings:
            vocab.strings.add(string)
    words = [word for passage in passages for word in passage.words]
    spaces = [space for passage in passages for space in passage.spaces]
    doc = Doc(vocab, words=words, spaces=spaces)
    if words:
        rows: Any = numpy.concatenate([passage.attributes for passage in passages])
        doc.from_array(_ATTRIBUTES, rows)
    return doc


def _batches(article: Article) -> Iterator[list[Span]]:
    """Yield an article's paragraphs, as many together as are read at once."""
    batch: list[Span] = []
    characters = 0
    for piece in _pieces(article.text, article.paragraphs):
        if batch and characters + len(piece) > CHARACTERS_AT_ONCE:
            yield batch
            batch, characters = [], 0
        batch.append(piece)
        characters += len(piece)
    if batch:
        yield batch


def _pieces(text: str, paragraphs: Iterable[Span]) -> Iterator[Span]:
    """Yield paragraphs, one that is longer than what is read at once in several pieces.

    It is cut behind the last sentence, else the last blank, else the last character that fits.
    """
    for paragraph in paragraphs:
        start = paragraph.start
        while paragraph.end - start > CHARACTERS_AT_ONCE:
            limit = start + CHARACTERS_AT_ONCE
            ends = [match.end() for match in _SENTENCE_END.finditer(text, start, limit)]
            cut = ends[-1] if ends else text.rfind(" ", start, limit) + 1
            cut = cut if cut > start else limit
            yield Span(start, cut)
            start = cut
        yield Span(start, paragraph.end)


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
