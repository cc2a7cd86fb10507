"""The rules in the order in which they run, each under the name by which it is switched off."""

from __future__ import annotations

from collections.abc import Callable

from analysis.names import edges, organizations, people, vote
from analysis.names.draft import Draft

Rule = Callable[[Draft], None]

RULES: dict[str, Rule] = {
    "cut_at_breaks": edges.cut_at_breaks,
    "cut_signs": edges.cut_signs,
    "cut_lower_case": edges.cut_lower_case,
    "cut_openers": edges.cut_openers,
    "cut_titles": edges.cut_titles,
    "cut_person_tail": edges.cut_person_tail,
    "cut_body_tail": edges.cut_body_tail,
    "cut_office_of": edges.cut_office_of,
    "cut_own_acronym": edges.cut_own_acronym,
    "cut_place_before_acronym": edges.cut_place_before_acronym,
    "cut_owner": edges.cut_owner,
    "complete_compounds": edges.complete_compounds,
    "join_particles": edges.join_particles,
    "cut_place_before_person": edges.cut_place_before_person,
    "titled_people": people.titled_people,
    "people_in_office": people.people_in_office,
    "kin_people": people.kin_people,
    "people_by_age": people.people_by_age,
    "people_who": people.people_who,
    "initialled_people": people.initialled_people,
    "people_by_given_name": people.people_by_given_name,
    "introduced_people": people.introduced_people,
    "people_who_said": people.people_who_said,
    "nicknamed_people": people.nicknamed_people,
    "signed_people": people.signed_people,
    "speaking_people": people.speaking_people,
    "credited_people": people.credited_people,
    "bodies_by_head": organizations.bodies_by_head,
    "companies_by_ending": organizations.companies_by_ending,
    "known_bodies": organizations.known_bodies,
    "bodies_by_class": organizations.bodies_by_class,
    "lower_chambers": organizations.lower_chambers,
    "rivers_have_articles": organizations.rivers_have_articles,
    "bodies_in_lower_case": organizations.bodies_in_lower_case,
    "local_governments": organizations.local_governments,
    "acronyms_by_context": organizations.acronyms_by_context,
    "told_media": organizations.told_media,
    "acronyms_in_brackets": organizations.acronyms_in_brackets,
    "bodies_that_speak": organizations.bodies_that_speak_through_people,
    "portfolios_are_no_bodies": organizations.portfolios_are_no_bodies,
    "topics_are_no_bodies": organizations.topics_are_no_bodies,
    "platforms_are_places_to_speak": organizations.platforms_are_places_to_speak,
    "never_bodies": organizations.never_bodies,
    "datelines_are_places": organizations.datelines_are_places,
    "places_by_preposition": people.places_by_preposition,
    "quoted_words_are_nobody": people.quoted_words_are_nobody,
    "common_words_are_nobody": people.common_words_are_nobody,
    "topics_are_nobody": people.topics_are_nobody,
    "names_before_offices_are_nobody": people.names_before_offices_are_nobody,
    "names_before_things_are_nobody": people.names_before_things_are_nobody,
    "listed_alike": people.listed_alike,
    "lone_words_are_nobody": people.lone_words_are_nobody,
    "titled_name_wins": edges.titled_name_wins,
    "drop_impossible": edges.drop_impossible,
    "peoples_are_no_bodies": organizations.peoples_are_no_bodies,
    "one_kind_for_each_name": vote.one_kind_for_each_name,
    "kind_by_majority": vote.kind_by_majority,
    "spread_to_missed": vote.spread_to_missed,
    "keep_the_longest": vote.keep_the_longest,
}
"""Every rule by its name. Order matters: edges, evidence, vote, spread, overlaps."""

NEEDED = frozenset({"kind_by_majority", "keep_the_longest"})
"""Rules without which the outcome would break its promises; they cannot be switched off."""
