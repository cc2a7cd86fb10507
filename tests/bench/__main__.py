"""Measure newsreader beside its peers and print one table. It is no test; it takes some minutes.

make bench                              everything
make bench OPTIONS='--only start keys'  some of it
make bench OPTIONS=--install            install the peers first
make bench OPTIONS=--document           and write the figures into docs/performance.md
make bench OPTIONS=--keep               and keep the ratios, to compare the next ones with
"""

from __future__ import annotations

import argparse
import tempfile
import time
from importlib import import_module
from pathlib import Path

from tests.bench import document, figures, peers
from tests.bench.turns import Bench

PARTS = {
    "start": "bench_start",
    "keys": "bench_keys",
    "analysis": "bench_analysis",  # before what takes much memory in this process
    "search": "bench_search",
    "view": "bench_article_view",
    "batch": "bench_batch",
}
"""What is measured, and the module that does."""


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), metavar="PART",
                        help=f"of {', '.join(PARTS)}")  # fmt: skip
    parser.add_argument("--rounds", type=int, default=9, help="how often each thing is measured")
    parser.add_argument("--no-curves", action="store_true", help="leave the slow curves out")
    parser.add_argument("--install", action="store_true", help="install the peers first")
    parser.add_argument("--document", action="store_true", help="write docs/performance.md anew")
    parser.add_argument("--keep", action="store_true", help="keep the ratios as the last ones")
    options = parser.parse_args()
    if options.install:
        peers.install()
    rows: list[figures.Row] = []
    curves: list[figures.Curve] = []
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), options.rounds, not options.no_curves)
        for part in options.only:
            print(f"{part}:", flush=True)
            for found in import_module(f"tests.bench.{PARTS[part]}").measure(bench):
                (rows if isinstance(found, figures.Row) else curves).append(found)  # type: ignore[arg-type]
    table = figures.to_table(rows)
    print(f"\n{table}\n\n{document.describe_machine()}; {time.monotonic() - began:.0f} s")
    if options.document:
        document.write(rows, curves, options)
    if options.keep:
        figures.keep(rows)


if __name__ == "__main__":
    main()
