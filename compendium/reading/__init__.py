"""Reading `sources/` into values, with every fault as a finding at its file and line."""

from compendium.reading.sources import Reading, read_sources

__all__ = ["Reading", "read_sources"]
