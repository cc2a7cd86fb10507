"""From the draft's candidates to the entities and mentions of the contract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from analysis.names.descriptions import Description, find_descriptions, without_covered
from analysis.names.draft import Candidate, Draft, Key
from analysis.names.roles import find_role
from analysis.names.same_body import group_bodies, is_only_heads
from analysis.names.same_person import group_people
from analysis.names.same_place import group_places
from analysis.names.words import TITLES_OF_ONE_NAME
from analysis.schema import Entity, EntityKind, Mention

Group = tuple[EntityKind, list[Candidate]]


def gather(draft: Draft, without: frozenset[str]) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Make one entity of each group of mentions, numbered by first mention."""
    people = group_people(draft, without)
    described = [] if "descriptions" in without else find_descriptions(draft, people)
    groups: list[Group] = [("person", one.mentions) for one in people]
    groups += [
        ("organization", one.mentions)
        for one in group_bodies(draft, without)
        if "lone_heads" in without or not is_only_heads(one)
    ]
    groups += _group_others(draft, described, without)
    person_of = {id(groups[number][1]): number for number in range(len(people))}
    groups.sort(key=lambda group: group[1][0].start)
    entities: list[Entity] = []
    mentions: list[Mention] = []
    for number, (kind, found) in enumerate(groups):
        entities.append(_entity(draft, number, kind, found, without))
        mentions += [Mention(draft.span(one.start, one.end), "name", number) for one in found]
        mentions += [
            Mention(draft.span(start, end), "nominal", number)
            for start, end, person in described
            if person_of.get(id(found)) == person
        ]
    mentions.sort(key=lambda mention: mention.span)
    return tuple(entities), tuple(mentions)


def _group_others(
    draft: Draft, described: list[Description], without: frozenset[str]
) -> list[Group]:
    """Group places by what they stand for, and other things by the same words."""
    places: list[Candidate] = []
    others: dict[Key, list[Candidate]] = {}
    for one in without_covered(draft.in_order(), described):
        if one.kind == "place" and "same_place" not in without:
            places.append(one)
        elif one.kind == "place" or one.kind == "other":
            others.setdefault((one.kind, *draft.key(one.start, one.end)), []).append(one)
    groups: list[Group] = [("place", found) for found in group_places(draft, places)]
    return groups + [(found[0].kind or "other", found) for found in others.values()]


def _entity(
    draft: Draft, number: int, kind: EntityKind, found: Sequence[Candidate], without: frozenset[str]
) -> Entity:
    forms = Counter(draft.text(one.start, one.end) for one in found)
    order = {form: place for place, form in enumerate(forms)}
    name = max(forms, key=lambda form: (_fullness(form, kind), forms[form], -order[form]))
    if kind == "person" and " " not in name and "titles_of_one_name" not in without:
        name = _with_title(draft, found) or name
    aliases = tuple(form for form in forms if form != name)
    role = None
    if kind == "person" and "roles" not in without:
        for one in found[:4]:
            role = find_role(draft, one.start, one.end)
            if role:
                break
    return Entity(number, kind, name, aliases, role)


def _with_title(draft: Draft, found: Sequence[Candidate]) -> str | None:
    """Return a person's one name with the title that stands before it, or None."""
    for one in found:
        title = one.start - 1
        if title >= 0 and draft.bare[title] in TITLES_OF_ONE_NAME and draft.words[title].istitle():
            return draft.text(title, one.end)
    return None


def _fullness(form: str, kind: EntityKind) -> tuple[int, int]:
    """Rank a form: more words are fuller; of as many words an organization's longer one.

    Of a person's or a place's forms one that is not all in capitals is the better.
    """
    words = form.replace("-", " ").split() if kind == "person" else form.split()
    if kind in ("person", "place"):
        return (len(words), 0 if form.isupper() else 1)
    return (len(words), len(form))
