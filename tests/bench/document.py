"""Write the figures into docs/performance.md, between marks: the words around them are by hand."""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.bench.figures import Curve, Row, to_table
from tests.bench.plot import draw

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "performance.md"
PLOTS = DOCS / "plots"


def write(
    rows: Sequence[Row], curves: Sequence[Curve], machine: str, options: argparse.Namespace
) -> None:
    """Write the table and the plots of a whole run; a plot that failed stays as it was."""
    page = PAGE.read_text(encoding="utf-8")
    if rows:
        when = datetime.now(UTC).date().isoformat()
        told = f"`make bench OPTIONS=--document` on {when}; {machine}. Medians (lowest to highest)"
        told += f" of {options.rounds} rounds taken in turns."
        page = replace_between(page, "table", f"{told}\n\n{to_table(rows)}")
    if curves:
        PLOTS.mkdir(exist_ok=True)
        for curve in curves:
            (PLOTS / f"{curve.name}.svg").write_text(draw(curve), encoding="utf-8")
        shown = [f"![{curve.title}](plots/{curve.name}.svg)" for curve in curves]
        page = replace_between(page, "plots", "\n\n".join(shown))
    PAGE.write_text(page, encoding="utf-8")
    print(f"written: {PAGE}")


def replace_between(page: str, name: str, text: str) -> str:
    """Return a page with other text between the marks of a name.

    Raises:
        ValueError: The page lacks the marks.
    """
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, rest = page.split(begin)
    _, after = rest.split(end)
    return f"{before}{begin}\n{text}\n{end}{after}"


def describe_machine() -> str:
    """Return what the machine is, as far as it tells."""
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in _read("/proc/cpuinfo").splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    load = "/".join(f"{part:.1f}" for part in os.getloadavg())
    return (
        f"{os.cpu_count()} cores ({model}), {platform.system()}, Python"
        f" {platform.python_version()}, Textual {version('textual')}, load before it {load}"
    )


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""
