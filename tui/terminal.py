"""Ask the terminal whether it is still there. Knows no Textual."""

from __future__ import annotations

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
