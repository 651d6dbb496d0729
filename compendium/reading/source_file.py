"""A file that obeys its schema: its value, and the line of everything in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeGuard, TypeVar

from pydantic import BaseModel

from compendium.findings import Place
from compendium.model.gatherings import Meeting, Session
from compendium.reading.parsed_text import Nodes

T_co = TypeVar("T_co", bound=BaseModel, covariant=True)
Read = TypeVar("Read", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class SourceFile(Generic[T_co]):
    """One file that obeys its schema: its positions, its lines as typed, its value."""

    nodes: Nodes
    lines: tuple[str, ...]
    value: T_co

    def place(self, *way: str | int) -> Place:
        """The line of the key at a way, or of the nearest thing above it."""
        steps = tuple(str(step) for step in way)
        while steps and steps not in self.nodes.positions:
            steps = steps[:-1]
        return Place(self.nodes.file, self.nodes.positions[steps].key)

    def typed(self, *way: str | int) -> Iterator[tuple[int, str]]:
        """The lines of a value as typed, each with its number."""
        position = self.nodes.positions[tuple(str(step) for step in way)]
        for number in range(position.first, min(position.last, len(self.lines)) + 1):
            yield number, self.lines[number - 1]


AnyFile: TypeAlias = SourceFile[BaseModel]
GatheringSource: TypeAlias = SourceFile[Meeting | Session]


def holds(file: AnyFile, kind: type[Read]) -> TypeGuard[SourceFile[Read]]:
    """Whether the value of a file is of a kind."""
    return isinstance(file.value, kind)
