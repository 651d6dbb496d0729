"""Damage to answers over HTTP, and the server that gives one: to one case, then it is gone."""

from __future__ import annotations

import gzip
import os
import re
import socket
import threading
import time
import zlib
from contextlib import closing, suppress
from pathlib import Path
from random import Random

from fuzzing.bytes_and_texts import Mutator
from fuzzing.oddities import NAMES, odd_letter, odd_number

STATUSES = (
    "HTTP/1.1 200 OK", "HTTP/1.1 200", "HTTP/1.1", "HTTP/1.0 200 OK", "HTTP/9.9 200 OK",
    "HTTP/1.1 99999 x", "ICY 200", "HTTP/1.1 -200 OK", "HTTP/1.1 2\u00b2\u00b2 OK", "",
    "HTTP/1.1 100 Continue", "HTTP/2 200", "HTTP/1.1 302 Found", "HTTP/1.1 307 x",
    "HTTP/1.1 204 None", "HTTP/1.1 304 Same", "HTTP/1.1 206 Part", "HTTP/1.1 401 x",
    "HTTP/1.1 404 Not Found", "HTTP/1.1 429 x", "HTTP/1.1 503 x", "HTTP/1.1 599 \x1b[31m",
    "HTTP/1.1 000 x", "<html>", "220 x SMTP", "\x16\x03\x01", "HTTP/1.1 200 " + "x" * 70_000,
)  # fmt: skip
PLACES = (
    "http://[::1", "http://[::1]:1/", "http://user:secret@127.0.0.1/", "//@/", "http://:80/",
    "http://", "http://127.0.0.1:99999/", "http://127.0.0.1:x/", "file:///nowhere", "http:///a",
    "http://a..b/", "http://xn--/", "\\\\host\\share", "data:,a", "http://%31/", "ftp://127.0.0.1/",
    "?", "#", "/", "//", "http://1.1.1.1.1.1/", "javascript:1", "http://127.0.0.1:1/\x7f",
    "http://0x7f.1:1/", "../x", "x:y", "http://" + "a" * 300 + "/", "/" * 3000, "http://\u24d0/",
    "http://\u212b/", "/\u0301", "http://127.0.0.1:0/", "/a%", "/%zz", "/%00",
    "http://localhost:1/", "HTTPS://127.0.0.1:1/", "http://127.0.0.1:9/" + "x" * 9000,
)  # fmt: skip
FIELDS = (
    "Content-Type", "Content-Length", "Content-Encoding", "Transfer-Encoding", "Location",
    "Retry-After", "Content-Disposition", "Connection", "Set-Cookie", "X", "", " X", "X Y",
    "\u00e9", "Date",
)  # fmt: skip
VALUES = (
    "", "gzip", "br", "deflate", "gzip, gzip", "zstd", "chunked", "identity", "chunked, gzip",
    "keep-alive", "text/html", "application/pdf", "text/plain; charset=hex",
    "text/xml; charset=utf-16", "close", "*/*", ";;", "99999999999",
    "Wed, 99 Foo 2026 99:99:99 GMT", "12, 13", "a=b; Path=/;;;", "x" * 70_000, "text/plain;charset",
)  # fmt: skip
CHUNKS = (
    b"zz\r\n", b"-5\r\n", b"f" * 5000 + b"\r\n", b"5;" + b"x" * 70_000 + b"\r\n", b"\r\n\r\n",
    b"0\r\n\r\n", b"0\r\n" + b"A: b\r\n" * 300, b"5\r\n%PDF", b" 5 \r\n", b"0x5\r\n", b"5_0\r\n",
    b"+5\r\n", b"\xd9\xa3\r\n",
)  # fmt: skip


def head_and_body(content: bytes) -> tuple[list[str], bytes]:
    """The lines of the head of an answer, and what comes behind it."""
    head, _, body = content.partition(b"\r\n\r\n")
    return head.decode("latin-1").split("\r\n"), body


def _whole(lines: list[str], body: bytes) -> bytes:
    return "\r\n".join(lines).encode("utf-8", "surrogateescape") + b"\r\n\r\n" + body


