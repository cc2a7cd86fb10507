"""Measure newsreader beside its peers and print one table. It is no test; it takes a quarter of an hour.

make bench                              everything
make bench OPTIONS='--only start keys'  some of it
make bench OPTIONS=--install            install the peers first
make bench OPTIONS=--document           and write the figures into docs/performance.md
make bench OPTIONS=--keep               and keep the ratios as the release's, to compare the next with
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from tests.bench import document, figures, peers
from tests.bench.parts import PARTS, measure_part
from tests.bench.turns import Bench


def main() -> None:
    """Measure, and print the table."""
    parser = make_parser()
    options = parser.parse_args()
    if options.document and len(options.only) < len(PARTS):
        parser.error("--document takes all parts: a table of some would stand for the whole")
    machine = document.describe_machine()
    if options.install:
        peers.install()
    rows: list[figures.Row] = []
    curves: list[figures.Curve] = []
    began = time.monotonic()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        bench = Bench(Path(folder), options.rounds, not options.no_curves)
        for name in options.only:
            for found in measure_part(name, bench):
                (rows if isinstance(found, figures.Row) else curves).append(found)  # type: ignore[arg-type]
    print(f"\n{figures.to_table(rows)}\n")
    print(f"{machine}; {time.monotonic() - began:.0f} s")
    if options.document:
        document.write(rows, curves, machine, options)
    if options.keep:
        figures.keep(rows)


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parts = "\n".join(f"  {name:14}{part.about}" for name, part in PARTS.items())
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description=f"{__doc__}\nparts:\n{parts}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), metavar="PART",
                        help="measure these parts alone")  # fmt: skip
    parser.add_argument("--rounds", type=int, default=9, help="how often each thing is measured")
    parser.add_argument("--no-curves", action="store_true", help="leave the slow curves out")
    parser.add_argument("--install", action="store_true", help="install the peers first")
    parser.add_argument("--document", action="store_true", help="write docs/performance.md anew")
    parser.add_argument("--keep", action="store_true", help="keep the ratios as the last release's")
    return parser


if __name__ == "__main__":
    main()
