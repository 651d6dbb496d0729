"""The errors that can occur while a document is fetched."""

from __future__ import annotations

from compendium.errors import ExitCode, UserError


class FetchError(UserError):
    """A document could not be fetched completely."""

    exit_code = ExitCode.TOOL


class PassingError(FetchError):
    """A failure that may pass: a time-out, a broken connection, a busy server."""
