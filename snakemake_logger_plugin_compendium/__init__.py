"""Where Snakemake finds the logger plugin `compendium`: it looks for modules by this name."""

from compendium.progress.handler import LogHandler

__all__ = ["LogHandler"]
