"""Composes the whole document of an edition: its metadata, and the blocks of its design."""

from __future__ import annotations

from compendium.changes.change import Changes
from compendium.composing.book import compose_book
from compendium.composing.inlines import EditionContext
from compendium.composing.metadata import compose_metadata
from compendium.composing.pandoc_ast import Element, document, meta_string
from compendium.composing.paper import compose_paper
from compendium.indexing.entries import ThematicIndex
from compendium.languages.language import load_language
from compendium.model.editions import Content, Design, Edition
from compendium.texts.keys import edition_key
from compendium.texts.textset import TextSet

DESIGNS = {Design.BOOK: compose_book, Design.PAPER: compose_paper}


def compose_document(edition: Edition, index: ThematicIndex, context: EditionContext) -> Element:
    """Compose an edition as one Pandoc document.

    Args:
        edition: the content of the edition, and the words of its frame.
        index: the entries of its thematic index.
        context: the texts, their language, labels and addresses.
    """
    blocks = DESIGNS[edition.design](edition, index, context)
    sessions = context.texts.corpus.sessions
    annexed = any(record.annexes for session in sessions for record in session.records)
    extra = {"annexed": meta_string("yes")} if annexed else {}
    return document(compose_metadata(edition, context) | extra, blocks)


def edition_context(
    text_set: TextSet, edition: Edition, document_address: str, changes: Changes | None = None
) -> EditionContext:
    """The context in which an edition is composed.

    Args:
        text_set: the texts in the language of the edition.
        edition: the content of the edition, in that language.
        document_address: the pattern of the address of an official document.
        changes: those since the last publication, if the edition has a page for them.
    """
    return EditionContext(
        language=load_language(text_set.language),
        source=load_language(text_set.source_language),
        texts=text_set.for_edition(edition),
        labels=edition.labels,
        document_address=document_address,
        frame=edition_key(edition),
        holds_records=Content.RECORDS in edition.holds,
        changes=changes,
    )
