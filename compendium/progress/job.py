"""A step of the workflow, as Snakemake describes it to its loggers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compendium.findings import Severity
from compendium.reporting import Block, blocks


@dataclass(frozen=True, slots=True)
class Job:
    """A step: the name of its rule with what it is done for, and the files its command logs to.

    `is_long` says that its rule asks for minutes (the resource `runtime`).

    >>> Job("pdf", {"language": "fr", "edition": "compendium"}, ()).name
    'pdf fr/compendium'
    """

    rule: str
    wildcards: dict[str, str]
    logs: tuple[Path, ...]
    is_long: bool = False

    @classmethod
    def of(cls, record: Any) -> Job:
        """The step that a log record of Snakemake is about."""
        wildcards = {name: str(value) for name, value in getattr(record, "wildcards", {}).items()}
        logs = tuple(map(Path, record.log))
        resources = getattr(record, "resources", None) or {}
        return cls(record.rule_name, wildcards, logs, "runtime" in dict(resources.items()))

    @property
    def name(self) -> str:
        """What the step is called."""
        return " ".join(filter(None, (self.rule, "/".join(self.wildcards.values()))))

    @property
    def summary(self) -> str:
        """The last line of what its command said; empty if it said nothing."""
        return next(iter(self._said()[-1:]), "")

    def errors(self) -> Iterator[Block]:
        """What its command said, without the warnings."""
        return (one for one in blocks(self._said()) if one.severity is not Severity.WARNING)

    def _said(self) -> list[str]:
        lines: list[str] = []
        for log in self.logs:
            if log.is_file():
                lines += log.read_text(encoding="utf-8", errors="replace").splitlines()
        return lines
