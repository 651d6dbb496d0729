"""Serves what is shown to browsers of this machine, and to nobody else."""

from __future__ import annotations

import re
import socketserver
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any, Self
from urllib.parse import urlsplit

from compendium.errors import InputError
from compendium.previewing.shown_state import Board

ADDRESS = "127.0.0.1"
# The frame may load its own parts and the edition; nothing may frame it.
_FRAME_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'"
)
# The page of an edition holds all that it needs, and no scripts.
_EDITION_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
)
_PARTS = {
    "/": ("frame.html", "text/html"),
    "/frame.css": ("frame.css", "text/css"),
    "/frame.js": ("frame.js", "text/javascript"),
}
_IMAGE = re.compile(r"/pages/(\d{1,9})-(\d{1,9})\.png")
_SILENT = 60  # seconds after which a browser that asks nothing is left


class LoopbackServer(ThreadingHTTPServer):
    """A server on the loopback address; a context manager that runs it in threads of its own."""

    daemon_threads = True

    def __init__(self, board: Board, port: int = 0) -> None:
        """Listen on a port, or on a free one.

        Raises:
            InputError: if something else listens there.
        """
        self.board = board
        try:
            super().__init__((ADDRESS, port), _Handler)
        except OSError as fault:
            raise InputError(
                f"port {port} of {ADDRESS}: {fault.strerror}",
                remedy="name another with --port, or leave it out for a free one",
            ) from None
        self.hosts = {f"{name}:{self.server_port}" for name in (ADDRESS, "localhost")}

    def server_bind(self) -> None:
        """Listen without asking for the name of the machine, which may ask the network."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, int(self.server_address[1])

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, args=(0.1,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.board.close()
        self.shutdown()
        self.server_close()

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        return f"http://{ADDRESS}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers requests for what is shown."""

    server: LoopbackServer
    timeout = _SILENT

    def parse_request(self) -> bool:
        """Read a request, and refuse what is not GET or is addressed to another host.

        A page of the network could have its name resolved to this machine, and then read the
        preview as if it were its own; its requests name that host.
        """
        if not super().parse_request():
            return False
        if self.command != "GET":
            self._refuse(HTTPStatus.METHOD_NOT_ALLOWED, ("Allow", "GET"))
            return False
        if self.headers.get("Host") not in self.server.hosts:
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
            return False
        return True

    def do_GET(self) -> None:
        """Answer with a part of the frame, the page, a picture, or the events."""
        path = urlsplit(self.path).path
        shown = self.server.board.shown
        image = _IMAGE.fullmatch(path)
        if path in _PARTS:
            name, kind = _PARTS[path]
            content = files(__package__).joinpath(name).read_bytes()
            self._answer(content, f"{kind}; charset=utf-8", _FRAME_POLICY)
        elif path == "/events":
            self._send_events()
        elif shown.name and path == f"/{shown.name}":
            self._answer(shown.html, "text/html; charset=utf-8", _EDITION_POLICY)
        elif image and int(image[1]) == shown.pictured and int(image[2]) in shown.images:
            self._answer(shown.images[int(image[2])], "image/png", _EDITION_POLICY)
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def _send_events(self) -> None:
        self._begin(HTTPStatus.OK, "text/event-stream", _EDITION_POLICY)
        for shown in self.server.board.states():
            line = f"data: {shown.event()}\n\n" if shown else ": still here\n\n"
            self.wfile.write(line.encode())

    def _answer(self, content: bytes, kind: str, policy: str) -> None:
        self._begin(HTTPStatus.OK, kind, policy, ("Content-Length", str(len(content))))
        self.wfile.write(content)

    def _refuse(self, status: HTTPStatus, *headers: tuple[str, str]) -> None:
        self._begin(status, "text/plain; charset=utf-8", _EDITION_POLICY, *headers)
        self.wfile.write(f"{status.phrase}\n".encode())

    def _begin(self, status: int, kind: str, policy: str, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Security-Policy", policy),
            ("Cache-Control", "no-store"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            *headers,
        ):
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Print nothing: only the command line prints."""

    def version_string(self) -> str:
        """The name of the server, without versions."""
        return "compendium"
