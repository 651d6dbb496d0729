"""Makes the edition for the archive from that for the screen: PDF/A-3a, with files inside."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from importlib.resources import files
from typing import Any

import pydyf
import weasyprint
from weasyprint import Attachment, Document
from weasyprint.pdf import VARIANTS
from weasyprint.pdf.anchors import write_pdf_attachment

from compendium.rendering.attachments import Attached

_COLOURS = "sRGB2014.icc"  # of the International Color Consortium; WeasyPrint brings it


def make_archive(
    pdf: Any, document: Document, attached: Sequence[Attached], date: datetime
) -> None:
    """Add to a tagged PDF what PDF/A-3a asks for: the meaning of its colours, files, metadata.

    Args:
        pdf: the PDF, without metadata.
        document: the document of which it was made.
        attached: the files to attach.
        date: the date of the files.
    """
    _name_colours(pdf)
    attachments = [_attachment(file, date) for file in attached]
    _attach(pdf, attachments)
    finish, _ = VARIANTS["pdf/a-3a"]
    finish(pdf, document, [], attachments, True)  # noqa: FBT003 - WeasyPrint calls it so
    if "AF" in pdf.catalog:  # WeasyPrint lists every attached file twice
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


def _name_colours(pdf: Any) -> None:
    content = (files(weasyprint.pdf) / _COLOURS).read_bytes()
    profile = pydyf.Stream([content], {"N": 3}, compress=True)
    pdf.add_object(profile)
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": pydyf.String(_COLOURS),
        "Info": pydyf.String(_COLOURS),
        "DestOutputProfile": profile.reference,
    }
    pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary(intent)])


def _attachment(file: Attached, date: datetime) -> Attachment:
    return Attachment(
        file_obj=io.BytesIO(file.content),
        name=file.name,
        description=file.name,
        created=date,
        modified=date,
        relationship=file.relationship,
    )


def _attach(pdf: Any, attachments: Sequence[Attachment]) -> None:
    names = pydyf.Array()
    for attachment in attachments:
        entry = write_pdf_attachment(pdf, attachment, compress=True)
        names.extend([entry["F"], entry.reference])
    if names:
        listed = pydyf.Dictionary({"Names": names})
        pdf.add_object(listed)
        pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = listed.reference
