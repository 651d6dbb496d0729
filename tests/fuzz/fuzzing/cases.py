"""Cases: each follows from a reader and a number alone, so that it can be repeated."""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from random import Random

from fuzzing.formats import damaged
from fuzzing.oddities import odd_letter, odd_number
from fuzzing.readers import NAMES, READERS, Reader

PLACES = (
    "/dev/null",
    "\udc80",
    "/dev",
    ".",
    "../home",
    "~",
    "x" * 300,
    "-",
    "--",
    "",
    "sources",
    "made",
)
GIT = ("git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "gc.auto=0")
# What may stand in the place of a file, and what makes it.
KINDS: dict[str, Callable[[Path], object]] = {
    "nothing": Path.exists,
    "a folder": Path.mkdir,
    "a pipe": os.mkfifo,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to nothing": lambda path: path.symlink_to("no-such-file"),
}
_OTHER_KINDS = 0.03


@dataclass(frozen=True, slots=True)
class Case:
    """A damaged file of the base project, and the commands that read it."""

    name: str
    reader: Reader
    file: str
    content: bytes
    commands: tuple[tuple[str, ...], ...]
    kind: str = "file"

    def put(self, project: Path) -> None:
        """Damage the file in a copy of the project."""
        path = project / self.file
        if self.kind != "file":
            path.unlink()
            KINDS[self.kind](path)
        elif self.reader.earlier:
            kept = path.read_bytes()
            path.write_bytes(self.content)
            subprocess.run(
                [*GIT, "commit", "-qam", "x"], cwd=project, capture_output=True, check=False
            )
            path.write_bytes(kept)
        else:
            self._write(path)

    def _write(self, path: Path) -> None:
        path.unlink()  # an object of Git cannot be written to, but by root
        path.write_bytes(self.content)
        if self.file.startswith("sources/published/") and path.suffix == ".txt":
            register = path.with_name("documents.yaml")  # it knows the checksum of each text
            digest = hashlib.sha256(self.content).hexdigest()
            text = register.read_text(encoding="utf-8")
            register.write_text(
                re.sub("sha256: [0-9a-f]{64}", f"sha256: {digest}", text), encoding="utf-8"
            )


def make_case(name: str, base: Path) -> Case:
    """The case of a name such as `sources:12`, made from the files of the base project."""
    kind, _, _ = name.rpartition(":")
    reader = NAMES[kind]
    chance = Random(name)
    files = sorted({path for pattern in reader.files.split() for path in base.glob(pattern)})
    path = chance.choice(files)
    file = path.relative_to(base).as_posix()
    way = chance.choice(reader.commands)
    above = PurePath(file).parents[1].as_posix() if reader.finished else ""
    known = {"file": file, "folder": above, "language": f".{path.name}".split(".")[-2]}
    commands = tuple(
        tuple(shlex.split(re.sub(r"\{(\w+)\}", lambda m: known[m[1]], line))) for line in way
    )
    if chance.random() < _OTHER_KINDS and not reader.arguments and not reader.earlier:
        return Case(name, reader, file, b"", commands, chance.choice(list(KINDS)))
    if reader.arguments:
        commands = (*commands[:-1], _odd_arguments(commands[-1], chance))
        return Case(name, reader, file, path.read_bytes(), commands)
    return Case(name, reader, file, damaged(path.read_bytes(), file, chance), commands)


def _odd_arguments(command: tuple[str, ...], chance: Random) -> tuple[str, ...]:
    """A command with one argument lost, doubled, or odd; its name stays."""
    words = list(command[1:])
    for _ in range(chance.choice((1, 1, 2))):
        if not words:
            break
        place = chance.randrange(len(words))
        odd = chance.choice(
            (odd_letter(chance), odd_number(chance), words[place] + odd_letter(chance), *PLACES)
        )
        match chance.randrange(6):
            case 0:
                del words[place]
            case 1:
                words.insert(place, words[place])
            case _:
                words[place] = odd.replace("\x00", "")  # no system passes it on
    return (command[0], *words)


def case_names(count: int, seed: int, readers: tuple[Reader, ...] = READERS) -> Iterator[str]:
    """The names of some cases, each reader with its share, in a mixed order."""
    whole = sum(reader.share for reader in readers)
    names = [
        f"{reader.name}:{seed}-{number}"
        for reader in readers
        for number in range(max(1, round(count * reader.share / whole)))
    ]
    Random(seed).shuffle(names)
    yield from names
