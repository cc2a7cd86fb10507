"""Who somebody is: how the article introduces them, and where it speaks of them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from analysis.schema import Span
from tui.reading import Reading
from tui.screens.page import Page
from tui.spread import draw_spread
from tui.status import counted, describe_entity

MOST_CHARACTERS = 400
"""Characters of the sentence that introduces somebody."""


class Card(Page[bool | None]):
    """A person, organization or place on a card; answers whether the reader wants to correct it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,c,enter,space", "close", "Close"),
        Binding("e", "correct", "Correct"),
    ]

    def __init__(self, reading: Reading, entity: int) -> None:
        """Prepare the card of an entity of a reading with its analysis."""
        super().__init__()
        assert reading.analysis is not None
        self._reading = reading
        self._entity = reading.analysis.entities[entity]

    def compose(self) -> ComposeResult:
        """Lay out who it is, how it is introduced, and where it stands."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = Content(self._entity.name)
            sheet.border_subtitle = "e corrects, Esc closes"
            yield Static(Content(self._summary()), classes="sheet--about")
            yield Static(classes="card--spread")
            yield Static(self._introduction(), classes="card--introduction")

    def on_resize(self) -> None:
        """Draw the line of mentions as wide as the card."""
        spans = self._reading.mentions_of(self._entity.id)
        for line in self.query(".card--spread").results(Static):
            cells = line.container_size.width
            line.update(Content(draw_spread(spans, len(self._reading.article.text), cells)))

    def action_correct(self) -> None:
        """Close, and correct."""
        self.answer(True)

    def _summary(self) -> str:
        said = sum(
            quote.speaker is not None and quote.speaker.entity == self._entity.id
            for quote in self._reading.quotes
        )
        known = describe_entity(self._reading, self._entity.id, with_name=False)
        own = ["corrected by you"] if self._entity.id in self._reading.own_entities else []
        return " · ".join((known, counted(said, "quote", "quotes"), *own))

    def _introduction(self) -> Content:
        """Return the sentence of the first mention, which stands out in it."""
        mentions = self._reading.mentions_of(self._entity.id)
        if not mentions:
            return Content("")
        sentence = self._sentence_around(mentions[0])
        start = max(sentence.start, min(mentions[0].start, sentence.end - MOST_CHARACTERS))
        shown = Span(start, min(sentence.end, start + MOST_CHARACTERS))
        words = Content(shown.of(self._reading.article.text).replace("\n", " "))
        return words.stylize("bold", mentions[0].start - shown.start, mentions[0].end - shown.start)

    def _sentence_around(self, mention: Span) -> Span:
        assert self._reading.analysis is not None
        stretches = (*self._reading.analysis.sentences, *self._reading.article.paragraphs)
        return next((stretch for stretch in stretches if stretch.covers(mention)), mention)
