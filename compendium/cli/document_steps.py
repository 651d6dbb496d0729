"""The steps from the text set of a language to the index and the document of an edition."""

from __future__ import annotations

import json
from pathlib import Path

import click

from compendium.changes.change import Changes
from compendium.changes.report_forms import load_changes
from compendium.cli.options import FILE
from compendium.composing.document import compose_document, edition_context
from compendium.errors import InputError
from compendium.files import write_bytes
from compendium.handoffs import save_handoff
from compendium.indexing.entries import ThematicIndex, load_index, make_index
from compendium.languages.language import load_language
from compendium.model.editions import Edition
from compendium.proof import proven_json
from compendium.reading.one_file import load_settings
from compendium.reading.records import find_edition
from compendium.texts.textset import TextSet

changes_option = click.option(
    "--changes",
    "changes_file",
    type=FILE,
    help="The output of `changes --since EDITION --format json`, for the page of changes.",
)


def write_index(text_set: TextSet, edition_key: str, output: Path) -> None:
    """Write the entries of the thematic index of an edition."""
    edition = find_edition(text_set.corpus, edition_key)
    text_set = text_set.for_edition(edition)
    entries = make_index(text_set.corpus, edition, load_language(text_set.language))
    save_handoff(entries, output, entries.model_dump_json(indent=1) + "\n")


def write_document(
    text_set: TextSet,
    index_file: Path,
    edition_key: str,
    output: Path,
    *,
    changes_file: Path | None,
    config: Path,
) -> None:
    """Write an edition as a Pandoc document.

    Args:
        text_set: the texts of the language.
        index_file: the output of `index`.
        edition_key: the key of the edition.
        output: the file to write.
        changes_file: the output of `changes`, for an edition with a page of changes.
        config: the file of settings.

    Raises:
        InputError: if the index is that of another edition or language, or changes are missing.
    """
    edition = find_edition(text_set.corpus, edition_key)
    index = _index(index_file, edition, text_set)
    address = load_settings(config).document_address
    context = edition_context(text_set, edition, address, _changes(edition, changes_file))
    document = compose_document(edition, index, context)
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
    write_bytes(output, proven_json(output, document, text))


def _index(path: Path, edition: Edition, text_set: TextSet) -> ThematicIndex:
    """The index in a file.

    Raises:
        InputError: if it is that of another edition or language.
    """
    index = load_index(path)
    if (index.edition, index.language) != (edition.key, text_set.language):
        raise InputError(
            f"{path}: the index of {index.edition} in {index.language}, "
            f"not of {edition.key} in {text_set.language}",
            remedy="use the index that was made from this text set for this edition",
        )
    return index


def _changes(edition: Edition, path: Path | None) -> Changes | None:
    """The changes for the page of changes, if the edition has one.

    Raises:
        InputError: if it has one, but no file of changes is named.
    """
    if edition.new_since is None or edition.published_from is None:
        return None
    if path is None:
        raise InputError(
            f"the edition {edition.key} lists the changes since {edition.published_from}, but no "
            "file of changes is named",
            remedy=f"write them with `compendium changes --since {edition.key} --format json`, "
            "and name that file with --changes",
        )
    return load_changes(path)
