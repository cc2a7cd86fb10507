"""Quotes as one cites them: the words, who said them, and where. Never changes a word."""

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
