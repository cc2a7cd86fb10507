"""`newsreader corrections`: say what was corrected and where it lies, send it, take it in."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from analysis.corrections.changes import Correction
from analysis.corrections.journal import MOST_BYTES, Journal, parse_lines
from analysis.corrections.lines import encode_entry
from analysis.corrections.wording import describe, describe_scope
from analysis.errors import CorrectionError, told_by_system
from analysis.plain_file import read_plain_file
from analysis.text import sanitise_line
from analysis.usage import CommandParser

EPILOG = """\
Without more it tells where your corrections lie, and each one in words. What you have decided stays
decided when you import: nothing you took back returns. Exit status: 0 done, 1 not done, 2 wrong
usage.
"""


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of `newsreader corrections`."""
    parser = CommandParser(
        prog="newsreader corrections",
        description="What you have corrected: people, organizations, places, and who said what.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    ways = parser.add_subparsers(dest="way", title="besides", metavar="import | export")
    taking_in = ways.add_parser("import", help="take in the corrections of a colleague's file")
    taking_in.add_argument("file", type=Path, metavar="FILE", help="what a colleague sent")
    giving = ways.add_parser("export", help="write yours to a file, to be sent")
    giving.add_argument("file", type=Path, metavar="FILE", help="where to")
    giving.add_argument("--force", action="store_true", help="overwrite FILE if it is there")
    return parser


def main(arguments: Sequence[str], *, folder: Path) -> int:
    """Run `newsreader corrections` and return the exit status.

    Args:
        arguments: The command line behind the subcommand's name.
        folder: Where the reader's corrections lie.

    Raises:
        CorrectionError: A file cannot be read or written; the message says what to do.
    """
    options = make_parser().parse_args(arguments)
    journal = Journal(folder)
    journal.refresh()
    _check(journal)
    if journal.passed_over is not None:
        print(f"newsreader: {sanitise_line(journal.passed_over)}", file=sys.stderr)
    if options.way == "import":
        _import(journal, options.file)
    elif options.way == "export":
        _export(journal, options.file, force=options.force)
    else:
        _list(journal)
    return 0


def _list(journal: Journal) -> None:
    print(sanitise_line(str(journal.path)))
    if not journal.holding:
        print("Nothing is corrected.")
    for number, correction in enumerate(journal.holding, start=1):
        what = f"{describe(correction.change)}, {describe_scope(correction)}"
        print(f"{number:>4}  {correction.when[:10]}  {what}")


def _import(journal: Journal, file: Path) -> None:
    try:
        contents = parse_lines(read_plain_file(file, most_bytes=MOST_BYTES))
    except (OSError, ValueError) as error:
        raise _trouble(file, "cannot be read", error) from error
    if not contents.entries:
        raise CorrectionError(f"{_shown(file)}: no corrections of newsreader's stand in it")
    taken = journal.take_in(contents.entries)
    _check(journal)
    for correction in taken:
        print(f"      {describe(correction.change)}, {describe_scope(correction)}")
    print(f"{_counted(len(taken))} taken in from {_shown(file)}.")
    passed_over = len(contents.newer) + len(contents.strange)
    if passed_over:
        print(
            f"newsreader: {_shown(file)}: lines passed over: {passed_over}, damaged or by a newer "
            "version of newsreader",
            file=sys.stderr,
        )


def _export(journal: Journal, file: Path, *, force: bool) -> None:
    if not journal.holding:
        raise CorrectionError("nothing is corrected, so there is nothing to export")
    try:
        _write(file, journal.holding, own=journal.path, force=force)
    except FileExistsError as error:
        raise CorrectionError(
            f"{_shown(file)}: is there already; choose another name, or overwrite it with --force"
        ) from error
    except (OSError, ValueError) as error:
        raise _trouble(file, "cannot be written", error) from error
    print(f"{_counted(len(journal.holding))} written to {_shown(file)}.")


def _write(file: Path, corrections: Sequence[Correction], *, own: Path, force: bool) -> None:
    lines = "".join(f"{encode_entry(correction)}\n" for correction in corrections)
    if not force:
        _write_new(file, lines)
        return
    if file.exists() and not file.is_file():
        raise OSError("a folder, a pipe or a device, not a file")
    if file.exists() and own.exists() and file.samefile(own):
        raise OSError("your own corrections lie there")
    # Where the file is a link, what it points to is replaced.
    file = Path(os.path.realpath(file))
    # Written aside and moved: what was there is whole until all of the new one is.
    descriptor, aside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as output:
            output.write(lines)
        Path(aside).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(aside).unlink()
        raise


def _write_new(file: Path, lines: str) -> None:
    """Write a file that is not there yet, whole or not at all."""
    with file.open("x", encoding="utf-8") as output:
        try:
            output.write(lines)
            output.flush()
        except BaseException:
            with suppress(OSError):
                file.unlink()
            raise


def _check(journal: Journal) -> None:
    """Make sure that the reader's own file can be used.

    Raises:
        CorrectionError: It cannot.
    """
    if journal.trouble is not None:
        raise CorrectionError(sanitise_line(journal.trouble))


def _trouble(file: Path, what: str, error: OSError | ValueError) -> CorrectionError:
    return CorrectionError(f"{_shown(file)}: {what} ({told_by_system(error)})")


def _shown(file: Path) -> str:
    return sanitise_line(str(file))


def _counted(count: int) -> str:
    return "1 correction" if count == 1 else f"{count} corrections"
