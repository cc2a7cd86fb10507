"""Put text on the clipboard by every way there is, and say which one worked. No widgets.

A terminal never tells whether it took a text (OSC 52), so "copied" is said only where a program
took it and ended well. Nothing here waits long, and nothing is raised.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from analysis.errors import told_by_system
from analysis.text import sanitise_line

Way = Literal["tool", "tmux", "terminal", "file", "nowhere"]
"""How far a text surely came: a clipboard `tool` or `tmux` took it, it was sent to the
`terminal`, it lies in a `file`, or `nowhere`."""

Runner = Callable[[Sequence[str], bytes, Mapping[str, str]], int]
"""Runs a program with some input and an environment, and returns its exit status."""

PATIENCE_SECONDS = 2.0
"""How long a clipboard program may take."""
LONGEST_SENT = 74_994
"""Bytes beyond which terminals cut or drop a text sent to them (100,000 once encoded)."""
FILE_NAME = "copied.txt"
"""The file of the last resort."""

_READ_AND_SET = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "Set-Clipboard -Value ([Console]::In.ReadToEnd())"
)


@dataclass(frozen=True, slots=True)
class CopyOutcome:
    """Where a text went."""

    way: Way
    """How far it surely came."""
    sentence: str
    """What to tell the reader."""


def copy(
    text: str,
    *,
    send_osc52: Callable[[str], None],
    environment: Mapping[str, str],
    fallback_folder: Path,
    run: Runner | None = None,
    platform: str = sys.platform,
) -> CopyOutcome:
    """Copy a text to the clipboard. May take seconds: call it in a worker thread.

    On the reader's own machine the native program is asked first. Inside tmux its buffer is
    filled, too, which also passes the text on to the terminal around it. Then, always, the text
    is sent to the terminal as OSC 52, since over SSH only the terminal knows the clipboard. Where
    no program took it and the terminal is known to ignore OSC 52, or would cut a text so long,
    it is written to a file.

    Args:
        text: What to copy. What cannot be written as UTF-8 becomes "?".
        send_osc52: Sends a text to the terminal's clipboard; called from this thread.
        environment: The process's environment.
        fallback_folder: Where the file of the last resort goes; made if it is missing.
        run: Runs programs; None for real ones.
        platform: As `sys.platform`.

    Returns:
        Where it went. Nothing is raised.
    """
    run = run or run_quietly
    data = text.encode("utf-8", "replace")
    tool = next(
        (
            name
            for name, argv in _native_tools(environment, platform)
            if _succeeds(run, argv, data, environment)
        ),
        None,
    )
    in_tmux = bool(environment.get("TMUX")) and any(
        _succeeds(run, ("tmux", "load-buffer", *options, "-"), data, environment)
        for options in (("-w",), ())  # -w came with tmux 3.2
    )
    is_sent = len(data) <= LONGEST_SENT and _sends(send_osc52, data.decode())
    if tool:
        also = " and to tmux's buffer" if in_tmux else ""
        return CopyOutcome("tool", f"Copied to the clipboard ({tool}){also}")
    if in_tmux:
        also = ", and sent to the terminal's clipboard" if is_sent else ""
        return CopyOutcome("tmux", f"Copied to tmux's buffer{also}")
    if is_sent and not _ignores_osc52(environment):
        return CopyOutcome("terminal", f"Sent to the terminal{_advice(environment, platform)}")
    reason = "No clipboard could be reached"
    if len(data) > LONGEST_SENT:
        reason = f"Too long to be sent to a terminal (at most {LONGEST_SENT // 1000} kB)"
    return _write_file(data, fallback_folder, reason, _advice(environment, platform))


def run_quietly(argv: Sequence[str], data: bytes, environment: Mapping[str, str]) -> int:
    """Run a program with some input, its output thrown away, and return its exit status.

    Its output is not captured since xclip and wl-copy stay behind to serve the clipboard, and
    whoever read from them would wait for their end. In a session of its own such a server
    outlives the terminal.

    Raises:
        OSError: It cannot be started.
        subprocess.TimeoutExpired: It took too long, and was ended.
    """
    return subprocess.run(
        argv,
        input=data,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=dict(environment),
        timeout=PATIENCE_SECONDS,
        check=False,
        start_new_session=True,
    ).returncode


def _native_tools(
    environment: Mapping[str, str], platform: str
) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the names and command lines of the programs that may reach the reader's clipboard."""
    if _is_remote(environment):
        return  # they would fill the clipboard of the machine far away
    powershell = ("-NoProfile", "-NonInteractive", "-Command", _READ_AND_SET)
    if platform == "darwin":
        yield "pbcopy", ("/usr/bin/env", "LC_CTYPE=UTF-8", "pbcopy")
    if platform == "win32":
        yield "PowerShell", ("powershell", *powershell)
    if environment.get("WSL_DISTRO_NAME") or environment.get("WSL_INTEROP"):
        yield "PowerShell", ("powershell.exe", *powershell)
    if environment.get("TERMUX_VERSION"):
        yield "termux-clipboard-set", ("termux-clipboard-set",)
    if environment.get("WAYLAND_DISPLAY"):
        yield "wl-copy", ("wl-copy", "--type", "text/plain;charset=utf-8")
    if environment.get("DISPLAY"):
        yield "xclip", ("xclip", "-selection", "clipboard", "-in")
        yield "xsel", ("xsel", "--clipboard", "--input")


def _succeeds(
    run: Runner, argv: Sequence[str], data: bytes, environment: Mapping[str, str]
) -> bool:
    try:
        return run(argv, data, environment) == 0
    except (OSError, ValueError, subprocess.SubprocessError):
        return False


def _sends(send_osc52: Callable[[str], None], text: str) -> bool:
    try:
        send_osc52(text)
    except Exception:  # whatever the terminal's side raises, the reader is told another way
        return False
    return True


def _is_remote(environment: Mapping[str, str]) -> bool:
    return any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))


def _ignores_osc52(environment: Mapping[str, str]) -> bool:
    """Say whether the terminal is one that is known to ignore OSC 52 unless told otherwise."""
    return (
        environment.get("TERM_PROGRAM") == "Apple_Terminal"
        or environment.get("TERM") in ("linux", "dumb", "vt100", "vt220")
        or any(environment.get(name) for name in ("STY", "VTE_VERSION", "XTERM_VERSION"))
    )


def _advice(environment: Mapping[str, str], platform: str) -> str:
    """Return how to be surer next time, as the end of a sentence."""
    if _is_remote(environment):
        return "; it may or may not put it on the clipboard"
    if environment.get("WAYLAND_DISPLAY"):
        return "; to be sure, install wl-clipboard"
    if environment.get("DISPLAY") and platform.startswith(("linux", "freebsd")):
        return "; to be sure, install xclip"
    return "; it may or may not put it on the clipboard"


def _write_file(data: bytes, folder: Path, reason: str, advice: str) -> CopyOutcome:
    path = folder / FILE_NAME
    hint = advice if "install" in advice else ""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Written aside and moved, so that two copies at once leave one of them whole.
        descriptor, aside = tempfile.mkstemp(dir=folder, prefix=f".{FILE_NAME}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(aside).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(aside).unlink()
            raise
    except (OSError, ValueError) as error:
        why = sanitise_line(told_by_system(error))
        return CopyOutcome("nowhere", f"Not copied: no clipboard, and no file ({why}){hint}")
    shown = sanitise_line(str(path))
    return CopyOutcome("file", f"{reason}: written to {shown}{hint}")
