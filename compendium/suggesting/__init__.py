"""Suggesting topics for paragraphs that have none, from those that editors assigned."""
