"""The articles under way in the analysing process: the last one asked for comes first.

An article is read some paragraphs at a time, so that another can come between. Of a long one is
told what was found in its first part, then in one `GROWTH` times as long, up to its middle: that
costs a fraction of finding it all. To look through a long part takes seconds, and is done in a
thread beside while others are read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

from analysis.errors import AnalysisError
from analysis.protocol import Ask, Drop, Part, Refusal, Reply
from analysis.schema import Analysis, Article

GROWTH = 4
"""How many times as much is read as when it was looked through last, before that is done again."""
LONG = 40_000
"""Characters of a part from which on it is looked through in a thread beside."""


class Step(Protocol):
    """An article of which a part is read: see `analysis.pipeline.Step`."""

    @property
    def reached(self) -> int:
        """The character up to which it is read."""

    @property
    def is_last(self) -> bool:
        """Whether all of it is read."""

    def find(self) -> Analysis:
        """Return what is in that part."""

    def find_apart(self) -> Analysis:
        """Return the same, in any thread."""


@dataclass(slots=True, eq=False)
class _Job:
    """An article asked for and not yet answered."""

    ask: Ask
    """What was asked."""
    steps: Iterator[Step]
    """Its reading."""
    looked_to: int = 0
    """The character up to which it was looked through."""
    is_read: bool = False
    """Whether all of it is read, and only looking it through is left."""


class Jobs:
    """What is asked and not yet answered. For one thread alone."""

    def __init__(
        self,
        read: Callable[[Article], Iterator[Step]],
        *,
        reply: Callable[[Reply], None],
        call_later: Callable[[Callable[[], None]], None],
    ) -> None:
        """Begin with nothing to do.

        Args:
            read: Reads an article in steps.
            reply: Called with every answer.
            call_later: Called from another thread, has this one call a function.
        """
        self._read = read
        self._reply = reply
        self._call_later = call_later
        self._jobs: dict[str, _Job] = {}
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="find")

    @property
    def are_answered(self) -> bool:
        """Whether everything asked is answered."""
        return not self._jobs

    @property
    def are_read(self) -> bool:
        """Whether everything asked is read, so that there is nothing for `work` to do."""
        return all(job.is_read for job in self._jobs.values())

    def take(self, request: Ask | Drop) -> None:
        """Take a request; the article it asks for comes before all others."""
        match request:
            case Drop(key):
                self._jobs.pop(key, None)
            case Ask(article):
                known = self._jobs.pop(article.key, None)
                self._jobs[article.key] = known or _Job(request, self._read(article))

    def work(self) -> None:
        """Read some paragraphs of the article that comes first."""
        job = next(job for job in reversed(self._jobs.values()) if not job.is_read)
        try:
            step = next(job.steps)
        except AnalysisError as error:
            self._refuse(job, error)
            return
        job.is_read = step.is_last
        if job.is_read or self._is_time_to_look(job, step):
            job.looked_to = step.reached
            self._look_through(job, step)
        if job.ask.in_parts and not job.is_read:
            self._reply(Part(job.ask.article.key, step.reached, None))

    def _is_time_to_look(self, job: _Job, step: Step) -> bool:
        is_early = 2 * step.reached <= len(job.ask.article.text)
        return job.ask.in_parts and is_early and step.reached >= GROWTH * job.looked_to

    def _look_through(self, job: _Job, step: Step) -> None:
        if step.reached < LONG:
            self._tell(job, step, step.find)
            return
        found = self._beside.submit(step.find_apart)
        found.add_done_callback(
            lambda found: self._call_later(lambda: self._tell(job, step, found.result))
        )

    def _tell(self, job: _Job, step: Step, find: Callable[[], Analysis]) -> None:
        """Tell what is found in a part, unless the article was dropped meanwhile."""
        key = job.ask.article.key
        if self._jobs.get(key) is not job:
            return
        try:
            found = find()
        except AnalysisError as error:
            self._refuse(job, error)
            return
        if step.is_last:
            del self._jobs[key]
        self._reply(found if step.is_last else Part(key, step.reached, found))

    def _refuse(self, job: _Job, error: AnalysisError) -> None:
        sys.excepthook(type(error), error, error.__traceback__)
        del self._jobs[job.ask.article.key]
        self._reply(Refusal(job.ask.article.key, str(error)))
