"""Say in plain words that a port cannot be used, before a server fails on it."""

from __future__ import annotations

import socket
import sys


def refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        # As the server does: a connection that has just ended does not hold the port.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            sys.exit(f"Port {port} cannot be used: {error}. Try another one: make run PORT=8001")


if __name__ == "__main__":
    refuse_taken(int(sys.argv[1]))
