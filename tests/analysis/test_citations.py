"""Forms that other programs read: whatever stands in an article stays text in them."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from analysis.load import make_article
from analysis.quotation import FORMS, cite, format_quotation, format_quotations
from analysis.quotation.bibtex import escape_bibtex
from analysis.quotation.sheet import HEADING, defuse
from analysis.schema import Analysis, Article, Entity, Quote, Span, Speaker

TEXT = """---
title: Harbour {reopens} & 100% more
byline: Jane Doe and Jo Li, Lund
source: The Lund_Times
date: 2024-05-03
url: https://example.org/a?b=1&c=<2>#d_e
---
“We kept our word,” said Zoë Müller, “and the boats came.”

“The first year was hard.

“The second one cost $5,” Müller said.

Müller said that nobody would be left behind.
"""
ARTICLE = make_article(TEXT)
ANALYSIS = Analysis(ARTICLE.key, "test", (), (Entity(0, "person", "Zoë Müller"),), (), ())
HOSTILE = st.text(
    alphabet=st.sampled_from("ab1 .“”\\{}%$#&_^~<>|*`[]()!+-=@\"'é日@,;:\n"),
    min_size=1,
    max_size=40,
)
NAMES = HOSTILE.filter(str.strip)


def span(words: str) -> Span:
    start = ARTICLE.text.index(words)
    return Span(start, start + len(words))


MUELLER = Speaker(span("Zoë Müller"), 0)
SPLIT = Quote(
    (span("We kept our word,"), span("and the boats came.")), "direct", MUELLER, None, 0.9
)
LONG = Quote((span("The first year was hard."), span("The second one cost $5,")), "direct", MUELLER)
REPORTED = Quote((span("nobody would be left behind"),), "indirect", MUELLER)


def test_bibtex_cites_the_article_and_keeps_the_words_as_abstract() -> None:
    assert (
        format_quotation(ARTICLE, ANALYSIS, SPLIT, form="bibtex")
        == r"""@article{muller2024harbour-KEY-1,
  author = {{Jane Doe and Jo Li, Lund}},
  title = {{Harbour \textbraceleft{}reopens\textbraceright{} \& 100\% more}},
  journal = {The Lund\_Times},
  date = {2024-05-03},
  year = {2024},
  url = {https://example.org/a?b=1&c=%3C2%3E#d_e},
  note = {Said by Zoë Müller, paragraph 1},
  abstract = {“We kept our word,” “and the boats came.”},
}""".replace("KEY", ARTICLE.key[:4])
    )


def test_csl_json_says_the_same() -> None:
    (item,) = json.loads(format_quotation(ARTICLE, ANALYSIS, LONG, form="csl-json"))
    assert item == {
        "id": f"muller2024harbour-{ARTICLE.key[:4]}-{LONG.span.start}",
        "type": "article-newspaper",
        "title": "Harbour {reopens} & 100% more",
        "author": [{"literal": "Jane Doe and Jo Li, Lund"}],
        "container-title": "The Lund_Times",
        "issued": {"date-parts": [[2024, 5, 3]]},
        "URL": "https://example.org/a?b=1&c=%3C2%3E#d_e",
        "note": "Said by Zoë Müller, paragraphs 2-3",
        "abstract": "“The first year was hard.\n“The second one cost $5,”",
    }


@pytest.mark.parametrize(
    ("changes", "quote", "note"),
    [
        ({}, REPORTED, "Reported as said by Zoë Müller, paragraph 4"),
        ({}, replace(SPLIT, speaker=None), "Speaker unknown, paragraph 1"),
        ({"url": None, "source": None}, SPLIT, "Said by Zoë Müller, paragraph 1 of notes/a b.txt"),
        ({"url": None}, SPLIT, "Said by Zoë Müller, paragraph 1"),
    ],
    ids=["reported", "unknown", "file", "source"],
)
def test_the_note_tells_speaker_and_place(
    changes: dict[str, None], quote: Quote, note: str
) -> None:
    article = replace(ARTICLE, **changes)
    assert cite(article, ANALYSIS, quote, path=Path("notes/a\nb.txt")).note == note


@pytest.mark.parametrize(
    ("published", "bibtex", "csl"),
    [
        ("2024-05-03", "date = {2024-05-03},\n  year = {2024}", {"date-parts": [[2024, 5, 3]]}),
        ("3 May 2024", "year = {2024}", {"literal": "3 May 2024"}),
        (
            "last {May}",
            r"year = {last \textbraceleft{}May\textbraceright{}}",
            {"literal": "last {May}"},
        ),
    ],
)
def test_a_date_is_read_or_told_as_it_stands(
    published: str, bibtex: str, csl: dict[str, object]
) -> None:
    article = replace(ARTICLE, published=published)
    assert bibtex in format_quotation(article, ANALYSIS, SPLIT, form="bibtex")
    (item,) = json.loads(format_quotation(article, ANALYSIS, SPLIT, form="csl-json"))
    assert item["issued"] == csl


def test_only_what_is_known_is_a_field() -> None:
    article = Article("k", "“No.”", (Span(0, 5),), "")
    quote = Quote((Span(1, 4),), "direct")
    assert format_quotation(article, ANALYSIS, quote, form="bibtex") == (
        "@misc{unknown-k-1,\n  note = {Speaker unknown, paragraph 1},\n  abstract = {“No.”},\n}"
    )


def test_no_two_quotes_share_a_key_even_in_articles_of_one_title() -> None:
    other = make_article(TEXT + "\nOne paragraph more.")
    ids = [
        cite(article, ANALYSIS, quote).id
        for article in (ARTICLE, other)
        for quote in (SPLIT, LONG, REPORTED)
    ]
    assert len(set(ids)) == 6
    assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in ids)


def test_a_table_has_a_row_for_each_quote() -> None:
    table = format_quotations(ARTICLE, ANALYSIS, (SPLIT, LONG, REPORTED), form="csv")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["paragraph"] for row in rows] == ["1", "2", "4"]
    assert rows[0] == {
        "speaker": "Zoë Müller",
        "words": "“We kept our word,” “and the boats came.”",
        "kind": "direct",
        "confidence": "0.90",
        "title": "Harbour {reopens} & 100% more",
        "byline": "Jane Doe and Jo Li, Lund",
        "source": "The Lund_Times",
        "date": "2024-05-03",
        "paragraph": "1",
        "url": "https://example.org/a?b=1&c=%3C2%3E#d_e",
        "file": "",
    }


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n \n=1", "'\n \n=1"),
        ('"=1', "'\"=1"),
        ("a;=1", "a;'=1"),
        ('a; "@b";b;-1', "a;' \"@b\";b;'-1"),
        ("a;b-c; d", "a;b-c; d"),
        ("1 = 1", "1 = 1"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell: str, expected: str) -> None:
    assert defuse(cell) == expected


@pytest.mark.parametrize("form", FORMS)
def test_no_quotes_give_no_entry(form) -> None:
    empty = {"csl-json": "[\n\n]", "csv": HEADING + "\n"}.get(form, "")
    assert format_quotations(ARTICLE, ANALYSIS, (), form=form) == empty


def test_several_quotes_keep_their_order_in_every_form() -> None:
    for form in FORMS:
        text = format_quotations(ARTICLE, ANALYSIS, (SPLIT, LONG, REPORTED), form=form)
        places = [text.index(words) for words in ("We kept", "The first", "nobody would")]
        assert places == sorted(places)


def hostile(title: str, words: str, name: str) -> tuple[Article, Analysis, Quote]:
    """Return an article whose every text is hostile, and a quote in it."""
    article = make_article(words)
    article = replace(
        article,
        title=" ".join(title.split()),
        byline=" ".join(title.split()) or None,
        source=" ".join(name.split()) or None,
        url="https://example.org/" + title.replace("\n", ""),
    )
    analysis = Analysis(article.key, "t", (), (Entity(0, "person", name),), (), ())
    return article, analysis, Quote((Span(0, len(article.text)),), "direct", Speaker(None, 0))


@given(HOSTILE, HOSTILE, NAMES)
def test_bibtex_reads_back_as_it_was(title: str, words: str, name: str) -> None:
    article, analysis, quote = hostile(title, words, name)
    entry = format_quotation(article, analysis, quote, form="bibtex")
    assert depth_of(entry) == 0
    fields = dict(re.findall(r"^  (\w+) = \{(.*)\},$", entry, re.MULTILINE))
    cited = cite(article, analysis, quote)
    assert unescape(fields["abstract"]) == " ".join(cited.paragraphs)
    assert unescape(fields["note"]) == cited.note
    assert unescape(fields.get("title", "{}")[1:-1]) == article.title
    assert set(fields["url"]).isdisjoint("{}\\<>^`| ")


def depth_of(entry: str) -> int:
    """Count braces as BibTeX does, which must never fall below none."""
    depth = 0
    for character in entry:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    return depth


def unescape(field: str) -> str:
    """Return what TeX sets for a field."""
    names = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~"}
    names |= {"asciicircum": "^", "less": "<", "greater": ">", "bar": "|"}
    found = re.sub(
        r"\\text(\w+)\{\}|\\([%#$&_])|([\\{}%#$&_~^])",
        lambda match: names[match[1]] if match[1] else match[2] or f"<unescaped {match[3]}>",
        field,
    )
    assert "<unescaped" not in found
    return found


def test_unescaping_is_no_fool() -> None:
    assert unescape(escape_bibtex(r"a\b{c}%d")) == r"a\b{c}%d"
    with pytest.raises(AssertionError):
        unescape("100%")


@given(HOSTILE, HOSTILE, NAMES)
def test_markdown_shows_what_was_said_and_nothing_else(title: str, words: str, name: str) -> None:
    article, analysis, quote = hostile(title, words, name)
    tokens = MarkdownIt("commonmark").parse(
        format_quotation(article, analysis, quote, form="markdown")
    )
    blocks = {token.type for token in tokens}
    assert blocks == {"blockquote_open", "paragraph_open", "inline", "paragraph_close", "blockquote_close"}  # fmt: skip
    *shown, attribution = [token for token in tokens if token.type == "inline"]
    for token, paragraph in zip(shown, cite(article, analysis, quote).paragraphs, strict=True):
        assert {child.type for child in token.children or ()} <= {"text", "text_special"}
        assert text_of(token) == " ".join(paragraph.split())
    told = [" ".join(name.split()), article.title, article.source]
    assert text_of(attribution) == "— " + ", ".join(filter(None, told))


def text_of(token) -> str:
    return " ".join("".join(child.content for child in token.children).split())


@given(HOSTILE, HOSTILE, NAMES)
def test_html_shows_what_was_said_and_nothing_else(title: str, words: str, name: str) -> None:
    article, analysis, quote = hostile(title, words, name)
    reader = Collector()
    reader.feed(format_quotation(article, analysis, quote, form="html"))
    reader.close()
    assert set(reader.tags) <= {"blockquote", "p", "footer", "cite", "a"}
    assert set(reader.attributes) <= {"cite", "href"}
    shown = "".join(cite(article, analysis, quote).paragraphs)
    assert reader.text.startswith(shown + "— ")


class Collector(HTMLParser):
    """Collects tags, attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.text = ""

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data) -> None:
        self.text += data


@given(HOSTILE, HOSTILE, NAMES)
def test_csv_and_csl_read_back_as_they_were(title: str, words: str, name: str) -> None:
    article, analysis, quote = hostile(title, words, name)
    cited = cite(article, analysis, quote)
    (item,) = json.loads(format_quotation(article, analysis, quote, form="csl-json"))
    assert item["abstract"] == "\n".join(cited.paragraphs)
    assert item.get("title", "") == article.title
    (row,) = csv.DictReader(io.StringIO(format_quotation(article, analysis, quote, form="csv")))
    assert row["title"].replace("'", "") == article.title.replace("'", "")
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
