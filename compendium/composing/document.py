"""Composes the whole document of an edition: its metadata, and the blocks of its design."""

from __future__ import annotations

from compendium.composing.book import compose_book
from compendium.composing.inlines import EditionContext
from compendium.composing.metadata import compose_metadata
from compendium.composing.pandoc_ast import Element, document, meta_string
from compendium.composing.paper import compose_paper
from compendium.indexing.entries import ThematicIndex
from compendium.model.editions import Design, Edition

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
