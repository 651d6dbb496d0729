"""Reads published documents, compares them with the records, and explains the differences."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from compendium.collating.explanation import Collation, explain
from compendium.collating.index_rows import index_differences
from compendium.collating.readings import apply_readings
from compendium.collating.text_differences import text_differences
from compendium.comparing.differences import Difference, as_difference
from compendium.errors import InputError
from compendium.files import read_text
from compendium.model.corpus import Corpus
from compendium.model.errata import Column, Erratum
from compendium.model.lines import with_plain_ends
from compendium.model.published import DocumentForm, Published

_WITH_INDEX = frozenset({DocumentForm.BOOK, DocumentForm.INDEX})


def collate(
    corpus: Corpus,
    errata: Sequence[Erratum],
    documents: Sequence[Published],
    texts_folder: Path,
    *,
    only: str | None = None,
) -> Collation:
    """Compare the records with the published documents, or with the one whose key is `only`.

    Errata of documents that the manifest does not name are idle; with `only`, the errata of other
    documents are ignored.

    Raises:
        InputError: if `only` names no document, or a text is missing or not as it was received.
    """
    if only is not None:
        documents = [_document(documents, only)]
        errata = [erratum for erratum in errata if erratum.document == only]
    differences: list[Difference] = []
    for document in documents:
        errata_of_document = [erratum for erratum in errata if erratum.document == document.key]
        text = _received(document, texts_folder)
        differences.extend(_differences(document, text, errata_of_document, corpus))
    keys = tuple(document.key for document in documents)
    outcome = explain(differences, errata)
    return Collation(outcome.explained, outcome.unexplained, outcome.idle, keys)


def _document(documents: Sequence[Published], key: str) -> Published:
    for document in documents:
        if document.key == key:
            return document
    keys = ", ".join(document.key for document in documents)
    raise InputError(f"{key}: no document with this key", remedy=f"choose one of {keys}")


def _differences(
    document: Published, received: str, errata: Sequence[Erratum], corpus: Corpus
) -> list[Difference]:
    """All differences of one document; each reading that was applied is a difference too."""
    text, idle = apply_readings(received, errata)
    readings = [erratum for erratum in errata if erratum.column is Column.READING]
    applied = [as_difference(erratum) for erratum in readings if erratum not in idle]
    return [
        *applied,
        *text_differences(document, text, corpus),
        *(index_differences(document, text, corpus) if document.form in _WITH_INDEX else ()),
    ]


def _received(document: Published, folder: Path) -> str:
    path = folder / document.file
    text = with_plain_ends(read_text(path))
    if hashlib.sha256(path.read_bytes()).hexdigest() != document.sha256:
        raise InputError(
            f"{path}: not the text that the manifest names ({document.key})",
            remedy="restore the file as received, or, if you received it again, write its sha256 "
            "into documents.yaml",
        )
    return text
