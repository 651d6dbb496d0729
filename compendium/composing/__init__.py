"""Composing: makes one Pandoc document from records, texts and index."""
