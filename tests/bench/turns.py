"""Measure several things in turns, so that what else the machine does falls on all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import Samples


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


def take_turns(
    bench: Bench, about: str, programs: Mapping[str, Callable[[], float]], *, unit: str = "ms"
) -> dict[str, Samples]:
    """Measure each of several things once a round; a first round, uncounted, warms the disk.

    Returns:
        The samples of each, without those that could not be measured: that is told.
    """
    bench.say(about)
    values: dict[str, list[float]] = {name: [] for name in programs}
    failed: set[str] = set()
    for turn in range(bench.rounds + 1):
        for name, run in programs.items():
            if name in failed:
                continue
            try:
                value = run()
            except (OSError, TimeoutError) as error:
                print(f"    {name} is passed over: {str(error).splitlines()[0]}")
                failed.add(name)
                continue
            if turn:
                values[name].append(value)
    return {name: Samples(name, taken, unit) for name, taken in values.items() if taken}
