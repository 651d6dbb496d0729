"""Importing: an official document in, a draft record or the official text of a language out."""
