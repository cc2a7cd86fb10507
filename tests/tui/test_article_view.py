from __future__ import annotations

import hashlib
import re
from functools import partial

import pytest
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.color import Color
from textual.message import Message
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES

from analysis.schema import Article, Span
from tests.tui.conftest import wait_until
from tui.widgets.article_view import ArticleView, Mark

NEWS = (
    "Ada Boro of the River Bank said the dam “would hold”, whatever came.\n\n"
    "In Lund, she told the Water Board: “Ada Boro keeps her word. We shall\n"
    "build it higher.”\n \n"
    "Nobody else spoke."
)


def make_article(text: str = NEWS) -> Article:
    paragraphs = tuple(
        Span(*match.span()) for match in re.finditer(r"\S(?:.*\S)?(?:\n\S.*\S)*", text)
    )
    return Article(hashlib.sha256(text.encode()).hexdigest(), text, paragraphs, "A title")


def make_long_article(paragraphs: int = 60) -> Article:
    return make_article(
        "\n\n".join(
            f"Paragraph {number} " + "goes on and on about the river and the dam. " * 8 + "End."
            for number in range(paragraphs)
        )
    )


def find(words: str, text: str = NEWS, nth: int = 0) -> Span:
    return Span(*list(re.finditer(re.escape(words), text))[nth].span())


class Reader(App[None]):
    """One article view, and what it tells."""

    CLICK_CHAIN_TIME_THRESHOLD = 60.0  # however slow the machine, a double click is one

    def __init__(self, article: Article | None = None) -> None:
        super().__init__()
        self.article = article
        self.told: list[Message] = []

    def compose(self) -> ComposeResult:
        view = ArticleView()
        if self.article is not None:
            view.show_article(self.article)
        yield view

    @property
    def view(self) -> ArticleView:
        return self.query_one(ArticleView)

    def on_wrapped_text_scrolled(self, message: ArticleView.Scrolled) -> None:
        self.told.append(message)

    def on_article_view_clicked(self, message: ArticleView.Clicked) -> None:
        self.told.append(message)

    @property
    def clicks(self) -> list[int]:
        return [told.offset for told in self.told if isinstance(told, ArticleView.Clicked)]

    @property
    def scrolls(self) -> list[ArticleView.Scrolled]:
        return [told for told in self.told if isinstance(told, ArticleView.Scrolled)]


def row_texts(view: ArticleView) -> list[str]:
    return [view.render_line(y).text for y in range(view.size.height)]


def shows_at(view: ArticleView, row: int, words: str) -> bool:
    return any(text.strip().startswith(words) for text in row_texts(view)[row : row + 1])


def style_of(view: ArticleView, words: str) -> Style:
    """Return the style of words in sight; they must lie in one row and have one style."""
    for y in range(view.size.height):
        styles: list[Style] = []
        line = view.render_line(y)
        for segment in line:
            assert segment.style is not None
            styles += [segment.style.without_color + segment.style] * len(segment.text)
        at = line.text.find(words)
        if at >= 0:
            bare = {
                (s.bold, s.italic, s.underline, s.color, s.bgcolor)
                for s in styles[at:][: len(words)]
            }
            assert len(bare) == 1
            return styles[at]
    raise AssertionError(f"{words} is not in sight")


def cell_of(view: ArticleView, words: str) -> tuple[int, int]:
    for y, text in enumerate(row_texts(view)):
        if words in text:
            return text.index(words), y
    raise AssertionError(f"{words} is not in sight")


# -- what is shown -------------------------------------------------------------------------


async def test_the_text_stands_in_the_middle_at_its_measure() -> None:
    app = Reader(make_article())
    async with app.run_test(size=(101, 20)):
        assert [text.strip() for text in row_texts(app.view)[:6]] == [
            "Ada Boro of the River Bank said the dam “would hold”, whatever came.",
            "",
            "In Lund, she told the Water Board: “Ada Boro keeps her word. We shall build it",
            "higher.”",
            "",
            "Nobody else spoke.",
        ]
        assert {len(text) - len(text.lstrip()) for text in row_texts(app.view)[:1]} == {10}