def status(content: bytes, chance: Random) -> bytes:
    """Another first line; where it sends elsewhere, an odd place."""
    lines, body = head_and_body(content)
    return _whole([chance.choice(STATUSES), *lines[1:]], body)


def place(content: bytes, chance: Random) -> bytes:
    """Send to an odd place."""
    lines, body = head_and_body(content)
    code = chance.choice((301, 302, 303, 307, 308, 300, 201))
    return _whole([f"HTTP/1.1 {code} x", *lines[1:], f"Location: {chance.choice(PLACES)}"], body)


def fields(content: bytes, chance: Random) -> bytes:
    """Lose, double, change or add fields of the head."""
    lines, body = head_and_body(content)
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(1, len(lines)) if len(lines) > 1 else 0
        value = chance.choice(
            (*VALUES, odd_number(chance), odd_letter(chance), chance.choice(NAMES))
        )
        match chance.randrange(6):
            case 0 if at:
                del lines[at]
            case 1 if at:
                lines[at] = f"{lines[at].partition(':')[0]}: {value}"
            case 2:
                lines += [chance.choice(("X: y", lines[at]))] * chance.choice((1, 50, 101, 3000))
            case 3:
                lines.insert(at + 1, chance.choice((" folded", "no colon", "\tx", ":")))
            case _:
                lines.append(f"{chance.choice(FIELDS)}: {value}")
    return _whole(lines, body)


def packed(content: bytes, chance: Random) -> bytes:
    """Pack what comes, as said or otherwise, whole or cut, or far more than it seems."""
    lines, body = head_and_body(content)
    lines = [
        line for line in lines if not re.match("content-(length|encoding)", line, re.IGNORECASE)
    ]
    if chance.random() < 0.1:
        body = bytes(chance.choice((10**6, 60 * 10**6)))
    made = chance.choice((gzip.compress(body), zlib.compress(body), zlib.compress(body)[2:-4]))
    if chance.random() < 0.3:
        made = made[: chance.randint(0, len(made))]
    said = chance.choice(
        ("gzip", "gzip", "deflate", "GZIP", "x-gzip", "br", "gzip, gzip", "identity")
    )
    return _whole([*lines, f"Content-Encoding: {said}"], made)


def chunked(content: bytes, chance: Random) -> bytes:
    """Send what comes in pieces, some of them odd."""
    lines, body = head_and_body(content)
    lines = [line for line in lines if not line.lower().startswith("content-length")]
    size = max(1, len(body) // chance.choice((1, 2, 9)))
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    sent = [b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces] + [b"0\r\n\r\n"]
    if chance.random() < 0.8:
        sent[chance.randrange(len(sent))] = chance.choice(CHUNKS)
    return _whole([*lines, "Transfer-Encoding: chunked"], b"".join(sent))


ANSWERS: tuple[Mutator, ...] = (
    status,
    status,
    place,
    place,
    fields,
    fields,
    fields,
    packed,
    chunked,
)


def serve_at(settings: Path, answer: bytes) -> int:
    """Have an answer given at the address in some settings, without pauses between tries.

    Returns:
        The port that is asked.
    """
    os.environ |= dict.fromkeys(("no_proxy", "NO_PROXY"), "*")
    time.sleep = lambda _: None
    port = _serve(answer)
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("127.0.0.1:9/", f"127.0.0.1:{port}/"), encoding="utf-8")
    return port


def _serve(answer: bytes) -> int:
    """Give an answer to whoever asks on this machine, from a thread that ends with the process."""
    waiting = socket.create_server(("127.0.0.1", 0))

    def give() -> None:
        while True:
            asker, _ = waiting.accept()
            with closing(asker), suppress(OSError):
                asker.settimeout(1)
                asked = b""
                while b"\r\n\r\n" not in asked and (more := asker.recv(9000)):
                    asked += more
                asker.sendall(answer)

    threading.Thread(target=give, daemon=True).start()
    return int(waiting.getsockname()[1])
