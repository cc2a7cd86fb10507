"""Time the article view beside Textual's Static, from the call to the painted screen.

    python tests/bench/bench_article_view.py [--sizes 1500,100000]

One word in nine is a marked name. "key" lights what a search found, as each typed character
does; finding it, here and for the names, is not counted.
Medians in milliseconds of a headless screen of 120 by 40; trust the ratios.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import statistics
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
from tui.widgets.article_view import ArticleView, Mark
from tui.wrap import wrap

NAME = "Macron"
WORDS = "the river rose and nobody had a plan".split()
KEYS = ("r", "ri", "riv", "rive", "river")
STATIC_LIMIT = 200_000  # words; beyond it Static takes minutes


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


async def painted(app: App[None]) -> None:
    """Wait until what was asked for is on the screen; laying out may ask for a second paint."""
    for _ in range(2):
        done = asyncio.Event()
        app.screen.call_after_refresh(done.set)
        await done.wait()


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


async def measure(make: Callable[[Article], OwnSubject | StaticSubject], article: Article) -> str:
    """Return one line of medians."""
    app: App[None] = App()
    times: dict[str, list[float]] = {"mount": [], "jump": [], "key": [], "resize": []}
    async with app.run_test(size=(120, 40)) as pilot:
        subject = make(article)
        times["mount"].append(await timed(app, lambda: app.mount(subject.mount())))
        for share in (0.5, 0.05, 0.9, 0.3, 0.7):
            times["jump"].append(await timed(app, lambda at=share: subject.jump(at)))
        for key in KEYS:
            times["key"].append(await timed(app, lambda typed=key: subject.light(typed)))
        for width in (60, 120, 50):
            times["resize"].append(await resize(app, pilot, width))
    return " ".join(f"{name} {statistics.median(taken):8.1f}" for name, taken in times.items())


async def main() -> None:
    """Print one line for each size and subject."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1500,100000,1000000", help="words, by commas")
    for words in map(int, parser.parse_args().sizes.split(",")):
        article = make_article(words)
        begin = time.perf_counter()
        layout = wrap(article.text, article.paragraphs, 80)
        wrapping = 1000 * (time.perf_counter() - begin)
        print(f"{words:>8} words, {layout.row_count} rows, wrapped in {wrapping:.1f} ms")
        print("  ArticleView    ", await measure(OwnSubject, article))
        if words <= STATIC_LIMIT:
            print("  Static(Content)", await measure(StaticSubject, article))


if __name__ == "__main__":
    asyncio.run(main())
