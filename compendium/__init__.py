"""The compendium makes editions from structured records of what an international body adopted."""

__version__ = "0.1.0"
