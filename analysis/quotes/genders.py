"""Tell how an article's people are spoken of, from titles, roles and first names."""

from __future__ import annotations

from bisect import bisect_left

from analysis.quotes.gender import Gender, gender_of_name, gender_of_word
from analysis.quotes.scene import Scene

_PERSONAL = frozenset("he him his himself she her hers herself".split())


def genders_of(scene: Scene) -> dict[int, Gender]:
    """Return how the article's persons are spoken of: by title, role, or first name."""
    genders: dict[int, Gender] = {}
    for entity in scene.entities:
        if entity.kind != "person":
            continue
        gender = gender_of_name(entity.name)
        for word in (entity.role or "").split():
            told = gender_of_word(word)
            gender = told if told != "?" else gender
        for name in (entity.name, *entity.aliases):
            told = gender_of_word(name.split()[0]) if name.split() else "?"
            gender = told if told != "?" else gender
        genders[entity.id] = gender
    starts = scene.starts
    for mention in scene.mentions:
        if mention.entity not in genders or mention.form != "name":
            continue
        first = bisect_left(starts, mention.span.start)
        if first:
            told = gender_of_word(scene.lower[first - 1])
            if told != "?" and scene.lower[first - 1] not in _PERSONAL:
                genders[mention.entity] = told
    return genders
