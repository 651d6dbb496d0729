"""Whatever a server answers, a document comes whole, or one error says why not."""

from __future__ import annotations

import socket
import socketserver
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from compendium.errors import UserError
from compendium.fetching import connection
from compendium.fetching.addresses import Nearness, nearness
from compendium.fetching.fetch_errors import FetchError
from compendium.fetching.fetch_limits import Limits
from compendium.fetching.fetched_documents import Library
from compendium.fetching.lock import read_lock
from compendium.printable import printable
from compendium.settings import Settings

from .conftest import Server
from .hostile_answers import answer
from .test_fetching import Told

LIMITS = Limits(connect=1, read=0.5, whole=2, size=100_000, redirects=2, tries=1)
CASES = 250


class _Hostile(socketserver.ThreadingTCPServer):
    """Gives the answer of the number that it is asked for, and closes the connection."""

    daemon_threads = True
    allow_reuse_address = True


class _Answers(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        asked = self.rfile.readline(9000).split(b" ")[1]
        while self.rfile.readline(9000).strip():
            pass
        number = asked.strip(b"/").partition(b"/")[0]
        if number.isdigit():
            self.wfile.write(answer(int(number)))


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server on this machine."""
    monkeypatch.setenv("no_proxy", "*")
    with _Hostile(("127.0.0.1", 0), _Answers) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


# Where an answer says two lengths, urllib3 leaves the connection to the collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_every_answer_ends_in_a_document_or_an_error(hostile: str, tmp_path: Path) -> None:
    """No answer is a fault of the program, takes long, or leaves a file beside an error."""
    taken = 0
    for number in range(CASES):
        folder = tmp_path / str(number)
        library = Library(folder, f"{hostile}/{number}/{{symbol}}", LIMITS, pages=True)
        refused: UserError | None = None
        began = time.monotonic()
        try:
            library.fetch("CL/1", "en", Told())
        except UserError as fault:
            refused = fault
        if refused is None:
            taken += 1
            assert read_lock(folder).find("CL/1", "en"), number
        else:
            assert refused.remedy, number
            assert len(printable(refused.message)) < 5000, number
            assert "secret" not in refused.message, number
            assert not folder.exists(), number
        assert time.monotonic() - began < 5, number
    assert 20 < taken < CASES - 50


NEAR = (
    "http://127.0.0.2/",
    "http://2130706434/",
    "http://0x7f.2/",
    "http://0177.0.0.2/",
    "http://127.2/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.2]/",
    "http://[64:ff9b::7f00:2]/",
    "http://[2002:7f00:2::]/",
    "http://[::7f00:2]/",
    "http://[::ffff:0:7f00:2]/",
    "http://[64:ff9b:1::7f00:2]/",
    "http://[fec0::1]/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[::]/",
    "http://0.0.0.0/",
    "http://10.0.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/",
    "//127.0.0.2:1/",
)


@pytest.mark.parametrize("place", NEAR)
def test_no_redirect_leads_into_a_network_that_is_not_public(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """From a public address none of this machine, of its links or its house is followed."""
    monkeypatch.setattr(
        connection,
        "nearness",
        lambda number: Nearness.PUBLIC if number == "127.0.0.1" else nearness(number),
    )
    server.place = place
    with pytest.raises(FetchError, match="a network that is not public"):
        Library(tmp_path, f"{server.address}/place/{{symbol}}", LIMITS).fetch("CL/1", "en", Told())
    assert server.asked.total() == 1


def test_a_name_may_not_change_its_machine(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name is looked up once for each request, and the machine that was judged is asked."""
    asked: list[object] = []

    def look_up(host: object, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        places = {"documents.example": "127.0.0.1"} | {"127.0.0.1": "127.0.0.1"}
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (places[str(host)], port))]

    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, *_, **__: look_up(host, port))
    address = server.address.replace("127.0.0.1", "documents.example")
    Library(tmp_path, f"{address}/good/{{symbol}}", LIMITS).fetch("CL/1", "en", Told())
    assert asked.count("documents.example") == 1
    assert server.hosts == [f"documents.example:{server.server_port}"]


@pytest.mark.parametrize("where", ["first", "redirect"])
def test_no_user_or_password_is_followed_or_shown(
    server: Server, tmp_path: Path, where: str
) -> None:
    """An address with a user is refused without its password, given or redirected to."""
    with_user = server.address.replace("//", "//user:secret@")
    server.place = f"{with_user}/good/en/CL/1"
    start = with_user if where == "first" else f"{server.address}/place"
    with pytest.raises(FetchError, match="a user or password") as refused:
        Library(tmp_path, f"{start}/{{symbol}}", LIMITS).fetch("CL/1", "en", Told())
    assert "secret" not in refused.value.message
    assert server.asked.total() == (0 if where == "first" else 1)


def test_the_settings_hold_no_password() -> None:
    """A pattern of addresses with a user or password is told where it is written."""
    with pytest.raises(ValueError, match="no user or password is sent"):
        Settings(document_address="https://me:secret@un.example/{symbol}", accent="#000000")
