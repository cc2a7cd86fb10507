"""Small texts with the model's names marked in them: "[Macron|PERSON] said"."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

import spacy
from spacy.tokens import Doc

from analysis.names import find_entities
from analysis.schema import Article, Entity, Mention, Span

_MARKED = re.compile(r"\[([^\[\]|]+)\|([A-Z_]+)\]")
_NLP = spacy.blank("en")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a small text."""

    text: str
    """The text without its marks."""
    entities: tuple[Entity, ...]
    """As `find_entities` gives them."""
    mentions: tuple[Mention, ...]
    """As `find_entities` gives them."""

    def names(self, kind: str) -> list[str]:
        """Return the names of one kind of entities, in order."""
        return [entity.name for entity in self.entities if entity.kind == kind]

    @property
    def people(self) -> list[str]:
        """The people's names."""
        return self.names("person")

    @property
    def bodies(self) -> list[str]:
        """The organizations' names."""
        return self.names("organization")

    def words_of(self, name: str) -> list[str]:
        """Return the words of all mentions of the entity with a name."""
        number = next(entity.id for entity in self.entities if entity.name == name)
        return [one.span.of(self.text) for one in self.mentions if one.entity == number]

    def entity(self, name: str) -> Entity:
        """Return the entity with a name."""
        return next(entity for entity in self.entities if entity.name == name)


def article_of(text: str) -> Article:
    """Make an article whose paragraphs are the text's lines."""
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*\S|\S", text))
    return Article(hashlib.sha256(text.encode()).hexdigest(), text, paragraphs, "")


def doc_of(marked: str) -> Doc:
    """Make a Doc with the marked names as `doc.ents`; a mark must cover whole tokens."""
    text = ""
    spans = []
    reached = 0
    for match in _MARKED.finditer(marked):
        text += marked[reached : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        reached = match.end()
    text += marked[reached:]
    doc = _NLP(text)
    found = [doc.char_span(*span, alignment_mode="expand") for span in spans]
    doc.set_ents([span for span in found if span is not None])
    return doc


def find(marked: str, *, without: frozenset[str] = frozenset()) -> Found:
    """Find the entities of a small marked text."""
    doc = doc_of(marked)
    entities, mentions = find_entities(doc, article_of(doc.text), without=without)
    return Found(doc.text, entities, mentions)
