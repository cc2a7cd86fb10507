"""`newsreader notes`: print the quotes the reader has collected, in any form."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from analysis.notebook import Notebook
from analysis.quotation import FORMS, format_citations
from analysis.text import sanitise_line
from analysis.usage import CommandParser
from tui.config import config_of_user
from tui.folders import Folders

EPILOG = """\
Quotes are collected with m while reading; M shows them. Exit status: 0 printed, 1 the file
cannot be read, 2 wrong usage.
"""


def make_parser() -> CommandParser:
    """Return the parser of `newsreader notes`."""
    parser = CommandParser(
        prog="newsreader notes",
        description="Print the quotes you have collected, oldest first.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--format",
        choices=FORMS,
        default="plain",
        help="; ".join(f"{name}: {form.about}" for name, form in FORMS.items()),
    )
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run `newsreader notes` and return the exit status.

    Raises:
        ConfigError: A setting is not usable.
    """
    config_of_user()  # a wrong setting is told whatever is run
    options = make_parser().parse_args(arguments)
    notebook = Notebook(Folders.of_user().data)
    notes = notebook.notes()
    notebook.close()
    for trouble in filter(None, (notebook.error, notebook.notice)):
        print(f"newsreader: {sanitise_line(str(trouble))}", file=sys.stderr)
    if notes:
        print(format_citations((note.citation for note in notes), form=options.format))
    elif notebook.error is None:
        print("newsreader: no quotes collected yet: m collects one", file=sys.stderr)
    return 1 if notebook.error else 0
