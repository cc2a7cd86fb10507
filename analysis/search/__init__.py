"""Find people, organizations, places, quotes and passages of an article as one types.

Fuzzy in tiers, the surest first; a hit's tier says how it matched:

1. the query stands there, from a word's start on;
2. its words begin words there, in any order, or it is the initials of a name;
3. it stands inside a word;
4. it shortens a name ("emac" for Emmanuel Macron);
5. it is a word there, misspelt.

Shortening and misspelling are tried where nothing surer was found (initials always). Case,
accents and punctuation never matter.
"""

from analysis.search.find import find, find_everywhere, matching_places
from analysis.search.hits import Hit, HitKind, Sureness
from analysis.search.index import Index, build_index
from analysis.search.lighting import join_overlapping
from analysis.search.many import Found, find_in_each, rank_articles

__all__ = [
    "Found",
    "Hit",
    "HitKind",
    "Index",
    "Sureness",
    "build_index",
    "find",
    "find_everywhere",
    "find_in_each",
    "join_overlapping",
    "matching_places",
    "rank_articles",
]