@pytest.mark.parametrize(("width", "left", "widest"), [(30, 1, 27), (70, 2, 65), (200, 59, 80)])
async def test_a_narrow_widget_uses_its_whole_width(width: int, left: int, widest: int) -> None:
    app = Reader(make_long_article())
    async with app.run_test(size=(width, 20)):
        lengths = [len(text.strip()) for text in row_texts(app.view)]
        assert widest - 8 <= max(lengths) <= widest
        assert row_texts(app.view)[0].index("Paragraph") == left


async def test_nothing_is_shown_and_nothing_fails_without_an_article() -> None:
    app = Reader()
    async with app.run_test(size=(60, 10)) as pilot:
        app.view.scroll_rows(3)
        app.view.reveal(Span(3, 4))
        await pilot.click(ArticleView, offset=(5, 5))
        assert not "".join(row_texts(app.view)).strip()
        assert (app.view.first_visible_offset, app.view.percent_read) == (0, 0)


async def test_an_article_without_a_word_is_read_at_once() -> None:
    app = Reader(Article("key", " \n", (), ""))
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.click(ArticleView, offset=(5, 5))
        app.view.reveal(Span(0, 2))
        assert (app.view.percent_read, app.clicks) == (100, [])


async def test_markup_is_text() -> None:
    text = "[bold]no[/bold] [@click=app.quit]quit[/] [/sic]"
    app = Reader(make_article(text))
    async with app.run_test(size=(60, 5)):
        assert row_texts(app.view)[0].strip() == text


# -- marks ---------------------------------------------------------------------------------


async def test_people_organizations_places_and_quotes_differ_by_more_than_colour() -> None:
    app = Reader(make_article())
    async with app.run_test(size=(100, 20)) as pilot:
        app.view.show_marks(
            (
                Mark(find("Ada Boro"), "person"),
                Mark(find("River Bank"), "organization"),
                Mark(find("Lund"), "place"),
                Mark(find("would hold"), "quote"),
                Mark(find("dam"), "no such style"),
            )
        )
        await pilot.pause()
        plain = style_of(app.view, "whatever came")
        assert style_of(app.view, "said the dam").color == plain.color
        marked = [
            style_of(app.view, words) for words in ("Ada Boro", "River Bank", "Lund", "would hold")
        ]
        assert [(style.bold, style.underline, style.italic) for style in marked] == [
            (True, None, None),
            (None, True, None),
            (None, None, None),
            (None, None, True),
        ]
        assert len({style.color for style in [plain, *marked]}) == 5


async def test_a_name_inside_a_quote_adds_to_the_quote() -> None:
    app = Reader(make_article())
    async with app.run_test(size=(100, 20)) as pilot:
        quote = Span(find("Ada Boro keeps").start, find("higher.").end)
        app.view.show_marks((Mark(find("Boro keeps"), "person"), Mark(quote, "quote")))
        await pilot.pause()
        inner, rest = style_of(app.view, "Boro keeps"), style_of(app.view, "her word")
        assert (inner.bold, inner.italic) == (True, True)
        assert (rest.bold, rest.italic) == (None, True)
        assert style_of(app.view, "higher.").italic
        assert not style_of(app.view, "Ada Boro of").italic


async def test_lit_hits_and_the_place_lie_over_each_other_in_this_order() -> None:
    app = Reader(make_article())
    async with app.run_test(size=(100, 20)) as pilot:
        view, words = app.view, "River Bank"
        backgrounds = [style_of(view, words).bgcolor]
        view.light((find(words),))
        backgrounds.append(style_of(view, words).bgcolor)
        view.show_hits((find(words),))
        backgrounds.append(style_of(view, words).bgcolor)
        assert style_of(view, words).bold
        view.show_place(find(words))
        backgrounds.append(style_of(view, words).bgcolor)
        assert len(set(backgrounds)) == 4
        view.show_place(None)
        view.show_hits(())
        view.light(())
        await pilot.pause()
        assert style_of(view, words).bgcolor == backgrounds[0]


async def test_another_article_takes_marks_and_place_with_it() -> None:
    app = Reader(make_long_article())
    async with app.run_test(size=(80, 20)) as pilot:
        app.view.show_hits((Span(0, 9),))
        app.view.scroll_rows(30)
        await pilot.pause()
        app.view.show_article(make_article())
        await pilot.pause()
        assert app.view.first_visible_offset == 0
        assert not style_of(app.view, "Ada Boro").bold
        assert app.scrolls[-1].percent == 100


