"""Install one of spaCy's pipelines by spaCy's own download, and say plainly why it cannot be.

The one place of newsreader that may use the network, and only when it is asked to. Light: spaCy
runs in a process of its own.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from collections import deque
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from analysis.errors import PipelineError

_NAME = re.compile(r"[a-z]{2,3}(_[a-z]+){2}_(sm|md|lg|trf)")
_TOLD = 40
"""Last lines of the download's output in which the reason of a failure is looked for."""

_REASONS = (
    (
        r"No compatible package",
        "there is no pipeline {name!r} for the spaCy that newsreader uses. For English there are "
        "en_core_web_sm, en_core_web_md, en_core_web_lg and en_core_web_trf.",
    ),
    (
        r"externally-managed",
        "this Python belongs to the system, which lets nothing be installed into it. Install "
        "newsreader with pipx or into a virtual environment, and try again from there.",
    ),
    (
        r"Permission denied|Errno 13|Read-only|Errno 30|not writeable",
        "nothing may be written into {environment}. Install newsreader into an environment of "
        "your own (pipx, or python -m venv), or ask whoever keeps this one.",
    ),
    (
        r"No space left|Errno 28",
        "the disk is full. Free some space: {name} takes up to a gigabyte.",
    ),
    (
        r"ConnectionError|NewConnection|Max retries|Name or service|name resolution|ProxyError"
        r"|Could not fetch|Couldn't fetch|Server error|SSLError|timed out|unreachable",
        "there is no network, or it does not reach github.com, where spaCy's pipelines lie. On a "
        "machine that has one, run: pip download --no-deps {url} ; carry the file here, and "
        "install it: {install} FILE",
    ),
)
"""What a failed download says, and what a reader can do about it; the first that fits counts."""


def install_pipeline(name: str, *, tell: Callable[[str], None]) -> None:
    """Download one of spaCy's pipelines into the environment that newsreader runs in.

    Args:
        name: Such as en_core_web_sm.
        tell: Called with each line that the download prints.

    Raises:
        PipelineError: It cannot be installed; the message says why, and what to do.
    """
    if not _NAME.fullmatch(name):
        raise PipelineError(
            f"{name!r} is no name of a spaCy pipeline. For English there are en_core_web_sm, "
            "en_core_web_md, en_core_web_lg and en_core_web_trf. A pipeline of your own needs no "
            "install: give its folder to --pipeline."
        )
    if find_spec("pip") is None:
        raise PipelineError(
            f"there is no pip in {sys.prefix}, as in environments made by uv. Install the "
            f"pipeline from outside: {_install_command()} '{_url_of(name)}'"
        )
    last: deque[str] = deque(maxlen=_TOLD)
    with subprocess.Popen(
        _download_command(name),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
    ) as process:
        assert process.stdout is not None
        is_failing = False
        for line in process.stdout:
            last.append(line)
            is_failing = is_failing or line.startswith("Traceback")
            if not is_failing:  # our own sentence says it shorter
                tell(line.rstrip("\n"))
    if process.returncode != 0:
        raise PipelineError(f"{name} was not installed: {_explain(name, last)}")


def _download_command(name: str) -> list[str]:
    """Return spaCy's own command; -P keeps a folder called `spacy` from being run instead."""
    return [sys.executable, "-P", "-m", "spacy", "download", name]


def _explain(name: str, output: Sequence[str]) -> str:
    for pattern, sentence in _REASONS:
        if re.search(pattern, "".join(output), re.IGNORECASE):
            return sentence.format(
                name=name,
                environment=sysconfig.get_path("purelib"),
                url=_url_of(name),
                install=_install_command(),
            )
    words = output[-1].strip() if output else "it says nothing"
    return f"spaCy's download failed ({words})."


def _install_command() -> str:
    """Return the command that installs a package into this environment from outside pip."""
    if find_spec("pip") is not None:
        return f"{sys.executable} -m pip install"
    if Path(sys.prefix).parent.name == "tools":  # where uv keeps what it installs as tools
        return "uv tool install newsreader --with"
    return f"uv pip install --python {sys.executable}"


def _url_of(name: str) -> str:
    from importlib.metadata import version

    minor = ".".join(version("spacy").split(".")[:2])
    return (
        f"https://github.com/explosion/spacy-models/releases/download/{name}-{minor}.0/"
        f"{name}-{minor}.0-py3-none-any.whl"
    )
