"""Read CoNLL-U dependency trees as spaCy Docs of one paragraph each. Knows nothing of names."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

LONGEST_DOC = 150
"""Tokens after which the next sentence starts a new Doc: about one paragraph of news."""

FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, MISC = 1, 2, 3, 4, 5, 6, 7, 9


@dataclass(frozen=True, slots=True)
class _Token:
    columns: list[str]
    """The ten columns of its row."""
    has_space: bool
    """Whether a blank follows it in the text."""


def read_trees(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """Read a treebank file, in order.

    A paragraph ends where the file says so, or once it is longer than LONGEST_DOC. Words
    written as one ("don't") stand as their parts; a sentence in which the parts don't spell
    the whole is left out.
    """
    sentences: list[list[_Token]] = []
    for block in path.read_text(encoding="utf8").split("\n\n"):
        rows = [line for line in block.split("\n") if line]
        opens = any(row.startswith(("# newpar", "# newdoc")) for row in rows)
        if sentences and (opens or sum(map(len, sentences)) > LONGEST_DOC):
            yield _join(sentences, vocab)
            sentences = []
        sentence = _parse([row.split("\t") for row in rows if not row.startswith("#")])
        if sentence:
            sentences.append(sentence)
    if sentences:
        yield _join(sentences, vocab)


def _parse(rows: list[list[str]]) -> list[_Token]:
    """Tokens of one sentence; empty where a word's parts don't spell it."""
    wholes: dict[int, tuple[int, str, bool]] = {}
    tokens: list[_Token] = []
    for columns in rows:
        index = columns[0]
        has_space = "SpaceAfter=No" not in columns[MISC]
        if "-" in index:
            first, last = map(int, index.split("-"))
            wholes[first] = (last, columns[FORM], has_space)
        elif "." not in index:
            tokens.append(_Token(columns, has_space))
    for first, (last, form, has_space) in wholes.items():
        parts = tokens[first - 1 : last]
        if "".join(part.columns[FORM] for part in parts) != form:
            return []
        tokens[first - 1 : last] = [
            _Token(part.columns, has_space and part is parts[-1]) for part in parts
        ]
    return tokens


def _join(sentences: list[list[_Token]], vocab: Vocab) -> Doc:
    """One Doc of several sentences, heads counted over the whole."""
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for sentence in sentences:
        offset = len(heads)
        for position, token in enumerate(sentence):
            head = int(token.columns[HEAD])
            heads.append(offset + (head - 1 if head else position))
            starts.append(position == 0)
    tokens = [token for sentence in sentences for token in sentence]
    return Doc(
        vocab,
        words=[token.columns[FORM] for token in tokens],
        spaces=[token.has_space for token in tokens],
        tags=[token.columns[XPOS] for token in tokens],
        pos=[token.columns[UPOS] for token in tokens],
        morphs=[token.columns[FEATS].removeprefix("_") for token in tokens],
        lemmas=[token.columns[LEMMA] for token in tokens],
        heads=heads,
        deps=[token.columns[DEPREL].replace("root", "ROOT") for token in tokens],
        sent_starts=starts,
    )
