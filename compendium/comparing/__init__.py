"""Comparing: pairs the texts of a record with those of a document, and finds where they differ."""
