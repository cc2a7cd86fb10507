"""Names and quotes as components of any spaCy pipeline: `nlp.add_pipe("quotes")`.

One Doc is one article; its text's paragraphs are found as a file's are. What is found is kept as
text in `doc.user_data`, so that it survives `to_bytes`, a DocBin and `nlp.pipe(n_process=2)`, and
is shown as spaCy spans by `doc._.people`, `doc._.organizations` and `doc._.quotes`.

spaCy imports this module whenever a pipeline is made, so the finders are imported at first use.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan
from spacy.util import filter_spans

from analysis.codec import decode_analysis, encode_analysis
from analysis.loading.paragraphs import find_paragraphs
from analysis.schema import Analysis, Article, Entity, EntityKind, QuoteKind, Span

USER_DATA_KEY = "newsreader"
"""Where in `doc.user_data` the analysis is kept."""
LABELS: dict[EntityKind, str] = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "LOC",
    "other": "MISC",
}
"""The label of each kind among `doc.ents`, unless the component is told others."""


@dataclass(frozen=True, slots=True)
class DocEntity:
    """A person or an organization of a Doc."""

    name: str
    """The fullest form in which the article names it."""
    aliases: tuple[str, ...]
    """The other forms."""
    role: str | None
    """The words by which the article introduces it."""
    mentions: tuple[TokenSpan, ...]
    """Where it is named, in reading order."""


@dataclass(frozen=True, slots=True)
class DocQuote:
    """Words that a Doc gives as somebody's."""

    text: str
    """The words, exactly; those of several parts with a blank between them."""
    parts: tuple[TokenSpan, ...]
    """The tokens of each part; a token glued to its mark is there as a whole."""
    kind: QuoteKind
    """`direct`, `mixed` or `indirect` (reported without marks)."""
    speaker: str | None
    """Who said it, by the full name or as described; None where nobody is told."""
    speaker_span: TokenSpan | None
    """The words that tell it ("he")."""
    cue: TokenSpan | None
    """The word or phrase of saying."""
    confidence: float
    """How sure the speaker is, 0 to 1."""


