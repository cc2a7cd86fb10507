"""Change one line of the reader's settings file, and nothing else in it."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

from analysis.errors import told_by_system
from tui.config import ConfigError, parse_settings, read_settings


def set_line(file: Path, name: str, value: str) -> None:
    """Give a setting another value in the settings file, making the file if there is none.

    Comments, order and all other lines stay as they are. The file is replaced as a whole, so it
    is never half written.

    Raises:
        ConfigError: The file cannot be read or written, or one line cannot be changed in it
            without changing another setting; the message has the line to put there by hand.
    """
    line = f'{name} = "{value}"'
    by_hand = f"put this line into {file} yourself: {line}"
    if not re.fullmatch(r"[^\"\\\x00-\x1f\x7f]*", value):
        raise ConfigError(f"{value!r} cannot be written as a setting here; rename it")
    try:
        old = read_settings(file)
        before = parse_settings(old)
        new = _with_line(old, name, line)
        # What was meant is what a reader of the file finds, and nothing else has changed.
        if parse_settings(new) != {**before, name: value}:
            raise ConfigError(f"{file} is left as it was; {by_hand}")
        _replace(file, new)
    except (OSError, ValueError) as error:
        raise ConfigError(
            f"{file} cannot be changed ({told_by_system(error)}); {by_hand}"
        ) from error


def _with_line(text: str, name: str, line: str) -> str:
    """Return the text with its line of that name replaced, or the line at the end."""
    replaced, count = re.subn(
        rf"^{re.escape(name)}[ \t]*=[^\n#\"']*(?:\"[^\"\n]*\"|'[^'\n]*')?",
        lambda _: line,
        text,
        count=1,
        flags=re.MULTILINE,
    )
    if count:
        return replaced
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{line}\n"


def _replace(file: Path, text: str) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = Path(os.path.realpath(file))  # where the file is a link, what it points to is changed
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=file.name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as output:
            output.write(text)
            output.flush()
            os.fsync(output.fileno())
        if file.exists():
            Path(name).chmod(file.stat().st_mode & 0o777)
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
