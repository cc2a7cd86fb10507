"""What can be found in an article, target by target, and the words of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from analysis.quotation import speaker_name
from analysis.schema import Analysis, Article, Entity, Quote, Span
from analysis.search.alphabet import Alphabet, make_alphabet
from analysis.search.hits import HitKind
from analysis.search.zone import Zone, make_zone

_KINDS: dict[str, HitKind] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
}
# Left out of initials as often as not: UN, but also USoA.
_SMALL_WORDS = frozenset("of the and for in on at to de la du des del der y e".split())


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be found."""

    kind: HitKind
    """What it is."""
    text: str
    """The line that stands for it: a name, a quote behind its speaker, a passage."""
    places: tuple[Span, ...]
    """An entity's name mentions, a quote's parts, a passage itself."""
    forms: tuple[str, ...] = ()
    """An entity's name and aliases."""
    words: tuple[tuple[int, Span], ...] = ()
    """Where in `text` stretches of the article begin, and which; in order. Not for entities."""
    entity: int | None = None
    """The `Entity.id`; for a quote that of its speaker."""
    quote: int | None = None
    """The index in `Analysis.quotes`."""


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that can be found in one article. Immutable; made by `build_index`."""

    alphabet: Alphabet
    """How texts are compared."""
    names: tuple[Target, ...]
    """People, organizations and places, those mentioned most first."""
    quotes: tuple[Target, ...]
    """Quotes in reading order."""
    passages: tuple[Target, ...]
    """Sentences in reading order; paragraphs where there is no analysis."""
    name_lines: Zone
    """A line for each name and alias."""
    quote_lines: Zone
    """A line for each quote: its speaker's name and its words."""
    passage_lines: Zone
    """A line for each passage."""
    initials: Mapping[str, tuple[int, ...]]
    """The initials of names of several words, and the names (indices of `names`)."""


def build_index(article: Article, analysis: Analysis | None) -> Index:
    """Make an article searchable.

    Args:
        article: The article.
        analysis: What was found in it; without one only its paragraphs can be found.
    """
    names: list[Target] = []
    quotes: list[Target] = []
    if analysis is not None:
        names = _name_targets(analysis)
        quotes = [
            _quote_target(article, analysis, number, quote)
            for number, quote in enumerate(analysis.quotes)
        ]
    sentences = analysis.sentences if analysis is not None else ()
    passages = [
        Target("passage", _on_one_line(span.of(article.text)), (span,), words=((0, span),))
        for span in sentences or article.paragraphs
    ]
    forms = [form for name in names for form in name.forms]
    alphabet = make_alphabet([article.text, *forms, *(quote.text for quote in quotes)])
    return Index(
        alphabet,
        tuple(names),
        tuple(quotes),
        tuple(passages),
        make_zone(alphabet, ((n, form) for n, name in enumerate(names) for form in name.forms)),
        make_zone(alphabet, ((n, quote.text) for n, quote in enumerate(quotes))),
        make_zone(alphabet, ((n, passage.text) for n, passage in enumerate(passages))),
        _find_initials(alphabet, names),
    )


def _name_targets(analysis: Analysis) -> list[Target]:
    places: dict[int, list[Span]] = defaultdict(list)
    all_places: dict[int, list[Span]] = defaultdict(list)
    for mention in analysis.mentions:
        all_places[mention.entity].append(mention.span)
        if mention.form == "name":
            places[mention.entity].append(mention.span)

    def prominence(entity: Entity) -> tuple[int, int]:
        return -len(all_places[entity.id]), entity.id

    return [
        Target(
            _KINDS[entity.kind],
            entity.name,
            tuple(places[entity.id] or all_places[entity.id]),
            forms=(entity.name, *entity.aliases),
            entity=entity.id,
        )
        for entity in sorted(analysis.entities, key=prominence)
        if entity.kind in _KINDS
    ]


def _quote_target(article: Article, analysis: Analysis, number: int, quote: Quote) -> Target:
    speaker = speaker_name(article, analysis, quote)
    marks = ("", "") if quote.kind == "indirect" else ("“", "”")
    text = (f"{speaker}: " if speaker else "") + marks[0]
    words: list[tuple[int, Span]] = []
    for part in quote.parts:
        text += " " if words else ""
        words.append((len(text), part))
        text += _on_one_line(part.of(article.text))
    entity = quote.speaker.entity if quote.speaker else None
    return Target("quote", text + marks[1], quote.parts, (), tuple(words), entity, number)


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ")


def _find_initials(alphabet: Alphabet, names: list[Target]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for form in name.forms:
            words = alphabet.to_words(form).split()
            large = [word for word in words if word not in _SMALL_WORDS]
            for chosen in (words, large):
                initials = "".join(word[0] for word in chosen)
                if len(initials) > 1 and number not in found[initials]:
                    found[initials].append(number)
    return {initials: tuple(numbers) for initials, numbers in found.items()}
