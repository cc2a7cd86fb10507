"""Run the stages of an analysis in their order. The one place where spaCy is loaded."""

from __future__ import annotations

import warnings
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import NumpyOps, get_current_ops, use_ops

from analysis.errors import AnalysisError, PipelineError, told_by_system
from analysis.fingerprint import fingerprint
from analysis.names import find_entities
from analysis.pipelines import NAME_FINDERS, SHIPPED_PIPELINE, find_pipeline, is_installed
from analysis.quotation import PRONOUNS
from analysis.quotes import find_quotes
from analysis.schema import Analysis, Article, Entity, Mention, MentionForm, Quote, Span
from analysis.spans import Passage, join_passages, read_passages, sentences_of, span_of
from analysis.trust import refuse_code

WORDS_KEPT = 50_000
"""Different words a pipeline keeps; from then on an article's new ones are forgotten with it."""


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
        *_, last = self.read_in_steps(article)
        return last.find()

    def read_in_steps(self, article: Article) -> Iterator[Step]:
        """Read an article some paragraphs at a time, so that others can be read in between.

        Yields:
            A step whenever more of it is read; what the last one finds is what `analyze` returns.

        Raises:
            AnalysisError: A component failed on this article.
        """
        batches = read_passages(self.nlp, article)
        end = article.paragraphs[-1].end if article.paragraphs else 0
        passages: tuple[Passage, ...] = ()
        while not passages or passages[-1].end < end:
            with _telling(article), self.remembering():
                passages = (*passages, *islice(batches, 1))
            yield Step(self, article, passages)
            if not end:
                return

    def find(self, article: Article, doc: Doc) -> Analysis:
        """Find names, quotes and speakers in what was read of an article."""
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

    def remembering(self) -> AbstractContextManager[object]:
        """Forget new words afterwards once many are known, or a long run would only ever grow.

        That the common ones are known saves a tenth of an analysis' time.
        """
        return nullcontext() if len(self.nlp.vocab) < WORDS_KEPT else self.nlp.memory_zone()


@dataclass(frozen=True, slots=True)
class Step:
    """An article of which a part is read."""

    pipeline: Pipeline
    """What read it."""
    article: Article
    """The whole article."""
    passages: tuple[Passage, ...]
    """What was read of it, from its start."""

    @property
    def reached(self) -> int:
        """The character up to which it is read."""
        return self.passages[-1].end if self.passages else 0

    @property
    def is_last(self) -> bool:
        """Whether all of it is read."""
        return not self.article.paragraphs or self.reached == self.article.paragraphs[-1].end

    def find(self) -> Analysis:
        """Return who is in the part that is read, and who said what.

        Raises:
            AnalysisError: A rule failed on this article.
        """
        with self.pipeline.remembering():
            return self._find(self.pipeline.nlp.vocab)

    def find_apart(self) -> Analysis:
        """Do the same in any thread, whatever the pipeline reads meanwhile; takes a little longer.

        Raises:
            AnalysisError: A rule failed on this article.
        """
        known: Any = self.pipeline.nlp.vocab  # the stubs do not know what it is made of
        return self._find(Vocab(lex_attr_getters=known.lex_attr_getters, lookups=known.lookups))

    def _find(self, vocab: Vocab) -> Analysis:
        with _telling(self.article):
            part = self.article if self.is_last else _up_to(self.reached, self.article)
            return self.pipeline.find(part, join_passages(vocab, self.passages))


def _up_to(end: int, article: Article) -> Article:
    """Return an article as if it ended at a character."""
    return replace(
        article,
        text=article.text[:end],
        paragraphs=tuple(
            Span(span.start, min(span.end, end)) for span in article.paragraphs if span.start < end
        ),
    )


@contextmanager
def _telling(article: Article) -> Iterator[None]:
    """Raise what goes wrong as an `AnalysisError`: one odd article must not stop a batch."""
    try:
        yield
    except MemoryError as error:
        raise AnalysisError(
            f"{article.title!r} cannot be analysed: there is too little memory for it; "
            "end other programs, or split the file"
        ) from error
    except Exception as error:
        raise AnalysisError(f"{article.title!r} cannot be analysed: {error!r}") from error


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
    except Exception as error:  # whatever spaCy makes of data that are not what they should be
        raise PipelineError(
            f"the spaCy pipeline in {folder} cannot be loaded: {told_by_system(error)}"
        ) from error
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
