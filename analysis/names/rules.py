"""The rules in the order in which they run, each under the name by which it is switched off."""

from __future__ import annotations

from collections.abc import Callable

from analysis.names import (
    acronyms,
    bylines,
    capitals,
    classes,
    cuts,
    cuts_of_bodies,
    cuts_of_people,
    headings,
    heads,
    introduced,
    joins,
    kinds,
    known,
    no_bodies,
    nobody,
    places,
    shapes,
    titled,
    vote,
)
from analysis.names.draft import Draft

Rule = Callable[[Draft], None]

RULES: dict[str, Rule] = {
    "cut_at_breaks": cuts.cut_at_breaks,
    "cut_signs": cuts.cut_signs,
    "cut_lower_case": cuts.cut_lower_case,
    "cut_openers": cuts.cut_openers,
    "cut_titles": cuts_of_people.cut_titles,
    "cut_person_tail": cuts_of_people.cut_person_tail,
    "cut_body_tail": cuts_of_bodies.cut_body_tail,
    "cut_party_adjective": cuts_of_bodies.cut_party_adjective,
    "cut_office_of": cuts_of_bodies.cut_office_of,
    "cut_own_acronym": cuts_of_bodies.cut_own_acronym,
    "cut_owner": cuts_of_bodies.cut_owner,
    "split_joined_bodies": cuts_of_bodies.split_joined_bodies,
    "complete_compounds": joins.complete_compounds,
    "join_particles": joins.join_particles,
    "titled_people": titled.titled_people,
    "people_in_office": titled.people_in_office,
    "people_by_age": introduced.people_by_age,
    "people_who": introduced.people_who,
    "people_said_to_be": introduced.people_said_to_be,
    "people_of_bodies": introduced.people_of_bodies,
    "initialled_people": shapes.initialled_people,
    "people_by_given_name": shapes.people_by_given_name,
    "introduced_people": introduced.introduced_people,
    "nicknamed_people": shapes.nicknamed_people,
    "signed_people": bylines.signed_people,
    "people_who_sign": bylines.people_who_sign,
    "speaking_people": introduced.speaking_people,
    "credited_people": bylines.credited_people,
    "bodies_by_head": heads.bodies_by_head,
    "companies_by_ending": heads.companies_by_ending,
    "known_bodies": known.known_bodies,
    "listed_names": known.listed_names,
    "bodies_by_class": classes.bodies_by_class,
    "lower_chambers": known.lower_chambers,
    "rivers_have_articles": places.rivers_have_articles,
    "bodies_in_lower_case": heads.bodies_in_lower_case,
    "local_governments": heads.local_governments,
    "acronyms_by_context": acronyms.acronyms_by_context,
    "told_media": classes.told_media,
    "acronyms_in_brackets": acronyms.acronyms_in_brackets,
    "portfolios_are_no_bodies": no_bodies.portfolios_are_no_bodies,
    "bodies_with_people": classes.bodies_with_people,
    "bodies_that_speak": classes.bodies_that_speak_through_people,
    "topics_are_no_bodies": no_bodies.topics_are_no_bodies,
    "platforms_are_places_to_speak": no_bodies.platforms_are_places_to_speak,
    "never_bodies": no_bodies.never_bodies,
    "datelines_are_places": places.datelines_are_places,
    "places_by_class": places.places_by_class,
    "common_words_are_nobody": nobody.common_words_are_nobody,
    "topics_are_nobody": nobody.topics_are_nobody,
    "names_before_things_are_nobody": nobody.names_before_things_are_nobody,
    "listed_alike": places.listed_alike,
    "never_introduced": nobody.never_introduced,
    "lone_words_are_nobody": nobody.lone_words_are_nobody,
    "titled_name_wins": cuts_of_people.titled_name_wins,
    "drop_impossible": nobody.drop_impossible,
    "peoples_are_no_bodies": places.peoples_are_no_bodies,
    "ask_about_capitals": capitals.ask_about_capitals,
    "names_in_headings": headings.names_in_headings,
    "weigh_clues": kinds.weigh_clues,
    "one_kind_for_each_name": vote.one_kind_for_each_name,
    "kind_by_majority": vote.kind_by_majority,
    "drop_unanswered": capitals.drop_unanswered,
    "spread_to_missed": vote.spread_to_missed,
    "keep_the_longest": vote.keep_the_longest,
    "repeat_in_copies": vote.repeat_in_copies,
}
"""Every rule by its name. Order matters: edges, evidence, vote, spread, overlaps."""

DECISIONS = (
    "weigh_clues",
    "one_kind_for_each_name",
    "kind_by_majority",
    "drop_unanswered",
    "spread_to_missed",
    "keep_the_longest",
    "repeat_in_copies",
)
"""The rules that decide, when all evidence is in."""

NEEDED = frozenset({"kind_by_majority", "keep_the_longest", "repeat_in_copies"})
"""Rules without which the outcome would break its promises; they cannot be switched off."""
