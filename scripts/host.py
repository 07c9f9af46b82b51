"""A host for a folder, on this machine alone: for a browser that measures, records or tests."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

Headers = Mapping[str, str]


class _Quiet(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, sent: Callable[[str], Headers], **named: Any) -> None:
        self.sent = sent
        super().__init__(*args, **named)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        for name, value in self.sent(self.path).items():
            self.send_header(name, value)
        super().end_headers()


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """A browser that goes elsewhere in the middle of a file is no error."""


@contextmanager
def served(
    folder: Path, headers: Headers | None = None, sent: Callable[[str], Headers] | None = None
) -> Iterator[str]:
    """A folder on a free port; gives its origin with a slash at the end.

    headers: sent with every answer; sent: or else by the path that is asked for.
    """
    handler = partial(_Quiet, directory=str(folder), sent=sent or (lambda _: headers or {}))
    server = _Server(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
