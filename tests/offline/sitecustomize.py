"""Forbid this process the network. Python imports it by its name in every process of the tests."""

from __future__ import annotations

import sys

LOCAL = ("127.", "::1", "localhost")


def forbid_network(event: str, arguments: tuple[object, ...]) -> None:
    """Raise where a process would speak to another machine; this one's own sockets are free."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else ""
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    if isinstance(host, bytes):
        host = host.decode()
    if host and not str(host).startswith(LOCAL):
        raise PermissionError(f"tests send nothing beyond this machine, but {host} was called")


sys.addaudithook(forbid_network)
