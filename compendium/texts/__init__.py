"""Texts: every translatable text once, with its key, and the text sets of the languages."""
