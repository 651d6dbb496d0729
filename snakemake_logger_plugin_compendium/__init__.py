"""The module in which Snakemake finds the logger plugin `compendium`, by its name."""

from compendium.progress.handler import LogHandler

__all__ = ["LogHandler"]
