"""Replaces a function of WeasyPrint for a time, if it is still the one that the patch expects."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from weasyprint import __version__

from compendium.errors import ToolError


@dataclass(frozen=True, slots=True)
class Patch:
    """A function or class of WeasyPrint that is replaced.

    Attributes:
        module: its module.
        name: its name there.
        parameters: the names of its parameters, in order.
        reason: a sentence on what it does wrong, or does not do, for editions.
    """

    module: ModuleType
    name: str
    parameters: tuple[str, ...]
    reason: str

    @property
    def fault(self) -> str | None:
        """Why the patch does not fit this version of WeasyPrint, or None if it fits."""
        function = getattr(self.module, self.name, None)
        qualified_name = f"{self.module.__name__}.{self.name}"
        if function is None:
            return f"{qualified_name} is not in WeasyPrint {__version__}"
        parameters = tuple(inspect.signature(function).parameters)
        if parameters != self.parameters:
            return f"{qualified_name} of WeasyPrint {__version__} takes ({', '.join(parameters)})"
        return None


def patch(module: ModuleType, name: str, parameters: str, reason: str) -> Patch:
    """Make a patch, and check that it fits this version of WeasyPrint.

    Args:
        module: where the function is.
        name: its name.
        parameters: the names of its parameters, with spaces between.
        reason: why it is replaced.

    Raises:
        ToolError: if this version of WeasyPrint has no such function.
    """
    new_patch = Patch(module, name, tuple(parameters.split()), reason)
    if new_patch.fault:
        raise ToolError(
            f"{new_patch.fault}; it is replaced because {reason}",
            remedy="install the version in constraints-build.txt, or adapt rendering/patches/",
        )
    return new_patch


@contextmanager
def replaced(target: Patch, by: Callable[[Any], Any]) -> Iterator[None]:
    """Replace a function within this context.

    Args:
        target: the patch.
        by: a function that takes the function of WeasyPrint and returns its replacement.
    """
    original = getattr(target.module, target.name)
    setattr(target.module, target.name, by(original))
    try:
        yield
    finally:
        setattr(target.module, target.name, original)
