"""Tell what nouns stand for: people, groups, writings. By lists and spelling; knows no article."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from analysis.quotes.lexicon import DOCUMENT_NOUNS, GROUP_NOUNS, PERSON_NOUNS

NounClass = Literal["person", "group", "document", "other"]


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """Return a plausible singular of a plural noun, by spelling alone."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return {"people": "people", "children": "child"}.get(word, word)


@lru_cache(maxsize=8192)
def noun_class(word: str) -> NounClass:
    """Return what a noun, in lower case, stands for."""
    base = singular(word)
    if word in PERSON_NOUNS or base in PERSON_NOUNS:
        return "person"
    if word in GROUP_NOUNS or base in GROUP_NOUNS:
        return "group"
    if word in DOCUMENT_NOUNS or base in DOCUMENT_NOUNS:
        return "document"
    if "-" in word:
        return noun_class(word.rpartition("-")[2])
    return "other"
