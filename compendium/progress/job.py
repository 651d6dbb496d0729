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
    """A step: its rule, its wildcards, and the log files of its command.

    `is_long` means that its rule declares minutes of work (the resource `runtime`).

    >>> Job("pdf", {"language": "fr", "edition": "compendium"}, ()).name
    'pdf fr/compendium'
    """

    rule: str
    wildcards: dict[str, str]
    logs: tuple[Path, ...]
    is_long: bool = False

    @classmethod
    def of(cls, record: Any) -> Job:
        """The step in a log record of Snakemake."""
        wildcards = {name: str(value) for name, value in getattr(record, "wildcards", {}).items()}
        logs = tuple(map(Path, record.log))
        resources = getattr(record, "resources", None) or {}
        return cls(record.rule_name, wildcards, logs, "runtime" in dict(resources.items()))

    @property
    def name(self) -> str:
        """The name of the step: its rule and wildcards."""
        return " ".join(filter(None, (self.rule, "/".join(self.wildcards.values()))))

    @property
    def summary(self) -> str:
        """The last line of its command's output; empty if there is none."""
        return next(iter(self._output()[-1:]), "")

    def errors(self) -> Iterator[Block]:
        """The output of its command, without the warnings."""
        return (block for block in blocks(self._output()) if block.severity is not Severity.WARNING)

    def _output(self) -> list[str]:
        lines: list[str] = []
        for log in self.logs:
            if log.is_file():
                lines += log.read_text(encoding="utf-8", errors="replace").splitlines()
        return lines
