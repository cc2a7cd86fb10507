"""All the forms a quote can be copied and exported in: a table. To add one, add a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from analysis.quotation.bibtex import to_bibtex
from analysis.quotation.citation import Citation, cite
from analysis.quotation.csl import to_csl
from analysis.quotation.prose import to_html, to_markdown, to_plain, to_words
from analysis.quotation.sheet import HEADING, to_row
from analysis.schema import Analysis, Article, Quote

QuotationForm = Literal["plain", "markdown", "html", "words", "bibtex", "csl-json", "csv"]


@dataclass(frozen=True, slots=True)
class Form:
    """How quotes are written one after the other."""

    about: str
    """What it is for, in a few words."""
    write: Callable[[Citation], str]
    """From a quote to what is written; never ends with a newline."""
    before: str = ""
    """Written first, even where no quote follows."""
    between: str = "\n\n"
    """Written between two quotes."""
    after: str = ""
    """Written last, even where no quote went before."""


FORMS: dict[QuotationForm, Form] = {
    "plain": Form("for a mail or a note", to_plain),
    "markdown": Form("in Markdown", to_markdown),
    "html": Form("in HTML", to_html, between="\n"),
    "words": Form("as bare words", to_words),
    "bibtex": Form("for BibTeX and biblatex", to_bibtex),
    "csl-json": Form("for reference managers", to_csl, before="[\n", between=",\n", after="\n]"),
    "csv": Form("for spreadsheets", to_row, before=HEADING + "\n", between="\n"),
}
"""Each form by its name, in the order in which they are offered."""


def format_quotation(
    article: Article,
    analysis: Analysis,
    quote: Quote,
    *,
    form: QuotationForm = "plain",
    path: Path | None = None,
) -> str:
    """Return a quote ready to be pasted, with what is known of its speaker and its source.

    The words are exact slices of the article but for line ends: see `Citation.paragraphs`. All
    that a form could read as more than text is escaped.

    Args:
        article: Where the quote stands.
        analysis: What was found in it.
        quote: One of `analysis.quotes`.
        form: In which form.
        path: The file the article was read from.
    """
    return format_quotations(article, analysis, (quote,), form=form, path=path)


def format_quotations(
    article: Article,
    analysis: Analysis,
    quotes: Iterable[Quote],
    *,
    form: QuotationForm = "plain",
    path: Path | None = None,
) -> str:
    """Return several quotes of an article in one form, as `format_quotation` does one."""
    return format_citations(
        (cite(article, analysis, quote, path=path) for quote in quotes), form=form
    )


def format_citations(citations: Iterable[Citation], *, form: QuotationForm = "plain") -> str:
    """Return citations, of any articles, one after the other in one form."""
    chosen = FORMS[form]
    return chosen.before + chosen.between.join(map(chosen.write, citations)) + chosen.after
