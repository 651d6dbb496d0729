"""Importing: turns an official document into a draft record, or official texts of a language."""
