"""Composition: records, texts and index made into one Pandoc document."""