class NameFinder:
    """Mends and joins a Doc's names by what the whole article tells."""

    def __init__(self, *, set_ents: bool, labels: dict[str, str]) -> None:
        """Prepare.

        Args:
            set_ents: Whether `doc.ents` is replaced by the names found; the `ent_id_` of each is
                then the full name of whom it stands for.
            labels: What each kind of entity is labelled.
        """
        self._set_ents = set_ents
        self._labels = {kind: labels.get(kind, label) for kind, label in LABELS.items()}

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of a Doc."""
        analysis = _find_names(doc, _article_of(doc))
        if self._set_ents:
            doc.ents = filter_spans(self._as_spans(doc, analysis))
        return doc

    def _as_spans(self, doc: Doc, analysis: Analysis) -> Iterator[TokenSpan]:
        for mention in analysis.mentions:
            if mention.form == "name":
                entity = analysis.entities[mention.entity]
                span = _tokens_of(doc, mention.span)
                label = self._labels[entity.kind]
                yield TokenSpan(doc, span.start, span.end, label, span_id=entity.name)


class QuoteFinder:
    """Finds a Doc's quotes and who said them; the names too, unless they were found before."""

    def __init__(self, *, reported: bool) -> None:
        """Prepare.

        Args:
            reported: Whether speech reported without quotation marks counts.
        """
        self._reported = reported

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotes of a Doc."""
        from analysis.quotes import find_quotes

        article = _article_of(doc)
        analysis = _analysis_of(doc, article) or _find_names(doc, article)
        quotes = find_quotes(doc, article, analysis.entities, analysis.mentions)
        if not self._reported:
            quotes = tuple(quote for quote in quotes if quote.kind != "indirect")
        _keep(doc, replace(analysis, quotes=quotes))
        return doc


@Language.factory(
    "newsreader_names",
    default_config={"set_ents": True, "labels": {}},
    assigns=["doc.ents", "doc._.people", "doc._.organizations"],
)
def make_names(nlp: Language, name: str, set_ents: bool, labels: dict[str, str]) -> NameFinder:
    """Make the component that `nlp.add_pipe("newsreader_names")` adds."""
    _show_on_docs()
    return NameFinder(set_ents=set_ents, labels=labels)


@Language.factory(
    "quotes",
    default_config={"reported": True},
    assigns=["doc._.people", "doc._.organizations", "doc._.quotes"],
)
def make_quotes(nlp: Language, name: str, reported: bool) -> QuoteFinder:
    """Make the component that `nlp.add_pipe("quotes")` adds."""
    _show_on_docs()
    return QuoteFinder(reported=reported)


def read_people(doc: Doc) -> tuple[DocEntity, ...]:
    """Return the people of a Doc by first mention; empty where none were looked for."""
    return _entities_of(doc, "person")


def read_organizations(doc: Doc) -> tuple[DocEntity, ...]:
    """Return the organizations of a Doc by first mention; empty where none were looked for."""
    return _entities_of(doc, "organization")


def read_quotes(doc: Doc) -> tuple[DocQuote, ...]:
    """Return the quotes of a Doc in reading order; empty where none were looked for."""
    from analysis.quotation import speaker_name

    article = _article_of(doc)
    analysis = _analysis_of(doc, article)
    if analysis is None:
        return ()
    return tuple(
        DocQuote(
            text=" ".join(part.of(article.text) for part in quote.parts),
            parts=tuple(_tokens_of(doc, part) for part in quote.parts),
            kind=quote.kind,
            speaker=speaker_name(article, analysis, quote),
            speaker_span=_tokens_or_none(doc, quote.speaker.span if quote.speaker else None),
            cue=_tokens_or_none(doc, quote.cue),
            confidence=quote.confidence,
        )
        for quote in analysis.quotes
    )


_SHOWN: dict[str, Callable[[Doc], Any]] = {
    "people": read_people,
    "organizations": read_organizations,
    "quotes": read_quotes,
}


def _show_on_docs() -> None:
    """Let `doc._` show what was found.

    Raises:
        ValueError: Somebody else's extension has one of the names.
    """
    for name, read in _SHOWN.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, getter=read)
        elif Doc.get_extension(name)[2] is not read:
            raise ValueError(f"doc._.{name} is another extension's already; remove that one first")


def _entities_of(doc: Doc, kind: EntityKind) -> tuple[DocEntity, ...]:
    analysis = _analysis_of(doc, _article_of(doc))
    if analysis is None:
        return ()

    def show(entity: Entity) -> DocEntity:
        mentions = (mention for mention in analysis.mentions if mention.entity == entity.id)
        spans = tuple(_tokens_of(doc, mention.span) for mention in mentions)
        return DocEntity(entity.name, entity.aliases, entity.role, spans)

    return tuple(show(entity) for entity in analysis.entities if entity.kind == kind)


def _article_of(doc: Doc) -> Article:
    text = doc.text
    key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(key=key, text=text, paragraphs=find_paragraphs(text), title="")


def _find_names(doc: Doc, article: Article) -> Analysis:
    from analysis.names import find_entities

    entities, mentions = find_entities(doc, article)
    analysis = Analysis(article.key, "", (), entities, mentions, ())
    _keep(doc, analysis)
    return analysis


def _keep(doc: Doc, analysis: Analysis) -> None:
    doc.user_data[USER_DATA_KEY] = encode_analysis(analysis)


def _analysis_of(doc: Doc, article: Article) -> Analysis | None:
    kept = doc.user_data.get(USER_DATA_KEY)
    return None if kept is None else decode_analysis(kept, article)


def _tokens_of(doc: Doc, span: Span) -> TokenSpan:
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    assert tokens is not None, "a span that was found holds a token"
    return tokens


def _tokens_or_none(doc: Doc, span: Span | None) -> TokenSpan | None:
    return None if span is None else _tokens_of(doc, span)
