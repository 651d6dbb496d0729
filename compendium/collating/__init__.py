"""Collation: compares the records with every published document, difference by difference."""
