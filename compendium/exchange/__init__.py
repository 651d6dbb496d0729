"""Handing over: texts to translators as a Word file, XLIFF or TMX, and taking them back."""
