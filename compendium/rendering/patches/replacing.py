"""Replacing a function of WeasyPrint for a time, if it still is what the patch was made for."""

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
        module: where it is.
        name: its name there.
        parameters: the names of its parameters, in order.
        reason: what it does wrong for us, or does not do; a sentence.
    """

    module: ModuleType
    name: str
    parameters: tuple[str, ...]
    reason: str

    @property
    def fault(self) -> str | None:
        """Why the patch no longer fits this version of WeasyPrint; None if it fits."""
        own = getattr(self.module, self.name, None)
        where = f"{self.module.__name__}.{self.name}"
        if own is None:
            return f"{where} is not in WeasyPrint {__version__}"
        found = tuple(inspect.signature(own).parameters)
        if found != self.parameters:
            return f"{where} of WeasyPrint {__version__} takes ({', '.join(found)})"
        return None


def patch(module: ModuleType, name: str, parameters: str, reason: str) -> Patch:
    """A patch that fits this version of WeasyPrint.

    Args:
        module: where the function is.
        name: its name.
        parameters: the names of its parameters, with spaces between.
        reason: why it is replaced.

    Raises:
        ToolError: if this version of WeasyPrint has no such function.
    """
    made = Patch(module, name, tuple(parameters.split()), reason)
    if made.fault:
        raise ToolError(
            f"{made.fault}; it is replaced because {reason}",
            remedy="install the version in constraints-build.txt, or adapt rendering/patches/",
        )
    return made


@contextmanager
def replaced(made: Patch, by: Callable[[Any], Any]) -> Iterator[None]:
    """Replace a function while this lasts.

    Args:
        made: the patch.
        by: takes the function of WeasyPrint, and gives what stands in its place.
    """
    own = getattr(made.module, made.name)
    setattr(made.module, made.name, by(own))
    try:
        yield
    finally:
        setattr(made.module, made.name, own)
