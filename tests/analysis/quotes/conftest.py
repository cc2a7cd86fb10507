"""Small articles with their people given, so that the rules are tested without any model."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from analysis.load import make_article
from analysis.quotes import find_quotes
from analysis.schema import Article, Entity, EntityKind, Mention, Quote, Span
from analysis.spans import read_article


@dataclass(frozen=True)
class Read:
    """An article with its quotes."""

    article: Article
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]

    @property
    def marked(self) -> list[Quote]:
        return [quote for quote in self.quotes if quote.kind != "indirect"]

    @property
    def reported(self) -> list[Quote]:
        return [quote for quote in self.quotes if quote.kind == "indirect"]

    def speakers(self) -> list[str | None]:
        return [self.speaker(quote) for quote in self.marked]

    def speaker(self, quote: Quote) -> str | None:
        if quote.speaker is None:
            return None
        if quote.speaker.entity is not None:
            return self.entities[quote.speaker.entity].name
        words = quote.speaker.description or quote.speaker.span
        return words.of(self.article.text) if words else None

    def words(self) -> list[list[str]]:
        return [[part.of(self.article.text) for part in quote.parts] for quote in self.marked]


Reader = Callable[..., Read]


def tag(doc: Doc, tags: str) -> None:
    """Tag a text's words: "pressed/VERB/VBD him/PRON"; the others are nouns, names or marks."""
    given = dict(entry.split("/", 1) for entry in tags.split())
    for token in doc:
        pos, _, fine = given.get(token.text, "").partition("/")
        usual = "PROPN" if token.is_title else "NOUN" if token.is_alpha else "PUNCT"
        token.pos_, token.tag_ = pos or usual, fine or pos or usual


@pytest.fixture(scope="session")
def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


@pytest.fixture
def read(blank: Language) -> Reader:
    """Read a text in which people, organizations and places are known by the names given, and
    people by the descriptions behind their names.
    """

    def read_text(
        text: str,
        *,
        people: tuple[str, ...] = (),
        organizations: tuple[str, ...] = (),
        places: tuple[str, ...] = (),
        nominals: dict[str, str] | None = None,
        tags: str | None = None,
    ) -> Read:
        article = make_article(text)
        entities: list[Entity] = []
        mentions: list[Mention] = []
        named: list[tuple[EntityKind, str]] = [("person", name) for name in people]
        named += [("organization", name) for name in organizations]
        named += [("place", name) for name in places]
        for kind, name in named:
            entity = Entity(len(entities), kind, name, (name.split()[-1],))
            entities.append(entity)
            pattern = rf"\b(?:{re.escape(name)}|{re.escape(name.split()[-1])})\b"
            mentions += [
                Mention(Span(*match.span()), "name", entity.id)
                for match in re.finditer(pattern, article.text)
            ]
        for words, name in (nominals or {}).items():
            known = next(entity for entity in entities if entity.name == name)
            introduced = article.text.index(name)
            mentions += [
                Mention(Span(*match.span()), "nominal", known.id)
                for match in re.finditer(rf"\b{words}\b", article.text)
                if match.start() > introduced
            ]
        mentions.sort(key=lambda mention: mention.span)
        doc = read_article(blank, article)
        if tags is not None:
            tag(doc, tags)
        quotes = find_quotes(doc, article, tuple(entities), tuple(mentions))
        return Read(article, tuple(entities), quotes)

    return read_text
