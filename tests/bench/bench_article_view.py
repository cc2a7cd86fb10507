"""The article view beside Textual's Static, from the call to the painted screen of 120 by 40.

One word in nine is a marked name. "key" lights what a search found, as each typed character
does; finding it, here and for the names, is not counted.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Iterator

from textual.app import App
from textual.containers import VerticalScroll
from textual.content import Content
from textual.content import Span as ContentSpan
from textual.pilot import Pilot
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from analysis.schema import Article, Span
from tests.bench.figures import Curve, Row, Samples
from tests.bench.painted import painted
from tests.bench.turns import Bench
from tui.widgets.article_view import ArticleView, Mark

NAME = "Macron"
WORDS = "the river rose and nobody had a plan".split()
KEYS = ("r", "ri", "riv", "rive", "river")
SIZES = (1500, 10_000, 100_000, 1_000_000)  # words; Static takes minutes for the last
ROUNDS = 3


def make_article(words: int) -> Article:
    """Make an article of `words` words in paragraphs of 81."""
    sentence = " ".join([NAME, *WORDS])
    paragraph = " ".join([sentence] * 9)
    text = "\n\n".join([paragraph] * max(1, words // 81))
    return Article("key", text, tuple(find_all(r"[^\n]+", text)), "A title")


def find_all(pattern: str, text: str) -> Iterator[Span]:
    """Yield where a pattern stands."""
    return (Span(*match.span()) for match in re.finditer(pattern, text))


class OwnSubject:
    """The article view."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.view = ArticleView()
        self.marks = tuple(Mark(span, "person") for span in find_all(NAME, article.text))
        self.hits = {key: tuple(find_all(key, article.text)) for key in KEYS}

    def mount(self) -> Widget:
        self.view.show_article(self.article)
        self.view.show_marks(self.marks)
        return self.view

    def jump(self, share: float) -> None:
        start = int(len(self.article.text) * share)
        self.view.reveal(Span(start, start + 5))

    def light(self, key: str) -> None:
        self.view.show_hits(self.hits[key])


class StaticSubject:
    """Textual's Static in a scrolling container, with the same spans."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.static = Static()
        self.view = VerticalScroll(self.static)
        self.marks = content_spans(NAME, article.text, Style(bold=True))
        self.hits = {key: content_spans(key, article.text, Style(underline=True)) for key in KEYS}

    def mount(self) -> Widget:
        self.static.update(Content(self.article.text).add_spans(self.marks))
        return self.view

    def jump(self, share: float) -> None:
        self.view.scroll_to(y=int(self.view.virtual_size.height * share), animate=False)

    def light(self, key: str) -> None:
        content = Content(self.article.text).add_spans(self.marks).add_spans(self.hits[key])
        self.static.update(content)


def content_spans(pattern: str, text: str, style: Style) -> list[ContentSpan]:
    """Return Textual's own spans where a pattern stands."""
    return [ContentSpan(span.start, span.end, style) for span in find_all(pattern, text)]


async def timed(app: App[None], act: Callable[[], object | Awaitable[object]]) -> float:
    """Return the milliseconds an act takes until it is painted."""
    begin = time.perf_counter()
    outcome = act()
    if isinstance(outcome, Awaitable):
        await outcome
    await painted(app)
    return 1000 * (time.perf_counter() - begin)


async def resize(app: App[None], pilot: Pilot[None], width: int) -> float:
    """Return the milliseconds a new width takes."""
    return await timed(app, lambda: pilot.resize_terminal(width, 40))


async def measure_view(
    make: Callable[[Article], OwnSubject | StaticSubject], article: Article
) -> dict[str, list[float]]:
    """Return the milliseconds of what a reader does with an article, each time it is done."""
    app: App[None] = App()
    times: dict[str, list[float]] = {"open": [], "jump": [], "key": [], "resize": []}
    async with app.run_test(size=(120, 40)) as pilot:
        subject = make(article)
        times["open"].append(await timed(app, lambda: app.mount(subject.mount())))
        for share in (0.5, 0.05, 0.9, 0.3, 0.7):
            times["jump"].append(await timed(app, lambda at=share: subject.jump(at)))
        for key in KEYS:
            times["key"].append(await timed(app, lambda typed=key: subject.light(typed)))
        for width in (60, 120, 50):
            times["resize"].append(await resize(app, pilot, width))
    return times


def measure(bench: Bench) -> Iterator[Row | Curve]:
    """Yield the rows of the article view, and its curves over the length of an article."""
    ours: dict[int, dict[str, Samples]] = {}
    for words in SIZES if bench.with_curves else (10_000, 100_000, 1_000_000):
        bench.say(f"an article of {words:,} words")
        article = make_article(words)
        found = [asyncio.run(measure_view(OwnSubject, article)) for _ in range(ROUNDS)]
        ours[words] = {
            act: Samples(f"{words:,} words", [one for times in found for one in times[act]])
            for act in found[0]
        }
    static: dict[int, dict[str, Samples]] = {}
    for words in (1500, 10_000, 100_000) if bench.with_curves else (100_000,):
        bench.say(f"the same in Textual's Static, {words:,} words")
        times = asyncio.run(measure_view(StaticSubject, make_article(words)))
        static[words] = {act: Samples("Textual's Static", taken) for act, taken in times.items()}
    yield Row(
        "view key / Static",
        "each key of a search in an article of 100,000 words",
        ours[100_000]["key"],
        static[100_000]["key"],
        0.01,
    )
    for act in ("open", "jump", "resize"):
        yield Row(
            f"million words, {act}",
            f"an article of a million words: {act}",
            ours[1_000_000][act],
            ours[10_000][act],
            4,
        )
    if bench.with_curves:
        for act in ("open", "key"):
            yield Curve(
                f"view-{act}",
                {"open": "Opening an article", "key": "A key of a search in it"}[act],
                "words",
                "milliseconds",
                {
                    "newsreader": [(words, times[act].median) for words, times in ours.items()],
                    "Textual's Static": [
                        (words, times[act].median) for words, times in static.items()
                    ],
                },
            )
