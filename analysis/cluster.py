"""Analyse on a Dask cluster instead of this machine's cores: same articles in, same analyses out.

Needs the extra `newsreader[cluster]`, and newsreader of this version on every worker. Dask's
messages are pickles: a scheduler is to be trusted as one's own machine is.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Self

from analysis.codec import decode_analysis, decode_article, encode_analysis, encode_article
from analysis.errors import AnalysisError, CodecError, PipelineError, told_by_system
from analysis.schema import Analysis, Article

if TYPE_CHECKING:
    from distributed import Client

CONNECT_SECONDS = 10
"""How long a scheduler may take to answer."""
AHEAD_OF_WORKERS = 2
"""Articles sent for each thread of the cluster, so that none waits for the next one."""

_one_at_a_time = threading.Lock()
"""A pipeline forgets an article's words when it is done: two threads must not share it."""


class ClusterAnalyzer:
    """Analyses on the workers of a Dask scheduler; articles of a worker that dies go to others."""

    def __init__(
        self, scheduler: str, *, pipeline: str | None, is_trusted: bool, fingerprint: str
    ) -> None:
        """Connect.

        Args:
            scheduler: The scheduler's address, such as tcp://host:8786.
            pipeline: Which pipeline the workers load, once each; a path must be there on all.
            is_trusted: Whether it may run code of its own.
            fingerprint: What the analyses are kept under here, whatever machine made them.

        Raises:
            PipelineError: Dask is not installed, or the scheduler does not answer.
        """
        try:
            from distributed import Client
        except ImportError as error:
            raise PipelineError(
                "--dask needs Dask: install newsreader[cluster] here and on every worker"
            ) from error
        try:
            self._client: Client = Client(scheduler, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise PipelineError(
                f"the Dask scheduler {scheduler!r} does not answer ({told_by_system(error)}); "
                "start one with: dask scheduler"
            ) from error
        self._arguments = (pipeline, is_trusted)
        self._fingerprint = fingerprint

    @property
    def at_once(self) -> int:
        """How many articles keep the cluster busy; 1 at least, for workers may still come."""
        threads = sum(map(int, self._client.nthreads().values()))
        return max(1, threads * AHEAD_OF_WORKERS)

    def analyze(self, article: Article) -> Analysis:
        """Return an article's analysis, waiting as long as there is no worker.

        Raises:
            AnalysisError: This article cannot be analysed, or ended one worker after the other.
            PipelineError: A worker cannot load the pipeline.
        """
        from distributed import CancelledError, KilledWorker

        request = encode_article(article)
        try:
            reply = self._client.submit(
                analyze_line, request, *self._arguments, pure=False
            ).result()
            analysis = decode_analysis(reply, article)
        except (KilledWorker, CancelledError) as error:
            raise AnalysisError(
                f"{article.title!r} cannot be analysed: the analysis stopped on it"
            ) from error
        except CodecError as error:
            raise PipelineError(
                f"the cluster's newsreader is of another version ({error}); install the same "
                "one everywhere"
            ) from error
        return replace(analysis, fingerprint=self._fingerprint)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Leave the cluster; what was sent and is not done is dropped."""
        self._client.close()


def analyze_line(request: str, pipeline: str | None, is_trusted: bool) -> str:
    """Analyse an encoded article on a worker, and return the encoded analysis.

    Raises:
        AnalysisError: The article cannot be analysed.
        PipelineError: The pipeline cannot be loaded.
    """
    from analysis.pipeline import load_pipeline

    with _one_at_a_time:
        loaded = load_pipeline(pipeline, is_trusted=is_trusted)
        return encode_analysis(loaded.analyze(decode_article(request)))
