"""Comparing: the texts of a record beside those that a document prints, and where they differ."""
