"""Find who is in a news article and who said what. A library: it knows no terminal.

    >>> from analysis import analyze, load_article
    >>> article = load_article("story.txt")  # doctest: +SKIP
    >>> [entity.name for entity in analyze(article).entities]  # doctest: +SKIP

What is exported is imported when it is first asked for, so that the reader, which uses a few
modules alone, starts without the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.late import late

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.load import load_article, load_articles, make_article
    from analysis.schema import Analysis, Article, Entity, Mention, Quote, Span, Speaker

__all__ = [
    "Analysis",
    "Article",
    "Entity",
    "Mention",
    "Quote",
    "Span",
    "Speaker",
    "analyze",
    "load_article",
    "load_articles",
    "make_article",
]

__getattr__ = late(
    __name__,
    {
        "Analysis": "schema",
        "Article": "schema",
        "Entity": "schema",
        "Mention": "schema",
        "Quote": "schema",
        "Span": "schema",
        "load_article": "load",
        "load_articles": "load",
        "make_article": "load",
    },
)


def analyze(
    article: Article, *, pipeline: str | Path | None = None, trust_pipeline: bool = False
) -> Analysis:
    """Find the people, organizations and quotes of an article, and who said them.

    Args:
        article: What to analyse; an empty article gives an empty analysis.
        pipeline: A spaCy pipeline's name or path; None is the one that ships with newsreader.
            It is loaded once and kept.
        trust_pipeline: Whether that pipeline may run code of its own; refused otherwise.

    Raises:
        PipelineError: The pipeline is not installed, would run code of its own, or finds no
            named entities.
        AnalysisError: A rule failed on this article.
    """
    from analysis.pipeline import load_pipeline

    return load_pipeline(pipeline, is_trusted=trust_pipeline).analyze(article)
