"""Run the stages of an analysis in their order. The one place where spaCy is loaded."""

from __future__ import annotations

import json
import warnings
from bisect import bisect_right
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, get_current_ops, use_ops

from analysis.errors import AnalysisError, PipelineError
from analysis.fingerprint import fingerprint
from analysis.names import find_entities
from analysis.pipelines import NAME_FINDERS, SHIPPED_PIPELINE, find_pipeline, is_installed
from analysis.quotation import PRONOUNS
from analysis.quotes import find_quotes
from analysis.schema import Analysis, Article, Entity, Mention, MentionForm, Quote, Span
from analysis.spans import read_article, sentences_of, span_of
from analysis.trust import refuse_code


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded spaCy pipeline and the rules that follow it."""

    nlp: Language
    """What tags, parses and finds spans."""
    fingerprint: str
    """What made its analyses: see `analysis.fingerprint`."""

    def analyze(self, article: Article) -> Analysis:
        """Return who is in an article and who said what; empty for an empty article.

        Raises:
            AnalysisError: A rule failed on this article.
        """
        try:
            # The words of an article are forgotten with it, or a long run would only ever grow.
            with self.nlp.memory_zone():
                return self._run_stages(article)
        except Exception as error:  # a rule that fails on one odd article must not stop a batch
            raise AnalysisError(f"{article.title!r} cannot be analysed: {error!r}") from error

    def _run_stages(self, article: Article) -> Analysis:
        doc = read_article(self.nlp, article)
        entities, mentions = find_entities(doc, article)
        quotes = find_quotes(doc, article, entities, mentions)
        return Analysis(
            article_key=article.key,
            fingerprint=self.fingerprint,
            sentences=tuple(span_of(sentence) for sentence in sentences_of(doc)),
            entities=entities,
            mentions=with_speakers(article, entities, mentions, quotes),
            quotes=quotes,
        )


@lru_cache(maxsize=2)
def load_pipeline(pipeline: str | Path | None = None, *, is_trusted: bool = False) -> Pipeline:
    """Load a spaCy pipeline, once.

    Args:
        pipeline: A name or a path; None is the one that ships with newsreader.
        is_trusted: Whether it may run code of its own: see `analysis.trust`.

    Raises:
        PipelineError: It is not there, would run code, cannot be loaded, or finds no named
            entities.
    """
    folder = find_pipeline(pipeline)
    if not is_trusted and folder != SHIPPED_PIPELINE:
        refuse_code(folder, is_package=is_installed(pipeline))
    try:
        with warnings.catch_warnings():
            # Another spaCy's pipeline mostly works, and a reader can do nothing about the warning.
            warnings.simplefilter("ignore", UserWarning)
            # By its name, and so with its package's own code, only where that is trusted.
            by_name = is_trusted and is_installed(pipeline)
            with _quick_products():
                nlp = spacy.load(str(pipeline) if by_name else folder)
    except (OSError, ValueError, ImportError, json.JSONDecodeError) as error:
        raise PipelineError(f"the spaCy pipeline in {folder} cannot be loaded: {error}") from error
    if not set(NAME_FINDERS).intersection(nlp.pipe_names):
        raise PipelineError(
            f"the spaCy pipeline in {folder} finds no named entities; choose one that does"
        )
    if not {"parser", "senter", "sentencizer"}.intersection(nlp.pipe_names):
        nlp.add_pipe("sentencizer", first=True)
    return Pipeline(nlp, fingerprint(pipeline))


def _quick_products() -> AbstractContextManager[None]:
    """Let what is loaded multiply by numpy's own routines.

    On a CPU they analyse half as many words again a second as the ones that spaCy comes with.
    """
    if type(get_current_ops()) is NumpyOps:
        return use_ops("numpy", use_blis=False)
    return nullcontext()


def with_speakers(
    article: Article,
    entities: tuple[Entity, ...],
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
) -> tuple[Mention, ...]:
    """Add the pronouns and descriptions that quotes gave an entity to ("he", "the minister").

    Returns:
        All mentions in reading order, none overlapping: a stretch that touches a mention
        already there is left out.
    """
    starts = [mention.span.start for mention in mentions]
    added: dict[Span, Mention] = {}
    for quote in quotes:
        speaker = quote.speaker
        if speaker is None or speaker.span is None or speaker.entity is None:
            continue
        index = bisect_right(starts, speaker.span.start)
        neighbours = [mention.span for mention in mentions[max(0, index - 1) : index + 1]]
        if any(speaker.span.overlaps(span) for span in (*neighbours, *added)):
            continue
        word = speaker.span.of(article.text).lower()
        form: MentionForm = "pronoun" if word in PRONOUNS else "nominal"
        added[speaker.span] = Mention(speaker.span, form, speaker.entity)
    return tuple(sorted((*mentions, *added.values()), key=lambda mention: mention.span))
