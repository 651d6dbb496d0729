"""The option that writes expected findings anew."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update`; it works with `pytest tests/checks --update`."""
    parser.addoption(
        "--update", action="store_true", help="write expected.txt anew from what is found"
    )
