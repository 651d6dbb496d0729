"""The server of the preview: what it shows, and what it refuses."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse

import pytest

from compendium.errors import InputError, ToolError
from compendium.findings import Finding, Place, Severity
from compendium.previewing.loopback_server import LoopbackServer
from compendium.previewing.shown_state import Board, findings_to_show


@pytest.fixture(scope="module")
def server() -> Iterator[LoopbackServer]:
    """A running server that shows a page and a picture."""
    board = Board()
    board.show(number=3, name="fr/compendium.html", html=b"<p>Phare</p>", changed=("lk.1.4",))
    board.show(pictured=3, pictures=(12,), images={12: b"PNG"})
    with LoopbackServer(board) as server:
        yield server


def ask(
    server: LoopbackServer, path: str, method: str = "GET", host: str | None = None
) -> tuple[HTTPResponse, bytes]:
    """The answer to a request."""
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    headers = {} if host is None else {"Host": host}
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


def test_what_is_shown(server: LoopbackServer) -> None:
    """The frame, the page of the edition unchanged, and the picture have their own addresses."""
    assert b"<iframe" not in ask(server, "/")[1]
    assert ask(server, "/fr/compendium.html?number=3")[1] == b"<p>Phare</p>"
    picture, content = ask(server, "/pages/3-12.png")
    assert (picture.getheader("Content-Type"), content) == ("image/png", b"PNG")


@pytest.mark.parametrize(
    "path", ["/en/compendium.html", "/pages/2-12.png", "/pages/3-13.png", "/../pyproject.toml"]
)
def test_nothing_else_is_there(server: LoopbackServer, path: str) -> None:
    """No other file, page or picture is served."""
    assert ask(server, path)[0].status == 404


@pytest.mark.parametrize("method", ["POST", "HEAD", "PUT", "DELETE", "OPTIONS"])
def test_only_get_is_answered(server: LoopbackServer, method: str) -> None:
    """A request that is not GET is refused."""
    answer, _ = ask(server, "/", method)
    assert (answer.status, answer.getheader("Allow")) == (405, "GET")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:{port}", 200),
        ("lighthouse.example:{port}", 421),
        ("127.0.0.1:1", 421),
        ("", 421),
    ],
)
def test_only_this_machine_is_the_host(server: LoopbackServer, host: str, status: int) -> None:
    """A page of the network whose name leads to this machine can read nothing."""
    for path in ("/", "/fr/compendium.html", "/events"):
        if status != 200 or path != "/events":
            answer, _ = ask(server, path, host=host.format(port=server.server_port))
            assert answer.status == status


def test_the_network_is_not_listened_to(server: LoopbackServer) -> None:
    """The server listens on the loopback address alone."""
    assert server.socket.getsockname()[0] == "127.0.0.1"


def test_no_script_of_a_page_runs(server: LoopbackServer) -> None:
    """The page of an edition may load nothing, and only the preview may frame it."""
    policy = ask(server, "/fr/compendium.html")[0].getheader("Content-Security-Policy") or ""
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'self'" in policy


def test_events(server: LoopbackServer) -> None:
    """A browser is told what is shown at once, and then every change."""
    address = ("127.0.0.1", server.server_port)
    with (
        socket.create_connection(address, timeout=5) as browser,
        browser.makefile(encoding="utf-8") as answer,
    ):
        host = f"Host: 127.0.0.1:{server.server_port}"
        browser.sendall(f"GET /events HTTP/1.1\r\n{host}\r\n\r\n".encode())
        lines = (line for line in answer if line.startswith("data:"))
        first = json.loads(next(lines)[5:])
        assert (first["page"], first["changed"]) == ("/fr/compendium.html?number=3", ["lk.1.4"])
        assert first["pictures"] == [{"page": 12, "address": "/pages/3-12.png"}]
        server.board.show(note="wait")
        assert json.loads(next(lines)[5:])["note"] == "wait"


def test_a_port_in_use_is_refused(server: LoopbackServer) -> None:
    """A port that something else listens on is named, with the option for another."""
    with pytest.raises(InputError, match=str(server.server_port)) as refusal:
        LoopbackServer(Board(), server.server_port)
    assert "--port" in refusal.value.remedy


def test_errors_are_shown_first() -> None:
    """The error of a step comes first, then errors by place, then warnings."""
    findings = [
        Finding(Place("a.yaml", 1), "R009", "one", "do", Severity.WARNING),
        Finding(Place("b.yaml", 2), "F003", "two", "do"),
    ]
    shown = findings_to_show(findings, ToolError("three", remedy="do"))
    assert [finding["message"] for finding in shown] == ["three", "two", "one"]
    assert [finding["line"] for finding in shown] == [0, 2, 1]
