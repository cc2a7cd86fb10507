from __future__ import annotations

import pytest

from analysis.quotes.gender import gender_of_name, gender_of_word
from analysis.quotes.lexicon import SAY_VERBS, VERB_FORMS, WEAK_VERBS
from analysis.quotes.nouns import noun_class, singular

FORMS = [
    ("said", "say"),
    ("told", "tell"),
    ("replies", "reply"),
    ("replied", "reply"),
    ("stressing", "stress"),
    ("announced", "announce"),
    ("admitted", "admit"),
    ("wrote", "write"),
]


@pytest.mark.parametrize(("form", "lemma"), FORMS)
def test_verbs_of_saying_are_known_in_all_forms(form: str, lemma: str) -> None:
    assert VERB_FORMS[form] == lemma


def test_a_verb_is_strong_or_weak_but_not_both() -> None:
    assert not SAY_VERBS & WEAK_VERBS


@pytest.mark.parametrize(
    ("word", "expected"),
    [("spokesmen", "spokesman"), ("ministries", "ministry"), ("police", "police"),
     ("witnesses", "witness"), ("boss", "boss"), ("officials", "official")],
)  # fmt: skip
def test_plurals_are_undone_by_spelling(word: str, expected: str) -> None:
    assert singular(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("vice-president", "person"), ("officials", "person"), ("ministry", "group"),
     ("letter", "document"), ("table", "other")],
)  # fmt: skip
def test_nouns_are_told_apart_by_what_may_speak(word: str, expected: str) -> None:
    assert noun_class(word) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Emmanuel Macron", "m"), ("Claudia Sheinbaum", "f"), ("Xi Jinping", "?"), ("", "?"),
     ("Jean Dupont", "?")],
)  # fmt: skip
def test_a_first_name_tells_a_gender_only_where_it_is_plain(name: str, expected: str) -> None:
    assert gender_of_name(name) == expected


def test_titles_and_nouns_tell_a_gender() -> None:
    assert [gender_of_word(word) for word in ("Mr", "spokeswoman", "official")] == ["m", "f", "?"]
