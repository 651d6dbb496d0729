"""The compendium: structured records of what an international body adopted, made into editions."""

__version__ = "0.1.0"
