"""What can go wrong while a document is fetched."""

from __future__ import annotations

from compendium.errors import ExitCode, UserError


class FetchError(UserError):
    """A document that could not be got whole."""

    exit_code = ExitCode.TOOL


class PassingError(FetchError):
    """A failure that may be over in a moment: time-outs, broken connections, busy servers."""
