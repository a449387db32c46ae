"""The whole site behind a small server in this process, at an address of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application


class Silent(WSGIRequestHandler):
    """Says nothing of the requests that it serves."""

    def log_message(self, format: str, *args: object) -> None:
        """Drop the message."""


@contextmanager
def site() -> Iterator[str]:
    """Serve the site, static files with all their headers too; the address has no slash at its end.

    Nothing unlocks the test database for it: a page that made a query would answer 500.
    """
    server = ThreadedWSGIServer(("localhost", 0), Silent)
    server.set_app(get_wsgi_application())
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
