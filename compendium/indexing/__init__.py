"""Indexing: makes the thematic index from the assignments, so that its columns cannot disagree."""
