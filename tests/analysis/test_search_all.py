"""Search in many articles: those with the surest hit come first, their hits together."""

from __future__ import annotations

from analysis.load import make_article
from analysis.schema import Analysis, Entity, Mention, Span
from analysis.search import Index, build_index, find_in_each, rank_articles
from analysis.search.many import HITS_OF_ONE


def index_of(text: str, *people: str) -> Index:
    """Return the index of a text in which people are named."""
    article = make_article(text)
    places = [(number, article.text.index(name)) for number, name in enumerate(people)]
    mentions = tuple(
        Mention(Span(start, start + len(people[number])), "name", number)
        for number, start in places
    )
    entities = tuple(Entity(number, "person", name) for number, name in enumerate(people))
    return build_index(
        article,
        Analysis(article.key, "", sentences=(), entities=entities, mentions=mentions, quotes=()),
    )


INDEXES = [
    (0, index_of("The ferry was late again. The holm oak stands by the pier.")),
    (1, index_of("Mona Holm spoke. Nobody else did.", "Mona Holm")),
    (2, index_of("Nothing of the kind is told here.")),
    (3, index_of("holm " * 40)),
]


def test_the_article_with_the_surest_hit_comes_first_and_one_without_is_not_listed() -> None:
    found = rank_articles(find_in_each(INDEXES, "holm"))
    assert list(dict.fromkeys(one.article for one in found)) == [1, 0, 3]
    assert found[0].hit.text == "Mona Holm"


def test_hits_of_an_article_stand_together_and_are_few() -> None:
    found = rank_articles(find_in_each(INDEXES, "the"))
    articles = [one.article for one in found]
    assert articles == sorted(articles, key=articles.index)
    assert all(articles.count(number) <= HITS_OF_ONE for number in articles)


def test_an_empty_query_finds_nothing() -> None:
    assert rank_articles(find_in_each(INDEXES, " ")) == []


def test_asking_may_stop_after_any_article() -> None:
    asked = []

    def indexes() -> object:
        for number, index in INDEXES:
            asked.append(number)
            yield number, index

    assert len(next(find_in_each(indexes(), "holm"))) == 1  # type: ignore[arg-type]
    assert asked == [0]
