"""Nothing is sent beyond this machine: all tests run with the network forbidden."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

CALLS = (
    "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)",
    "import urllib.request; urllib.request.urlopen('http://newsreader.invalid')",
    "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'.', ('192.0.2.1', 53))",
)


@pytest.mark.parametrize("call", CALLS)
def test_the_network_is_forbidden_here_and_in_every_process_started_from_here(call: str) -> None:
    with pytest.raises(OSError, match="tests send nothing beyond this machine"):
        exec(call)
    finished = subprocess.run([sys.executable, "-P", "-c", call], capture_output=True, check=False)
    assert b"tests send nothing beyond this machine" in finished.stderr


def test_the_machine_s_own_sockets_are_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()
