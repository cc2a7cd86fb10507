"""Ask whether the terminal is still there, and a shell behind us in it. Knows no Textual."""

from __future__ import annotations

import os
import select


def is_gone(descriptor: int) -> bool:
    """Say whether a terminal was closed at its other end.

    A program with a controlling terminal is sent SIGHUP then. One that got its terminal in
    another way (in a container, from another program) would read nothing, for ever and at once.

    Returns:
        False also where the system cannot be asked.
    """
    if not hasattr(select, "poll"):
        return False
    poll = select.poll()
    poll.register(descriptor, 0)
    return any(happened & (select.POLLHUP | select.POLLNVAL) for _, happened in poll.poll(0))


def has_shell_behind() -> bool:
    """Say whether whoever stops this program can have it go on again.

    A shell gives each job a group of processes of its own. Where ours is that of the session's
    leader, a terminal started the program itself, and would show a dead screen for ever.

    Returns:
        True also where the system knows no sessions.
    """
    return not hasattr(os, "getsid") or os.getpgrp() != os.getsid(0)
