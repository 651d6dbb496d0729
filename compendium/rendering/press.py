"""Finishes a PDF for a printing press: inks, boxes, crop marks, an output intent.

The layout uses colours of the screen and includes the bleed. Each colour becomes inks here, while
the page is written, so that one layout serves every delivery.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint.pdf.stream import Stream

from compendium.rendering.inks import Profile
from compendium.rendering.streams import compress_once

# In points: the paper beyond the trimmed page, and the ends of the crop marks.
SLUG = 28.35  # 10 mm
MARK_FROM, MARK_TO = 11.34, 25.51  # 4 and 9 mm
MARK_WIDTH = 0.25
_OPERATORS = {b"rg": b"k", b"RG": b"K"}
_DOCUMENT_ID = re.compile(rb"xmp\.did:[0-9a-f-]{36}")


@dataclass(frozen=True, slots=True)
class Condition:
    """The printing condition of a file: its profile, and its name in the ICC registry."""

    profile: Profile
    name: str


class PressFinisher:
    """Finishes a PDF for the press, just before WeasyPrint writes it."""

    def __init__(self, condition: Condition) -> None:
        self._condition = condition

    def __call__(self, document: Any, pdf: Any) -> None:
        """Change colours, boxes, output intent and metadata in place."""
        for page in document.pages:
            assert not page.links, "links have no place on paper"
        spaces = next(
            entry
            for entry in pdf.objects
            if isinstance(entry, pydyf.Dictionary) and "lab-d50" in entry
        )
        spaces.clear()
        spaces["All"] = _registration()
        for entry in pdf.objects:
            if isinstance(entry, Stream):
                entry.stream = [self._inked(item) for item in entry.stream]
        self._finish_pages(document, pdf)
        self._name_condition(pdf)
        compress_once(pdf.objects)
        _fix_identifier(pdf)

    def _inked(self, item: Any) -> Any:
        """An operator of a page, with inks instead of a colour."""
        operator = item[-2:] if isinstance(item, bytes) else b""
        if operator not in _OPERATORS or item[-3:-2] != b" ":
            return item
        inks = self._condition.profile.inks(*(float(part) for part in item[:-3].split()))
        return b" ".join([*(f"{ink:g}".encode() for ink in inks), _OPERATORS[operator]])

    def _finish_pages(self, document: Any, pdf: Any) -> None:
        marks: dict[tuple[float, float], Any] = {}
        sheets = [entry for entry in pdf.objects if _is(entry, "/Page")]
        for page, sheet in zip(document.pages, sheets, strict=True):
            left, bottom, right, top = sheet["TrimBox"]
            bleed = page.bleed["top"] * 0.75
            sheet["BleedBox"] = _around(sheet["TrimBox"], bleed)
            sheet["MediaBox"] = _around(sheet["TrimBox"], max(SLUG, bleed))
            size = (right - left, top - bottom)
            if size not in marks:
                marks[size] = pydyf.Stream(
                    list(_crop_marks(left, bottom, right, top)), compress=True
                )
                pdf.add_object(marks[size])
            # first, because WeasyPrint leaves its coordinates upside down
            sheet["Contents"] = pydyf.Array([marks[size].reference, sheet["Contents"]])

    def _name_condition(self, pdf: Any) -> None:
        profile = pydyf.Stream([self._condition.profile.content], {"N": 4}, compress=True)
        pdf.add_object(profile)
        intent = {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFX",
            "OutputConditionIdentifier": pydyf.String(self._condition.name),
            "RegistryName": pydyf.String("http://www.color.org"),
            "Info": pydyf.String(self._condition.profile.name),
            "DestOutputProfile": profile.reference,
        }
        pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary(intent)])


def _is(entry: Any, kind: str) -> bool:
    return isinstance(entry, pydyf.Dictionary) and entry.get("Type") == kind


def _around(box: list[float], distance: float) -> Any:
    left, bottom, right, top = box
    return pydyf.Array([left - distance, bottom - distance, right + distance, top + distance])


def _registration() -> Any:
    """The colour of marks: every ink, on every plate."""
    tint = {"FunctionType": 2, "Domain": pydyf.Array([0, 1]), "N": 1}
    tint |= {"C0": pydyf.Array([0, 0, 0, 0]), "C1": pydyf.Array([1, 1, 1, 1])}
    return pydyf.Array(["/Separation", "/All", "/DeviceCMYK", pydyf.Dictionary(tint)])


def _crop_marks(left: float, bottom: float, right: float, top: float) -> Iterator[bytes]:
    """Two lines at each corner of the trimmed page, outside the bleed."""
    yield b"q /All CS 1 SCN"
    yield f"{MARK_WIDTH} w".encode()
    for x, outward in ((left, -1), (right, 1)):
        for y, upward in ((bottom, -1), (top, 1)):
            near, far = x + outward * MARK_FROM, x + outward * MARK_TO
            yield f"{near:.3f} {y:.3f} m {far:.3f} {y:.3f} l S".encode()
            near, far = y + upward * MARK_FROM, y + upward * MARK_TO
            yield f"{x:.3f} {near:.3f} m {x:.3f} {far:.3f} l S".encode()
    yield b"Q"


def _fix_identifier(pdf: Any) -> None:
    """Derive the identifier of the document from its content; WeasyPrint's is random."""
    metadata = next(
        entry
        for entry in pdf.objects
        if isinstance(entry, pydyf.Stream) and entry.extra.get("Type") == "/Metadata"
    )
    digest = hashlib.sha256()
    for entry in pdf.objects:
        if entry is not metadata and entry.free != "f":
            digest.update(entry.data)
    sign = digest.hexdigest()
    identifier = "-".join((sign[:8], sign[8:12], sign[12:16], sign[16:20], sign[20:32]))
    metadata.stream = [
        _DOCUMENT_ID.sub(f"xmp.did:{identifier}".encode(), part) for part in metadata.stream
    ]
