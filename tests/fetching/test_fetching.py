"""Documents come whole or not at all, within limits, and once."""

from __future__ import annotations

import hashlib
import socket
import time
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from compendium.errors import InputError, OutputError
from compendium.fetching.fetch_errors import FetchError
from compendium.fetching.fetch_limits import Limits
from compendium.fetching.fetched_documents import Library, Outcome
from compendium.fetching.lock import Locked, read_lock

from .conftest import CONTENTS, PDF, Server

SYMBOL = "CL/CONF/LK/2013/5"
LIMITS = Limits(connect=1, read=0.3, whole=1.5, size=100_000, redirects=3, tries=3, pause=0.01)


class Told:
    """Keeps what it is told of a transfer."""

    def __init__(self) -> None:
        self.sizes: list[tuple[int, int | None]] = []
        self.waited: list[tuple[int, int]] = []
        self.failed: list[tuple[str, int, int]] = []

    def received(self, size: int, total: int | None) -> None:
        """Bytes came."""
        self.sizes.append((size, total))

    def waiting(self, turn: int, tries: int) -> None:
        """None came yet."""
        self.waited.append((turn, tries))

    def again(self, reason: str, turn: int, tries: int) -> None:
        """A try failed."""
        self.failed.append((reason, turn, tries))


def library(server: Server, folder: Path, way: str, *, pages: bool = False) -> Library:
    """A folder whose documents come from the server in one way of behaving."""
    return Library(folder, f"{server.address}/{way}/{{language}}/{{symbol}}", LIMITS, pages=pages)


def fetch(
    server: Server,
    folder: Path,
    way: str = "good",
    *,
    again: bool = False,
    told: Told | None = None,
) -> tuple[Locked, Outcome]:
    """Fetch the one document in English."""
    return library(server, folder, way).fetch(SYMBOL, "en", told or Told(), again=again)


