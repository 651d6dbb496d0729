"""Suggesting: suggests topics for paragraphs that have none, learnt from editors' assignments."""