async def test_a_style_that_splits_a_character_colours_it_whole() -> None:
    text = "Cafe\u0301 👩\u200d🚀 ❤\ufe0f end"
    app = Reader(make_article(text))
    async with app.run_test(size=(60, 5)) as pilot:
        whole = app.view.render_line(0).cell_length
        app.view.show_hits(tuple(Span(at, at + 1) for at in range(0, len(text), 2)))
        await pilot.pause()
        line = app.view.render_line(0)
        assert line.cell_length == whole == app.view.scrollable_content_region.width
        assert not any(segment.text[0] in "\u0301\u200d\ufe0f🚀" for segment in line)


def contrast_of(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None

    def luminance(color: Color) -> float:
        parts = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in color.normalized
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    pair = sorted(luminance(Color.from_rich_color(c)) for c in (style.color, style.bgcolor))
    return (pair[1] + 0.05) / (pair[0] + 0.05)


async def test_the_text_can_be_read_in_every_theme() -> None:
    app = Reader(make_article())
    async with app.run_test(size=(100, 10)) as pilot:
        app.view.show_marks(
            (
                Mark(find("Ada Boro"), "person"),
                Mark(find("River Bank"), "organization"),
                Mark(find("Lund"), "place"),
                Mark(find("would hold"), "quote"),
                Mark(find("she"), "speaker"),
            )
        )
        app.view.light((find("Nobody"),))
        app.view.show_hits((find("else"),))
        app.view.show_place(find("spoke"))
        for name, theme in BUILTIN_THEMES.items():
            if theme.ansi:
                continue
            app.theme = name
            await pilot.pause()
            for words in (
                "whatever",
                "Ada Boro",
                "River Bank",
                "Lund",
                "would hold",
                "she",
                "Nobody",
                "else",
            ):
                assert contrast_of(style_of(app.view, words)) >= 4.4, (name, words)
            assert contrast_of(style_of(app.view, "spoke")) >= 3.5, name


# -- scrolling -----------------------------------------------------------------------------


async def test_a_page_keeps_two_rows_and_half_a_page_is_half() -> None:
    article = make_long_article()
    app = Reader(article)
    async with app.run_test(size=(80, 20)) as pilot:
        view = app.view
        tops = []
        for move in (1, 0.5, -0.5, -1, -1):
            view.scroll_pages(move)
            await pilot.pause()
            tops.append(view.scroll_offset.y)
        assert tops == [18, 28, 18, 0, 0]
        view.scroll_to_end()
        await pilot.pause()
        assert view.scroll_offset.y == view.virtual_size.height - 20
        assert view.last_visible_offset == len(article.text) - 1
        view.scroll_rows(5)
        view.scroll_rows(-2)
        assert view.scroll_offset.y == view.virtual_size.height - 22
        view.scroll_to_top()
        assert view.scroll_offset.y == 0


async def test_the_keys_of_a_scrolling_widget_scroll_without_animation() -> None:
    app = Reader(make_long_article())
    async with app.run_test(size=(80, 20)) as pilot:
        app.view.focus()
        tops = []
        for key in ("down", "pagedown", "up", "end", "pageup", "home"):
            await pilot.press(key)
            tops.append(app.view.scroll_offset.y)
        last = app.view.virtual_size.height - 20
        assert tops == [1, 19, 18, last, last - 18, 0]


async def test_scrolling_tells_what_is_in_sight_and_how_much_is_read() -> None:
    article = make_long_article()
    app = Reader(article)
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        assert len(app.scrolls) == 1
        first = app.scrolls[0]
        assert first.first == 0
        assert article.text[first.last] in " .d\n"
        assert 0 < first.percent < 10
        app.view.scroll_rows(-1)
        await pilot.pause()
        assert len(app.scrolls) == 1
        app.view.scroll_to_end()
        await pilot.pause()
        told = app.scrolls[-1]
        assert (told.last, told.percent) == (len(article.text) - 1, 100)
        assert (told.first, told.percent) == (app.view.first_visible_offset, app.view.percent_read)


async def test_the_mouse_wheel_scrolls_and_tells() -> None:
    app = Reader(make_long_article())
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        view = app.view
        view.post_message(
            events.MouseScrollDown(view, 5, 5, 0, 0, 0, False, False, False, 5, 5, Style())
        )
        await pilot.pause()
        assert view.scroll_offset.y > 0
        assert app.scrolls[-1].first == view.first_visible_offset > 0


@pytest.mark.parametrize("first_size", [(100, 30), (40, 12)])
async def test_other_sizes_and_measures_keep_the_text_at_the_top(
    first_size: tuple[int, int],
) -> None:
    article = make_long_article()
    app = Reader(article)
    async with app.run_test(size=first_size) as pilot:
        view = app.view
        target = find("Paragraph 30", article.text).start + 200
        view.scroll_to_offset(target)
        await pilot.pause()
        start = view.first_visible_offset
        for width, height in ((44, 20), (130, 50), (60, 9), (83, 33)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert view.first_visible_offset <= target < view.first_visible_offset + 80
        for measure in (40, 120, 61):
            view.measure = measure
            await pilot.pause()
            assert view.first_visible_offset <= target < view.first_visible_offset + 120
        view.measure = 80
        await pilot.resize_terminal(*first_size)
        await pilot.pause()
        assert view.first_visible_offset == start


@pytest.mark.parametrize(("wanted", "given"), [(1, 40), (72, 72), (999, 200)])
async def test_the_measure_stays_readable(wanted: int, given: int) -> None:
    app = Reader(make_long_article())
    async with app.run_test(size=(240, 10)) as pilot:
        app.view.measure = wanted
        await pilot.pause()
        assert app.view.measure == given
        assert given - 12 <= max(len(text.strip()) for text in row_texts(app.view)) <= given


async def test_what_is_comfortably_in_sight_is_revealed_by_keeping_still() -> None:
    article = make_long_article()
    app = Reader(article)
    async with app.run_test(size=(80, 24)) as pilot:
        view = app.view
        view.reveal(find("Paragraph 1 ", article.text))
        await pilot.pause()
        assert view.scroll_offset.y == 0
        target = find("Paragraph 20", article.text)
        view.reveal(target)
        await pilot.pause()
        assert row_texts(view)[24 // 3].strip().startswith("Paragraph 20")
        top = view.scroll_offset.y
        view.scroll_rows(-8)
        view.reveal(target)
        assert view.scroll_offset.y == top - 8
        view.scroll_rows(14)
        view.reveal(target)
        assert view.scroll_offset.y == top
        view.reveal(find("Paragraph 0", article.text))
        assert view.scroll_offset.y == 0
        view.reveal(find("End.", article.text, nth=59))
        assert view.percent_read == 100


async def test_a_row_below_is_never_a_blank_one() -> None:
    article = make_long_article()
    app = Reader(article)
    async with app.run_test(size=(80, 24)):
        view = app.view
        start = find("Paragraph 20", article.text).start
        following, before = view.offset_below(start, 1), view.offset_below(start, -1)
        assert before < start < following
        assert article.text[before].strip()
        assert article.text[following].strip()
        assert view.offset_below(0, -5) == 0
        last = find("End.", article.text, nth=59).start
        assert article.text[view.offset_below(last, 99)].strip()


async def test_a_stretch_taller_than_the_widget_is_revealed_from_its_start() -> None:
    article = make_long_article()
    app = Reader(article)
    async with app.run_test(size=(80, 10)) as pilot:
        start = find("Paragraph 20", article.text).start
        app.view.reveal(Span(start, start + 3000))
        await pilot.pause()
        assert "Paragraph 20" in "".join(row_texts(app.view)[:4])


async def test_a_place_asked_for_before_the_first_paint_is_shown() -> None:
    article = make_long_article()
    app = Reader()
    async with app.run_test(size=(80, 20)) as pilot:
        views = [ArticleView(), ArticleView()]
        for view in views:
            view.styles.height = 20
            view.show_article(article)
        views[0].reveal(find("Paragraph 40", article.text))
        views[1].scroll_to_offset(find("Paragraph 40", article.text).start)
        await app.query_one(ArticleView).remove()
        for view, row in zip(views, (6, 0), strict=True):
            await app.mount(view)
            await wait_until(pilot, partial(shows_at, view, row, "Paragraph 40"))
            await view.remove()


async def test_a_huge_article_mounts_and_jumps() -> None:
    article = make_article(
        "\n\n".join(f"Word number {n} is here. " * 25 for n in range(800)).strip()
    )
    assert len(article.text.split()) >= 100_000
    app = Reader(article)
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show_marks(
            tuple(Mark(Span(*m.span()), "person") for m in re.finditer("number", article.text))
        )
        target = find("Word number 777", article.text)
        app.view.reveal(target)
        app.view.show_place(target)
        await pilot.pause()
        assert "Word number 777" in "".join(row_texts(app.view))
        app.view.scroll_to_end()
        await pilot.pause()
        assert app.view.percent_read == 100


# -- mouse ---------------------------------------------------------------------------------


async def test_a_click_tells_the_character_and_nothing_beside_the_text() -> None:
    article = make_article("One two.\n\n漢字 café and more")
    app = Reader(article)
    async with app.run_test(size=(60, 10)) as pilot:
        for words in ("two", "字", "more"):
            x, y = cell_of(app.view, words)
            wide = sum(character in "漢字" for character in row_texts(app.view)[y][:x])
            await pilot.click(ArticleView, offset=(x + wide, y))
        assert app.clicks == [article.text.index(words) for words in ("two", "字", "more")]
        for beside in ((0, 0), (40, 0), (5, 1), (5, 8)):
            await pilot.click(ArticleView, offset=beside)
        assert len(app.clicks) == 3


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(ArticleView, offset=start)
    await pilot.hover(ArticleView, offset=end)
    await pilot.mouse_up(ArticleView, offset=end)
    await pilot.pause()


async def test_dragging_selects_exact_slices_and_is_no_click() -> None:
    app = Reader(make_article())
    async with app.run_test(size=(100, 20)) as pilot:
        x, y = cell_of(app.view, "Boro of")
        await drag(pilot, (x, y), (x + 3, y))
        assert app.screen.get_selected_text() == "Boro"
        assert style_of(app.view, "Boro").bgcolor != style_of(app.view, "said").bgcolor
        end_x, end_y = cell_of(app.view, "spoke")
        await drag(pilot, (x, y), (end_x + 4, end_y))
        selected = app.screen.get_selected_text()
        assert selected is not None
        assert selected.split("\n\n") == [
            "Boro of the River Bank said the dam “would hold”, whatever came.",
            NEWS[find("In Lund").start : find("higher.”").end],
            "Nobody else spoke",
        ]
        assert app.clicks == []


async def test_dragging_through_the_margins_takes_whole_rows() -> None:
    app = Reader(make_article())
    async with app.run_test(size=(100, 20)) as pilot:
        await drag(pilot, (0, 2), (99, 2))
        assert (
            app.screen.get_selected_text()
            == NEWS[find("In Lund").start : find("shall\nbuild it").end] + " "
        )
        await drag(pilot, (3, 3), (98, 12))
        assert app.screen.get_selected_text() == "higher.”\n\nNobody else spoke."


async def test_a_selection_outlives_another_width() -> None:
    app = Reader(make_article())
    async with app.run_test(size=(100, 20)) as pilot:
        x, y = cell_of(app.view, "told the")
        await drag(pilot, (x, y), (x + 7, y))
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        assert app.screen.get_selected_text() == "told the"


async def test_a_double_click_selects_the_word_and_a_triple_one_the_paragraph() -> None:
    app = Reader(make_article("It’s the “well-known” dam.\n\nMore."))
    async with app.run_test(size=(60, 10)) as pilot:
        for words, selected in (
            ("s the", "It’s"),
            ("known", "well-known"),
            ("”", "”"),
        ):
            await pilot.double_click(ArticleView, offset=cell_of(app.view, words))
            await pilot.pause()
            assert app.screen.get_selected_text() == selected
        await pilot.triple_click(ArticleView, offset=cell_of(app.view, "dam"))
        await pilot.pause()
        assert app.screen.get_selected_text() == "It’s the “well-known” dam."


async def test_everything_selected_is_the_whole_article() -> None:
    app = Reader(make_article())
    async with app.run_test(size=(60, 10)) as pilot:
        app.view.text_select_all()
        await pilot.pause()
        assert app.screen.get_selected_text() == re.sub(r"\n\s*\n", "\n\n", NEWS)
        app.view.show_article(make_article("Something else"))
        await pilot.pause()
        assert app.screen.get_selected_text() is None
