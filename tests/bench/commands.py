"""Commands without a screen, run to their end or to a limit; none leaves a process behind."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

GLANCE_SECONDS = 0.1
"""How often it is looked at a command that is watched."""


def run_within(
    command: list[str],
    seconds: float,
    *,
    environment: Mapping[str, str] | None = None,
    watch: Callable[[int], object] | None = None,
    status: int = 0,
) -> tuple[float, str]:
    """Run a command and return how many seconds it took, and the end of what it complained of.

    Args:
        command: Its words.
        seconds: How long it may take.
        environment: Its variables; None for those of this process.
        watch: Called again and again, while it runs, with the number of its process.
        status: How it shall end.

    Raises:
        subprocess.SubprocessError: It took longer, or ended otherwise.
    """
    began = time.perf_counter()
    with subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            while watch is not None and process.poll() is None:
                watch(process.pid)
                time.sleep(GLANCE_SECONDS)
                if time.perf_counter() - began > seconds:
                    break
            left = max(0.01, seconds - (time.perf_counter() - began))
            _, complaint = process.communicate(timeout=left)
        except subprocess.TimeoutExpired as error:
            raise subprocess.SubprocessError(f"did not end within {seconds:g} s") from error
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    taken = time.perf_counter() - began
    told = complaint.decode(errors="replace").strip()
    if process.returncode != status:
        last = told.splitlines()[-1] if told else "no word why"
        raise subprocess.SubprocessError(f"ended with {process.returncode}: {last}")
    return taken, told


def megabytes_of(pid: int) -> float:
    """Return the memory that a process holds now; 0 for one that has ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024 / 1000**2
    return 0.0


def children_of(pid: int) -> list[int]:
    """Return the processes that one started and that live, and those that they started."""
    parents: dict[int, int] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            text = status.read_text(encoding="utf-8", errors="replace")
            parents[int(status.parent.name)] = int(text.rpartition(")")[2].split()[1])
    found = [child for child, parent in parents.items() if parent == pid]
    for child in found:  # grows as it is walked
        found += [other for other, parent in parents.items() if parent == child]
    return found
