"""The shelf's keeper: takes in what was loaded and analysed, and asks for what is missing.

Knows articles and the analysing process; knows no widget.
"""

from __future__ import annotations

from typing import Any

from analysis import corrections
from analysis.schema import Analysis, Article
from tui.analyst import Analyst
from tui.analyst_events import (
    Analysed,
    Dropped,
    Event,
    Failed,
    Reached,
    Refused,
    Restarted,
    Started,
    Working,
)
from tui.reading import Reading
from tui.shelf import FileChange, Shelf
from tui.versions import Stamp


class Library:
    """The open articles, what is known of each, and who is asked to find out more."""

    def __init__(self, shelf: Shelf, *, analyst: Analyst | None) -> None:
        """Begin with a shelf; without an analyst, analyses come from whoever has them."""
        self.shelf = shelf
        """The articles; replaced at every change."""
        self.analyst = analyst
        """What analyses."""
        self.corrections: tuple[corrections.Correction, ...] = ()
        """What the reader has corrected, in the order made; laid over every analysis."""
        self._wants_all = False

    @property
    def reading(self) -> Reading | None:
        """The open article, once it is loaded."""
        return self.shelf.current.reading

    def take_article(
        self,
        index: int,
        article: Article,
        analysis: Analysis | None,
        *,
        top: int = 0,
        stamp: Stamp | None = None,
    ) -> None:
        """Take in a loaded article, with the analysis and the place of an earlier run.

        What was in its place before need not be analysed any more.
        """
        reading = Reading(article, analysis).with_corrections(self.corrections)
        self.shelf = self.shelf.changing(
            index,
            reading=reading,
            state="ready" if analysis else "loaded",
            problem=None,
            top=min(top, len(article.text)),
            stamp=stamp,
            file_change=None,
        )
        self._drop_unwanted()

    def take_stamp(self, index: int, stamp: Stamp | None) -> None:
        """Take in that a file holds what was read, though it was written anew."""
        self.shelf = self.shelf.changing(index, stamp=stamp, file_change=None)

    def take_file_change(self, change: FileChange | None) -> None:
        """Take in what became of the open article's file."""
        self.shelf = self.shelf.changing(self.shelf.index, file_change=change)

    def take_problem(self, index: int, sentence: str) -> None:
        """Take in that a file cannot be read."""
        self.shelf = self.shelf.changing(index, state="failed", problem=sentence)

    def hear(self, event: Event) -> str | None:
        """Take in what the analyst reports.

        Returns:
            A sentence for the reader, or None where there is nothing to be told.
        """
        match event:
            case Analysed(analysis):
                self._take_findings(analysis, state="ready", share=0.0, problem=None)
            case Reached(key, share, None):
                self._change(key, share=share)
            case Reached(found=Analysis() as found):
                self._take_findings(found)
            case Working(key):
                self._change(key, state="analysing", share=0.0, problem=None)
            case Dropped(key):
                self._change(key, state="loaded", share=0.0)
            case Refused(key, sentence):
                self._change(key, state="failed", share=0.0, problem=sentence)
                if self.reading is not None and self.reading.article.key == key:
                    return f"Not analysed: {sentence}"
            case Failed(sentence):
                self._stop_waiting(sentence)
                return f"{sentence}. R tries again."
            case Restarted():
                return "The analysis stopped and was started again."
            case Started():
                pass
        return None

    def open(self, index: int, *, leaving_at: int) -> None:
        """Open another article, remembering at which offset the present one is left.

        What is far from it need not be analysed any more.
        """
        self.shelf = self.shelf.changing(self.shelf.index, top=leaving_at).opening(index)
        self._correct_open()
        self._drop_unwanted()

    def set_reading(self, reading: Reading) -> None:
        """Replace the open article's reading, as when another entity is chosen."""
        self.shelf = self.shelf.changing(self.shelf.index, reading=reading)

    def take_corrections(self, holding: tuple[corrections.Correction, ...]) -> None:
        """Let these corrections hold; articles that are not open take them when they are opened."""
        self.corrections = holding
        self._correct_open()

    def fits(self, change: corrections.Change) -> bool:
        """Say whether a change corrects anything in the open article."""
        if self.reading is None:
            return False
        trial = corrections.Correction("", "", change, self.reading.article.key)
        corrected = self.reading.with_corrections((*self.corrections, trial))
        return not corrected.has_same_findings(self.reading)

    def mark_as_read(self) -> None:
        """Note that the reader has seen the open article."""
        self.shelf = self.shelf.changing(self.shelf.index, is_read=True)

    def analyse_open(self) -> None:
        """Ask for the open article's analysis before all others, unless it is there."""
        self._ask(self.shelf.index, urgent=True)

    def analyse_neighbours(self) -> None:
        """Ask for the articles around the open one, once that is done."""
        if self.shelf.current.state in ("ready", "failed"):
            for index in self.shelf.neighbours():
                self._ask(index, urgent=False)

    def analyse_all(self) -> None:
        """Ask for every article's analysis, those nearest to the open one first."""
        self._wants_all = True
        for index in self.shelf.neighbours(len(self.shelf.entries)):
            self._ask(index, urgent=False)

    def analyse_again(self) -> bool:
        """Have the open article analysed anew; False where there is nothing to analyse."""
        reading = self.reading
        if self.analyst is None or reading is None:
            return False
        self.shelf = self.shelf.changing(self.shelf.index, state="analysing", problem=None)
        self.analyst.revive()
        self.analyst.submit(reading.article, urgent=True)
        return True

    def _drop_unwanted(self) -> None:
        if self.analyst is not None and not self._wants_all:
            near = (self.shelf.index, *self.shelf.neighbours())
            readings = (self.shelf.entries[index].reading for index in near)
            self.analyst.keep({reading.article.key for reading in readings if reading is not None})

    def _correct_open(self) -> None:
        if self.reading is not None:
            self.set_reading(self.reading.with_corrections(self.corrections))

    def _ask(self, index: int, *, urgent: bool) -> None:
        entry = self.shelf.entries[index]
        # What is under way may have to wait for others, unless it is urgent.
        unanswered = ("loaded", "analysing") if urgent else ("loaded",)
        if self.analyst and entry.reading and entry.state in unanswered:
            self.analyst.submit(entry.reading.article, urgent=urgent)

    def _take_findings(self, analysis: Analysis, **changes: Any) -> None:
        for index in self.shelf.with_key(analysis.article_key):
            reading = self.shelf.entries[index].reading
            if reading is not None:
                reading = reading.with_analysis(analysis).with_corrections(self.corrections)
                self.shelf = self.shelf.changing(index, reading=reading, **changes)

    def _change(self, key: str, **changes: Any) -> None:
        for index in self.shelf.with_key(key):
            self.shelf = self.shelf.changing(index, **changes)

    def _stop_waiting(self, sentence: str) -> None:
        for index, entry in enumerate(self.shelf.entries):
            if entry.state in ("analysing", "loaded"):
                self.shelf = self.shelf.changing(index, state="failed", problem=sentence)
