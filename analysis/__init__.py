"""Find who is in a news article and who said what. A library: it knows no terminal.

    >>> from analysis import analyze, load_article
    >>> article = load_article("seeds/ceasefire.txt")  # doctest: +SKIP
    >>> [entity.name for entity in analyze(article).entities]  # doctest: +SKIP

Nothing heavy is imported until `analyze` is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.load import load_article, load_articles
from analysis.schema import Analysis, Article, Entity, Mention, Quote, Span, Speaker

if TYPE_CHECKING:
    from pathlib import Path

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
]


def analyze(article: Article, *, pipeline: str | Path | None = None) -> Analysis:
    """Find the people, organizations and quotes of an article, and who said them.

    Args:
        article: What to analyse; an empty article gives an empty analysis.
        pipeline: A spaCy pipeline's name or path; None is the one that ships with newsreader.
            It is loaded once and kept.

    Raises:
        PipelineError: The pipeline is not installed, or has no named entities.
    """
    from analysis.pipeline import load_pipeline

    return load_pipeline(pipeline).analyze(article)
