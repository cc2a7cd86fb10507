"""Quotes as one cites them: every form, with more or less known of speaker and source."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.load import make_article
from analysis.quotation import FORMS, QuotationForm, format_quotation, quote_words, speaker_name
from analysis.schema import Analysis, Article, Entity, Quote, Span, Speaker

TEXT = """---
title: Harbour <reopens> & more
source: The Lund Times
date: 2024-05-03
---
“We kept our word,” said Zoë Müller, “and the boats came.”

A harbour official said there were “no plans” to stop.

He said it was *not* over.

“The first year was hard.

“The second one was ‘worse’,” Müller said.

Müller said that nobody would be left behind.
"""
ARTICLE = make_article(TEXT)
ANALYSIS = Analysis(
    ARTICLE.key, "test", (), (Entity(0, "person", "Zoë Müller", ("Müller",)),), (), ()
)


def span(words: str, article: Article = ARTICLE) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


MUELLER = Speaker(span("Zoë Müller"), 0)
OFFICIAL = Speaker(span("A harbour official"), None)
SPLIT = Quote((span("We kept our word,"), span("and the boats came.")), "direct", MUELLER)
FRAGMENT = Quote((span("no plans"),), "mixed", OFFICIAL)
STARRED = Quote((span("*not* over."),), "direct", Speaker(span("He"), None))
LONG = Quote(
    (span("The first year was hard."), span("The second one was ‘worse’,")), "direct", MUELLER
)
INDIRECT = Quote((span("nobody would be left behind"),), "indirect", MUELLER)

ORIGIN = '"Harbour <reopens> & more", The Lund Times, 2024-05-03'


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (SPLIT, f"“We kept our word,” “and the boats came.” — Zoë Müller, {ORIGIN}"),
        (FRAGMENT, f"“no plans” — A harbour official, {ORIGIN}"),
        (STARRED, f"“*not* over.” — {ORIGIN}"),
        (replace(STARRED, speaker=None), f"“*not* over.” — {ORIGIN}"),
        (
            LONG,
            f"“The first year was hard.\n\n“The second one was ‘worse’,” — Zoë Müller, {ORIGIN}",
        ),
        (INDIRECT, f"nobody would be left behind — Zoë Müller, {ORIGIN}"),
    ],
    ids=["split", "fragment", "pronoun", "nobody", "paragraphs", "indirect"],
)
def test_the_plain_form_gives_words_speaker_and_source(quote: Quote, expected: str) -> None:
    assert format_quotation(ARTICLE, ANALYSIS, quote) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"source": None}, '“no plans” — A harbour official, "T", 2024-05-03'),
        ({"source": None, "published": None}, '“no plans” — A harbour official, "T"'),
        ({"title": "", "source": None, "published": None}, "“no plans” — A harbour official"),
        ({"title": ""}, "“no plans” — A harbour official, The Lund Times, 2024-05-03"),
    ],
)
def test_only_what_is_known_is_told(changes: dict[str, str | None], expected: str) -> None:
    article = replace(ARTICLE, **{"title": "T", **changes})
    assert format_quotation(article, ANALYSIS, FRAGMENT) == expected


def test_words_alone_are_the_article_s_own() -> None:
    assert format_quotation(ARTICLE, ANALYSIS, FRAGMENT, form="words") == "no plans"
    assert format_quotation(ARTICLE, ANALYSIS, SPLIT, form="words") == (
        "We kept our word,\nand the boats came."
    )
    assert format_quotation(ARTICLE, ANALYSIS, LONG, form="words") == (
        "The first year was hard.\n\nThe second one was ‘worse’,"
    )


def test_an_article_s_address_is_told_and_linked() -> None:
    article = replace(ARTICLE, title="T", source=None, published=None, url="https://a.example/?b&c")
    assert format_quotation(article, ANALYSIS, FRAGMENT) == (
        '“no plans” — A harbour official, "T", https://a.example/?b&c'
    )
    assert format_quotation(article, ANALYSIS, FRAGMENT, form="markdown").endswith(
        "> — A harbour official, *[T](<https://a.example/?b&amp;c>)*"
    )
    assert format_quotation(article, ANALYSIS, FRAGMENT, form="html") == (
        '<blockquote cite="https://a.example/?b&amp;c"><p>“no plans”</p><footer>— A harbour '
        'official, <cite><a href="https://a.example/?b&amp;c">T</a></cite></footer></blockquote>'
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///x", "https://"]
)
@pytest.mark.parametrize("form", FORMS)
def test_what_is_no_address_of_the_web_is_never_linked(form: QuotationForm, url: str) -> None:
    article = replace(ARTICLE, url=url)
    assert url not in format_quotation(article, ANALYSIS, SPLIT, form=form)


def test_a_quote_broken_by_wrapping_is_joined() -> None:
    article = make_article(
        "The mayor of the town said on Monday that “there was no\n"
        "other way, and nobody who had seen the old quay could\n"
        "think that there was”, and left before the speeches.\n"
    )
    start = article.text.index("there was no")
    end = article.text.index("”")
    quote = Quote((Span(start, end),), "mixed")
    assert format_quotation(article, ANALYSIS, quote, form="words") == (
        "there was no other way, and nobody who had seen the old quay could think that there was"
    )


def test_the_markdown_form_is_a_block_quote_that_means_nothing_else() -> None:
    assert format_quotation(ARTICLE, ANALYSIS, STARRED, form="markdown") == (
        "> “\\*not\\* over.”\n>\n> — *Harbour \\<reopens\\> \\& more*, The Lund Times, 2024-05-03"
    )
    assert format_quotation(ARTICLE, ANALYSIS, LONG, form="markdown") == (
        "> “The first year was hard.\n>\n> “The second one was ‘worse’,”\n>\n"
        "> — Zoë Müller, *Harbour \\<reopens\\> \\& more*, The Lund Times, 2024-05-03"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# no heading", "> \\# no heading"),
        ("- no list", "> \\- no list"),
        ("1. no list", "> 1\\. no list"),
        ("[x](http://y)", "> \\[x\\](http://y)"),
        ("a_b `c` ~d~ |e|", "> a\\_b \\`c\\` \\~d\\~ \\|e\\|"),
        ("a-b, c + d #e", "> a-b, c \\+ d #e"),
    ],
)
def test_markdown_in_the_words_is_escaped(text: str, expected: str) -> None:
    article = replace(make_article(text), title="")
    quote = Quote((Span(0, len(text)),), "indirect")
    assert format_quotation(article, ANALYSIS, quote, form="markdown") == expected


def test_the_html_form_is_escaped() -> None:
    assert format_quotation(ARTICLE, ANALYSIS, SPLIT, form="html") == (
        "<blockquote><p>“We kept our word,” “and the boats came.”</p><footer>— Zoë Müller, "
        "<cite>Harbour &lt;reopens&gt; &amp; more</cite>, The Lund Times, 2024-05-03"
        "</footer></blockquote>"
    )


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (SPLIT, "Zoë Müller"),
        (FRAGMENT, "A harbour official"),
        (STARRED, None),
        (replace(STARRED, speaker=None), None),
        (replace(STARRED, speaker=Speaker(None, None)), None),
        (replace(STARRED, speaker=Speaker(None, 0)), "Zoë Müller"),
    ],
)
def test_a_speaker_is_a_name_or_a_description_or_nobody(quote: Quote, expected: str | None) -> None:
    assert speaker_name(ARTICLE, ANALYSIS, quote) == expected


def test_the_words_of_a_quote_fit_on_a_line() -> None:
    assert quote_words(ARTICLE, SPLIT) == "“We kept our word,” “and the boats came.”"
    assert "\n" not in quote_words(ARTICLE, LONG)


@given(
    text=st.text(alphabet=st.sampled_from("ab \n.“”*_#<é"), min_size=1),
    cuts=st.lists(st.integers(0, 40), min_size=2, max_size=6),
    form=st.sampled_from(["plain", "markdown", "html", "words"]),
)
def test_any_quote_has_every_form(text, cuts, form) -> None:
    article = make_article(text)
    cuts = sorted(min(cut, len(article.text)) for cut in cuts)
    parts = tuple(Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False))
    given_form = format_quotation(article, ANALYSIS, Quote(parts, "direct", MUELLER), form=form)
    if form == "words":
        letters = "".join(part.of(article.text) for part in parts).split()
        assert "".join(given_form.split()) == "".join(letters)
