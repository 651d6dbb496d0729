"""A real server on this machine that behaves as told; no test goes anywhere else."""

from __future__ import annotations

import gc
import gzip
import io
import threading
import time
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast

import pytest

PDF = b"%PDF-1.7\n" + b"a document " * 100 + b"\n%%EOF\n"
PAGE = b"<!doctype html><title>Not found</title>"


def archive(name: str) -> bytes:
    """An archive with one file of that name."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr(name, "<text/>")
    return content.getvalue()


# What may come, by a name for it: the bytes, what the server calls them and how they are packed.
CONTENTS = {
    "packed": (gzip.compress(PDF), "application/pdf", "gzip"),
    "packed-text": (gzip.compress(b"1. Text."), "text/plain", "gzip"),
    "packed-cut": (gzip.compress(PDF)[:-9], "application/pdf", "gzip"),
    "packed-bomb": (gzip.compress(b"%PDF-" + b"x" * 10**6), "application/pdf", "gzip"),
    "packed-otherwise": (b"\x0b\x02\x80", "application/pdf", "br"),
    "packed-unsaid": (gzip.compress(b"1. Text."), "text/plain", ""),
    "pdf-cut": (PDF[:600], "application/pdf", ""),
    "word": (archive("word/document.xml"), "application/zip", ""),
    "word-cut": (archive("word/document.xml")[:-30], "application/octet-stream", ""),
    "archive": (archive("text.txt"), "application/zip", ""),
    "old-word": (b"\xd0\xcf\x11\xe0" + b"x" * 600, "application/msword", ""),
    "xml": (b"<akomaNtoso><act/></akomaNtoso>", "text/xml", ""),
    "xml-cut": (b"<?xml version='1.0'?><akomaNtoso><act/></akoma", "application/octet-stream", ""),
    "page": (PAGE, "text/html; charset=utf-8", ""),
    "page-as-text": (PAGE, "text/plain", ""),
    "page-as-xml": (b"<?xml version='1.0'?>\n<html><p>Not found<br></html>", "text/xml", ""),
    "picture": (b"\x89PNG", "image/png", ""),
    "empty": (b"", "application/pdf", ""),
}


class Server(ThreadingHTTPServer):
    """Counts what it was asked for; `calm` ends its stalling."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.asked: Counter[str] = Counter()
        self.calm = threading.Event()
        self.document = PDF
        self.place = ""
        self.hosts: list[str] = []

    @property
    def address(self) -> str:
        """Its address, without a path."""
        return f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    """One way to behave for each first part of a path."""

    server_version = "Test"

    def do_GET(self) -> None:
        """Behave as the path says."""
        server = cast("Server", self.server)
        server.asked[self.path] += 1
        server.hosts.append(self.headers["Host"])
        way = self.path.split("/")[1]
        try:
            getattr(self, f"on_{way}", self.on_missing)(server)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the other side gave up, as it should

    def on_good(self, server: Server) -> None:
        """The document."""
        self.give(200, server.document)

    def on_content(self, _: Server) -> None:
        """What the second part of the path names, without a word of its length."""
        body, kind, packing = CONTENTS[self.path.split("/")[2]]
        self.start(200, None, kind=kind, packing=packing)
        self.wfile.write(body)

    def on_missing(self, _: Server) -> None:
        """No such document."""
        self.give(404, b"no")

    def on_forbidden(self, _: Server) -> None:
        """Not for us."""
        self.give(403, b"no")

    def on_moved(self, _: Server) -> None:
        """Elsewhere, by a relative address."""
        self.give(302, b"", place=self.path.replace("/moved/", "/good/", 1))

    def on_circle(self, _: Server) -> None:
        """Elsewhere, and back here."""
        self.give(302, b"", place=self.path.replace("/circle/", "/back/", 1))

    def on_back(self, _: Server) -> None:
        """Back to the circle."""
        self.give(302, b"", place=self.path.replace("/back/", "/circle/", 1))

    def on_place(self, server: Server) -> None:
        """To the place that the test says."""
        self.give(302, b"", place=server.place)

    def on_away(self, _: Server) -> None:
        """Always one further."""
        self.give(302, b"", place=f"{self.path}x")

    def on_file(self, _: Server) -> None:
        """Out of the web."""
        self.give(302, b"", place="file:///etc/hostname")

    def on_busy(self, server: Server) -> None:
        """Busy once, then the document."""
        if server.asked[self.path] == 1:
            self.give(503, b"later")
        else:
            self.on_good(server)

    def on_down(self, _: Server) -> None:
        """Busy for ever."""
        self.give(503, b"later")

    def on_stall(self, server: Server) -> None:
        """No answer at all."""
        server.calm.wait(10)
        self.close_connection = True

    def on_stallonce(self, server: Server) -> None:
        """No answer the first time, then the document."""
        if server.asked[self.path] == 1:
            self.on_stall(server)
        else:
            self.on_good(server)

    def on_drip(self, server: Server) -> None:
        """A byte now and then, for ever."""
        self.start(200, len(server.document))
        for byte in server.document:
            self.wfile.write(bytes([byte]))
            if server.calm.wait(0.05):
                break
        self.close_connection = True

    def on_head(self, server: Server) -> None:
        """A head of the answer that never ends, a byte now and then."""
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
        while not server.calm.wait(0.05):
            self.wfile.write(b"x")
        self.close_connection = True

    def on_short(self, server: Server) -> None:
        """Fewer bytes than announced."""
        self.start(200, len(server.document) + 10)
        self.wfile.write(server.document)
        self.close_connection = True

    def on_large(self, _: Server) -> None:
        """More than anyone wants, as announced."""
        self.start(200, 10**9)
        self.close_connection = True

    def on_endless(self, server: Server) -> None:
        """More than anyone wants, without a word of it."""
        self.start(200, None)
        while not server.calm.is_set():
            self.wfile.write(b"%PDF-" + b"x" * 65536)

    def on_slow(self, server: Server) -> None:
        """Busy once, then the document in two halves with a pause between them."""
        if server.asked[self.path] == 1:
            self.give(503, b"later")
            return
        half = len(server.document) // 2
        self.start(200, len(server.document))
        self.wfile.write(server.document[:half])
        time.sleep(1.2)
        self.wfile.write(server.document[half:])

    def give(
        self, status: int, body: bytes, *, kind: str = "application/pdf", place: str = ""
    ) -> None:
        """A whole answer."""
        self.start(status, len(body), kind=kind, place=place)
        self.wfile.write(body)

    def start(
        self,
        status: int,
        length: int | None,
        *,
        kind: str = "application/pdf",
        place: str = "",
        packing: str = "",
    ) -> None:
        """The head of an answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        if place:
            self.send_header("Location", place)
        if packing:
            self.send_header("Content-Encoding", packing)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """The server, running; a proxy of the machine's settings is not asked."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield running
        running.calm.set()
        running.shutdown()
        thread.join()


@pytest.fixture(autouse=True, scope="module")
def _nothing_left_open() -> Iterator[None]:
    """Collect connections that a broken answer left to the collector, before other tests run."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
