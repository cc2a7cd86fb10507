"""The document-level pass over any pipeline's names. Knows rules by name; holds none itself."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from analysis.names.draft import KIND_OF_LABEL, Draft
from analysis.names.gather import gather
from analysis.names.rules import DECISIONS, NEEDED, RULES
from analysis.names.same_body import TESTS
from analysis.schema import Article, Entity, EntityKind, Mention

MODEL_WEIGHTS: dict[EntityKind, float] = {
    "person": 1.0,
    "organization": 1.0,
    "place": 1.0,
    "other": 0.7,
}
"""What the model's own label counts; "other" is what it says where it has no better word."""

RULE_NAMES = (
    *(name for name in RULES if name not in NEEDED),
    *TESTS,
    "acronym",
    "transliteration",
    "also_known_as",
    "roles",
    "titles_of_one_name",
    "lone_heads",
    "same_place",
    "descriptions",
)
"""What `without` may name."""


def find_entities(
    doc: Doc, article: Article, *, without: frozenset[str] = frozenset()
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Find people, organizations, places and other named things.

    Starts from `doc.ents` of any English pipeline, mends them by what the whole article tells,
    and says which names stand for the same entity.

    Args:
        doc: The article as `spans.read_article` gives it: `token.idx` is an article offset.
        article: The article itself.
        without: Names of rules to leave out (`RULE_NAMES`), to see what each is worth.

    Returns:
        Entities in order of first mention (`entities[i].id == i`) and mentions in reading
        order, which never overlap and begin and end at word edges. Both empty for no names.
    """
    draft = find_evidence(doc, article, doc.ents, without=without)
    for name in DECISIONS:
        if name in NEEDED or name not in without:
            draft.rule = name
            RULES[name](draft)
    return gather(draft, without)


def find_evidence(
    doc: Doc, article: Article, names: Iterable[Span], *, without: frozenset[str] = frozenset()
) -> Draft:
    """Run the rules that come before anything is decided.

    Args:
        doc: As for `find_entities`.
        article: The article itself.
        names: What the pipeline found, or what is to be taken for it.
        without: Names of rules to leave out.
    """
    draft = Draft(doc, article)
    for found in names:
        kind = KIND_OF_LABEL.get(found.label_)
        if kind is not None:
            draft.add(found.start, found.end, kind, MODEL_WEIGHTS[kind])
    for name, rule in RULES.items():
        if name not in DECISIONS and name not in without:
            draft.rule = name
            rule(draft)
    return draft
