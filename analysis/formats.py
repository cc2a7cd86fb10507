"""The forms in which `newsreader analyze` writes: a table. To add one, add a row.

Light: each is written by functions of `Article` and `Analysis` alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from analysis.quotation import FORMS, Form, cite
from analysis.report import to_record, to_text
from analysis.schema import Analysis, Article
from analysis.text import escape_unsafe


@dataclass(frozen=True, slots=True)
class Format:
    """How analyses of several articles are written one after the other."""

    about: str
    """What it is for, as `--help` tells it."""
    write: Callable[[Article, Analysis, Path], str]
    """From an article, its analysis and its file to what is written; may be empty."""
    before: str = ""
    """Written first, whatever follows."""
    between: str = ""
    """Written between two articles of which anything is written."""
    after: str = ""
    """Written last, whatever came before."""


def write_text(article: Article, analysis: Analysis, path: Path) -> str:
    """Return an analysis as lines for a person."""
    return to_text(article, analysis)


def write_json(article: Article, analysis: Analysis, path: Path) -> str:
    """Return an analysis as one JSON object on one line, without the line's end."""
    line = json.dumps(to_record(article, analysis, doc=path.stem), ensure_ascii=False)
    return escape_unsafe(line)


def write_json_line(article: Article, analysis: Analysis, path: Path) -> str:
    """Return an analysis as one JSON object on a line of its own."""
    return write_json(article, analysis, path) + "\n"


def quotes_alone(form: Form) -> Format:
    """Return the format that writes the quotes of all articles in a form for quotes."""

    def write(article: Article, analysis: Analysis, path: Path) -> str:
        citations = (cite(article, analysis, quote, path=path) for quote in analysis.quotes)
        return form.between.join(map(form.write, citations))

    return Format(f"quotes {form.about}", write, form.before, form.between, form.after + "\n")


FORMATS: dict[str, Format] = {
    "text": Format("for people (the default)", write_text, between="\n"),
    "json": Format("one array", write_json, before="[\n", between=",\n", after="\n]\n"),
    "jsonl": Format("one object a line", write_json_line),
    **{name: quotes_alone(form) for name, form in FORMS.items()},
}
"""Each form by the name that `--format` takes."""