def test_a_document_is_kept_with_its_lock(server: Server, tmp_path: Path) -> None:
    """The file holds the bytes of the server; the lock says where from, when, how large, which."""
    document, outcome = fetch(server, tmp_path)
    path = tmp_path / "CL-CONF-LK-2013-5_en.pdf"
    assert outcome is Outcome.FETCHED
    assert path.read_bytes() == PDF
    assert read_lock(tmp_path).documents == (document,)
    listed = YAML(typ="safe").load(tmp_path / "lock.yaml")["documents"][0]
    assert listed["symbol"] == SYMBOL
    assert listed["language"] == "en"
    assert listed["file"] == path.name
    assert listed["address"] == f"{server.address}/good/en/{SYMBOL}"
    assert listed["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert listed["size"] == len(PDF)
    assert str(listed["fetched"]).startswith("20")


def test_a_document_is_fetched_once(server: Server, tmp_path: Path) -> None:
    """What is here with its checksum is not asked for again."""
    fetch(server, tmp_path)
    assert fetch(server, tmp_path)[1] is Outcome.KEPT
    assert server.asked.total() == 1


def test_a_lost_file_is_fetched_again(server: Server, tmp_path: Path) -> None:
    """Where the lock names a file that is gone, it comes again."""
    document, _ = fetch(server, tmp_path)
    (tmp_path / document.file).unlink()
    fetch(server, tmp_path)
    assert (tmp_path / document.file).read_bytes() == PDF


def test_again_tells_whether_it_changed(server: Server, tmp_path: Path) -> None:
    """Fetched again, an equal document keeps its entry and a new version replaces it."""
    first, _ = fetch(server, tmp_path)
    same, outcome = fetch(server, tmp_path, again=True)
    assert (same, outcome) == (first, Outcome.UNCHANGED)
    server.document = PDF + b"corrected %%EOF"
    new, outcome = fetch(server, tmp_path, again=True)
    assert outcome is Outcome.CHANGED
    assert (tmp_path / new.file).read_bytes() == server.document
    assert read_lock(tmp_path).documents == (new,)


def test_a_changed_file_is_not_overwritten(server: Server, tmp_path: Path) -> None:
    """A file that somebody changed, or put there, is replaced only when told so."""
    document, _ = fetch(server, tmp_path)
    (tmp_path / document.file).write_bytes(b"%PDF- annotated by hand")
    with pytest.raises(InputError, match="changed since it was fetched"):
        fetch(server, tmp_path)
    (tmp_path / "lock.yaml").unlink()
    with pytest.raises(InputError, match="was not fetched"):
        fetch(server, tmp_path)
    assert (tmp_path / document.file).read_bytes() == b"%PDF- annotated by hand"
    fetch(server, tmp_path, again=True)
    assert (tmp_path / document.file).read_bytes() == PDF


def test_languages_stand_side_by_side(server: Server, tmp_path: Path) -> None:
    """Each language is a document of its own, in the order of symbol and language."""
    shelf = library(server, tmp_path, "good")
    for language in ("fr", "ar"):
        shelf.fetch(SYMBOL, language, Told())
    assert [document.language for document in read_lock(tmp_path).documents] == ["ar", "fr"]


@pytest.mark.parametrize("way", ["moved", "busy", "stallonce"])
def test_obstacles_that_pass(server: Server, tmp_path: Path, way: str) -> None:
    """A redirect is followed; after 503 or a time-out the document is asked for once more."""
    told = Told()
    fetch(server, tmp_path, way, told=told)
    assert (tmp_path / "CL-CONF-LK-2013-5_en.pdf").read_bytes() == PDF
    assert server.asked.total() == 2
    assert [tried[1:] for tried in told.failed] == ([] if way == "moved" else [(2, 3)])


def test_the_address_is_that_of_the_end(server: Server, tmp_path: Path) -> None:
    """The lock names the address that gave the document, after all redirects."""
    assert fetch(server, tmp_path, "moved")[0].address == f"{server.address}/good/en/{SYMBOL}"


@pytest.mark.parametrize(
    ("way", "said", "times"),
    [
        ("missing", "there is no such document .404", 1),
        ("forbidden", "403 Forbidden", 1),
        ("down", "503 Service Unavailable .3 tries.", 3),
        ("circle", "form a circle", 2),
        ("away", "more than 3 redirects", 4),
        ("file", "not safe to follow", 1),
        ("stall", "no answer in time", 3),
        ("head", "not complete after 1.5 seconds", 1),
        ("drip", "not complete after 1.5 seconds", 1),
        ("short", "connection failed|bytes came", 3),
        ("large", "larger than 0.1 MB", 1),
        ("endless", "larger than 0.1 MB", 1),
        ("content/page", "returned a web page", 1),
        ("content/page-as-text", "returned a web page", 1),
        ("content/page-as-xml", "returned a web page", 1),
        ("content/picture", "a file of type image/png is not a document", 1),
        ("content/empty", "is empty", 1),
        ("content/packed-cut", "truncated .3 tries.", 3),
        ("content/packed-bomb", "larger than 0.1 MB", 1),
        ("content/packed-otherwise", "not requested .br.", 1),
        ("content/packed-unsaid", "a file of type text/plain is not a document", 1),
        ("content/pdf-cut", "a PDF file without its end .3 tries.", 3),
        ("content/word-cut", "an archive without its end .3 tries.", 3),
        ("content/archive", "an archive, but not a Word file", 1),
        ("content/old-word", "a Word file of the old kind", 1),
        ("content/xml-cut", "not well-formed XML", 3),
    ],
)
def test_obstacles_that_stay(
    server: Server, tmp_path: Path, way: str, said: str, times: int
) -> None:
    """Each failure says what it is, was tried as often as makes sense, and leaves no file."""
    told = Told()
    with pytest.raises(FetchError, match=said) as raised:
        fetch(server, tmp_path, way, told=told)
    assert SYMBOL in raised.value.message
    assert server.asked.total() == times
    assert ("3 tries" in raised.value.message) == (len(told.failed) == 2)
    assert not list(tmp_path.iterdir())


def test_a_wait_is_told(server: Server, tmp_path: Path) -> None:
    """While a server sends nothing after its answer began, the first of three tries waits."""
    told = Told()
    with pytest.raises(FetchError):
        fetch(server, tmp_path, "head", told=told)
    assert set(told.waited) == {(1, 3)}
    assert told.sizes == []


def test_waits_grow(server: Server, tmp_path: Path) -> None:
    """Before each further try the wait doubles."""
    limits = Limits(tries=3, pause=0.1)
    shelf = Library(tmp_path, f"{server.address}/down/{{symbol}}", limits)
    began = time.monotonic()
    with pytest.raises(FetchError):
        shelf.fetch(SYMBOL, "en", Told())
    assert 0.3 <= time.monotonic() - began < 2


def test_no_server_at_all(tmp_path: Path) -> None:
    """Where nobody listens, that is what is said."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with pytest.raises(FetchError, match=r"connection failed: .*refused"):
        Library(tmp_path, f"http://127.0.0.1:{port}/{{symbol}}", LIMITS).fetch(SYMBOL, "en", Told())


def test_a_page_is_taken_when_asked_for(server: Server, tmp_path: Path) -> None:
    """With `pages`, a web page is kept as one."""
    shelf = library(server, tmp_path, "content/page", pages=True)
    document, _ = shelf.fetch(SYMBOL, "en", Told())
    assert document.file == "CL-CONF-LK-2013-5_en.html"


@pytest.mark.parametrize(
    ("way", "file", "content"),
    [
        ("packed", "pdf", PDF),
        ("packed-text", "txt", b"1. Text."),
        ("word", "docx", CONTENTS["word"][0]),
        ("xml", "xml", CONTENTS["xml"][0]),
    ],
)
def test_a_kind_is_known_by_its_bytes(
    server: Server, tmp_path: Path, way: str, file: str, content: bytes
) -> None:
    """What is kept is the document itself, unpacked, under the ending of what it is."""
    fetch(server, tmp_path, f"content/{way}")
    assert (tmp_path / f"CL-CONF-LK-2013-5_en.{file}").read_bytes() == content


@pytest.mark.parametrize("text", ["documents: [", "documents:\n- symbol: A\n", "what: ever\n"])
def test_a_broken_lock_is_named(server: Server, tmp_path: Path, text: str) -> None:
    """A lock that cannot be read stops before anything is asked for, and stays as it is."""
    (tmp_path / "lock.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"lock\.yaml"):
        fetch(server, tmp_path)
    assert not server.asked
    assert (tmp_path / "lock.yaml").read_text(encoding="utf-8") == text


def test_document_and_lock_come_together(server: Server, tmp_path: Path) -> None:
    """Where the lock cannot be written, the document is not left there either."""
    (tmp_path / "lock.yaml").mkdir()
    with pytest.raises((InputError, OutputError)):
        fetch(server, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["lock.yaml"]


@pytest.mark.parametrize("pattern", ["{server}/{what}/{symbol}", "{server}/{symbol", "{}{symbol}"])
def test_a_wrong_pattern_is_named(tmp_path: Path, pattern: str) -> None:
    """A pattern with other names, or with a brace too few, is a fault of the settings."""
    with pytest.raises(InputError, match="cannot be filled in"):
        Library(tmp_path, pattern, LIMITS).fetch(SYMBOL, "en", Told())
