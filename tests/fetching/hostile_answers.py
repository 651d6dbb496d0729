"""Answers as a damaged or hostile server gives them, each made from a number."""

from __future__ import annotations

import gzip
import io
import random
import zipfile
from collections.abc import Callable

Head = list[tuple[bytes, bytes]]
PDF = b"%PDF-1.7\n" + b"a document " * 20 + b"\n%%EOF\n"
NUMBERS = (
    b"0",
    b"-1",
    b"1e9",
    b"9" * 5000,
    b"0" * 5000 + b"7",
    b"12, 13",
    b"\xb2",
    b"+7",
    b"",
    b"0x10",
)
ODD = (
    b"\x00",
    b"\x1b[31m",
    b"\xff\xfe",
    b"\r",
    b" " * 300,
    b"x" * 70_000,
    b";" * 200,
    b"\xd9\xa3",
    b"%00",
)
PLACES = (
    b"http://[::1",
    b"http://[::1]:1/",
    b"http://user:secret@127.0.0.1/",
    b"//@/",
    b"http://:80/",
    b"http://127.0.0.1:99999/",
    b"http://127.0.0.1:x/",
    b"file:///etc/hostname",
    b"http://",
    b"http:///a",
    b"http://a..b/",
    b"http://" + b"a" * 300 + b"/",
    b"http://\xe2\x84\xab/",
    b"javascript:alert(1)",
    b"http://127.0.0.1:1/\x7f",
    b"?",
    b"#",
    b"/" * 3000,
    b"http://xn--/",
    b"\\\\host\\share",
    b"http://0x7f.1:1/",
    b"data:,a",
    b"http://%31/",
    b"ftp://127.0.0.1/",
    b"http://\xe2\x93\x90/",
    b"http://1.1.1.1.1.1/",
)
PACKINGS = (b"gzip", b"br", b"gzip, gzip", b"deflate", b"\x1b", b"identity", b"GZIP", b"x-gzip;q=1")
KINDS = (
    b"application/pdf",
    b"text/html",
    b"text/xml",
    b"text/plain",
    b"application/zip",
    b"",
    b"\xff",
    b";",
)
STATUSES = (
    b"HTTP/1.1 200 OK",
    b"HTTP/1.1 200",
    b"HTTP/1.1",
    b"HTTP/9.9 200 OK",
    b"HTTP/1.1 99999 x",
    b"ICY 200",
    b"HTTP/1.1 -200 OK",
    b"HTTP/1.1 2\xb2\xb2 OK",
    b"",
    b"HTTP/1.1 100 Continue",
    b"HTTP/1.1 302 Found",
    b"HTTP/1.1 204 None",
    b"HTTP/1.1 304 Same",
    b"HTTP/1.1 206 Part",
    b"HTTP/1.1 599 \x1b[31m",
    b"\x16\x03\x01",
)
CHUNKS = (
    b"5\r\n%PDF-\r\n0\r\n\r\n",
    b"5\r\n%PDF",
    b"zz\r\n",
    b"-5\r\n%PDF-\r\n",
    b"f" * 5000 + b"\r\n%PDF-",
    b"5;" + b"x" * 70_000 + b"\r\n",
    b"\r\n\r\n",
    b"5\r\n%PDF-0\r\n\r\n",
    b"0\r\n" + b"A: b\r\n" * 300,
    b"",
)


def _archive() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", "<text/>")
    return content.getvalue()


BODIES = (
    PDF,
    _archive(),
    gzip.compress(PDF),
    b"<?xml version='1.0'?><a>text</a>",
    b"<!doctype html><p>No",
    b"1. Text.",
    b"",
    b"<?xml version='1.0' encoding='shift_jis'?><a>\x81</a>",
    b"PK\x05\x06" + bytes(18),
    b"<?xml version='1.0' encoding='hex'?><a/>",
    b"\xff\xfe<\0a\0",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
    b"<a>" * 5000,
    b"{\\rtf1",
    b"\xd0\xcf\x11\xe0",
    b"<html xmlns='http://www.w3.org/1999/xhtml'>",
)


def answer(number: int) -> bytes:
    """The bytes of an answer, always the same for a number."""
    chance = random.Random(number)  # noqa: S311 - no secret
    body = chance.choice(BODIES)
    head: Head = [(b"Content-Type", chance.choice(KINDS)), (b"Content-Length", b"%d" % len(body))]
    status = STATUSES[0]
    for change in chance.sample(CHANGES, chance.choice((1, 1, 2, 3))):
        status, head, body = change(chance, status, head, body)
    lines = [status, *(name + b": " + value for name, value in head)]
    whole = b"\r\n".join(lines) + b"\r\n\r\n" + body
    if chance.random() < 0.2:
        whole = whole[: chance.randrange(len(whole) + 1)]
    if chance.random() < 0.2:
        damaged = bytearray(whole)
        for _ in range(min(len(damaged), chance.choice((1, 5, 50)))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        whole = bytes(damaged)
    return whole


Made = tuple[bytes, Head, bytes]
Change = Callable[[random.Random, bytes, Head, bytes], Made]


def _status(chance: random.Random, _: bytes, head: Head, body: bytes) -> Made:
    return chance.choice(STATUSES), head, body


def _length(chance: random.Random, status: bytes, head: Head, body: bytes) -> Made:
    return status, [*head[:1], (b"Content-Length", chance.choice(NUMBERS)), *head[2:]], body


def _twice(chance: random.Random, status: bytes, head: Head, body: bytes) -> Made:
    return status, [*head, (b"Content-Length", chance.choice(NUMBERS))], body


def _place(chance: random.Random, _: bytes, head: Head, body: bytes) -> Made:
    return b"HTTP/1.1 302 Found", [*head, (b"Location", chance.choice(PLACES))], body


def _odd(chance: random.Random, status: bytes, head: Head, body: bytes) -> Made:
    name = chance.choice(
        (b"Location", b"Content-Type", b"X", b"", b"Transfer-Encoding", b" X", b"\xe9")
    )
    return status, [*head, (name, chance.choice(ODD))], body


def _many(chance: random.Random, status: bytes, head: Head, body: bytes) -> Made:
    return status, head + [(b"X", b"y")] * chance.choice((50, 101, 3000)), body


def _packed(chance: random.Random, status: bytes, head: Head, body: bytes) -> Made:
    return status, [*head, (b"Content-Encoding", chance.choice(PACKINGS))], body


def _chunked(chance: random.Random, status: bytes, head: Head, _: bytes) -> Made:
    return status, [*head[:1], (b"Transfer-Encoding", b"chunked")], chance.choice(CHUNKS)


CHANGES: tuple[Change, ...] = (_status, _length, _twice, _place, _odd, _many, _packed, _chunked)
