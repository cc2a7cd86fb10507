"""Quotes as one cites them: the words, who said them, and where. Never changes a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.late import late

if TYPE_CHECKING:
    from analysis.quotation.citation import Citation, cite
    from analysis.quotation.forms import (
        FORMS,
        Form,
        QuotationForm,
        format_citations,
        format_quotation,
        format_quotations,
    )
    from analysis.quotation.words import PRONOUNS, name_of, quote_words, speaker_name

__all__ = [
    "FORMS",
    "PRONOUNS",
    "Citation",
    "Form",
    "QuotationForm",
    "cite",
    "format_citations",
    "format_quotation",
    "format_quotations",
    "name_of",
    "quote_words",
    "speaker_name",
]

__getattr__ = late(
    __name__,
    {
        "FORMS": "forms",
        "PRONOUNS": "words",
        "Citation": "citation",
        "Form": "forms",
        "QuotationForm": "forms",
        "cite": "citation",
        "format_citations": "forms",
        "format_quotation": "forms",
        "format_quotations": "forms",
        "name_of": "words",
        "quote_words": "words",
        "speaker_name": "words",
    },
)
