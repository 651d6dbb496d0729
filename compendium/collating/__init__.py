"""Collation: our records against every published document, difference by difference."""
