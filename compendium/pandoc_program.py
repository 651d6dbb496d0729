"""Finds the program Pandoc, and checks that it runs."""

from __future__ import annotations

import logging

import pypandoc

from compendium.errors import ToolError


def pandoc_program() -> str:
    """The path of Pandoc.

    Raises:
        ToolError: if it is missing or does not run.
    """
    pandoc_log = logging.getLogger("pypandoc")
    former_level = pandoc_log.level
    pandoc_log.setLevel(logging.CRITICAL)  # it logs each place where it looks
    try:
        return str(pypandoc.get_pandoc_path())
    except OSError:
        raise ToolError(
            "Pandoc is not installed, or does not run",
            remedy="reinstall it: pip install --force-reinstall pypandoc_binary",
        ) from None
    finally:
        pandoc_log.setLevel(former_level)
