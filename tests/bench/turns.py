"""Measure several things in turns, so that what else the machine does falls on all of them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.figures import Row, Samples


@dataclass(frozen=True)
class Bench:
    """How thoroughly to measure, and where."""

    folder: Path
    """A folder that is thrown away."""
    rounds: int
    """How often each thing is measured."""
    with_curves: bool
    """Whether the curves are measured, which takes longest."""

    def home(self, name: str) -> Path:
        """Return a home folder for the programs, made if it is not there."""
        home = self.folder / f"home-{name}"
        home.mkdir(exist_ok=True)
        return home

    def say(self, sentence: str) -> None:
        """Tell what is measured now."""
        print(f"  {sentence} ...", flush=True)


@dataclass(frozen=True)
class Turns:
    """What came of measuring several things in turns."""

    samples: dict[str, Samples] = field(default_factory=dict)
    """Of each thing that could be measured."""
    failures: dict[str, str] = field(default_factory=dict)
    """Why each of the others could not."""

    def row(
        self,
        name: str,
        what: str,
        ours: str,
        theirs: str | None,
        limit: float | None,
        *,
        is_least: bool = False,
    ) -> Row:
        """Return the row of two things measured, or why there is nothing to compare."""
        wanted = [ours] if theirs is None else [ours, theirs]
        missing = [
            f"{who}: {self.failures.get(who, 'not measured')}"
            for who in wanted
            if who not in self.samples
        ]
        return Row(
            name,
            what,
            self.samples.get(ours),
            self.samples.get(theirs) if theirs else None,
            limit,
            is_least=is_least,
            missing="; ".join(missing) or None,
        )


def take_turns(
    bench: Bench,
    about: str,
    programs: Mapping[str, Callable[[], float]],
    *,
    unit: str = "ms",
    absent: Mapping[str, str] | None = None,
) -> Turns:
    """Measure each of several things once a round; a first round, uncounted, warms the disk.

    Args:
        bench: How often.
        about: What is measured, for whoever waits.
        programs: What measures each thing once.
        unit: What they count.
        absent: What cannot be measured here, and why.

    Returns:
        What was measured; what failed once is not tried again.
    """
    bench.say(about)
    values: dict[str, list[float]] = {name: [] for name in programs}
    failures = dict(absent or {})
    for turn in range(bench.rounds + 1):
        for name, run in programs.items():
            if name in failures:
                continue
            try:
                value = run()
            except (OSError, TimeoutError, subprocess.SubprocessError) as error:
                failures[name] = str(error).splitlines()[0]
                print(f"    {name} is passed over: {error}")
                continue
            if turn:
                values[name].append(value)
    measured = {name: taken for name, taken in values.items() if name not in failures}
    return Turns(
        {name: Samples(name, taken, unit) for name, taken in measured.items() if taken}, failures
    )
