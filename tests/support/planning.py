"""What the workflow would do in a project, and what it says: for the tests of the workflow."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

RULES = Path(__file__).parents[2] / "rules"
# The steps that lead from the sources to an edition: every rule but the comparisons, with published
# documents, and with earlier records for an edition that tells of them.
SPINE = {
    name
    for file in RULES.glob("*.smk")
    for name in re.findall(r"^rule (\w+):", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
} - {"collate", "changes"}

# The steps that are done for each edition in each language.
IN_EACH_LANGUAGE = ["prepare", "html", "pdf"]

Environment = dict[str, str]


@dataclass(frozen=True)
class Plan:
    """What a dry run would do: how often each rule, for which editions, languages, documents."""

    rules: Counter[str]
    editions: set[str]
    languages: set[str]
    documents: set[str]


def in_each_language(
    project: Path, *rules: str, editions: set[str] | None = None, languages: int = 0
) -> Counter[str]:
    """Some steps, as often as there are languages and editions, and the last one, once."""
    languages = languages or len(setting(project, "languages"))
    count = len(setting(project, "editions") if editions is None else editions)
    return Counter(dict.fromkeys(rules, languages * count) | {"verify": 1})


def setting(project: Path, name: str) -> list[str]:
    """A list of the settings."""
    found: list[str] = YAML(typ="safe").load(project / "config/config.yaml")[name]
    return found


def plan(project: Path, environment: Environment, *options: str) -> Plan:
    """What a dry run says."""
    done = snakemake(project, environment, "-n", *options)
    assert done.returncode == 0, done.stderr
    said = done.stdout + done.stderr
    rules = Counter(re.findall(r"^(?:local)?rule ([a-z]+)\w*:$", said, flags=re.MULTILINE))
    rules.pop("all", None)
    wildcards = re.findall(r"(edition|language|document)=([a-z0-9-]+)", said)
    named = {kind: {name for k, name in wildcards if k == kind} for kind, _ in wildcards}
    return Plan(rules, *(named.get(kind, set()) for kind in ("edition", "language", "document")))


def snakemake(
    project: Path, environment: Environment, *options: str
) -> subprocess.CompletedProcess[str]:
    """Run Snakemake in a project."""
    return subprocess.run(
        ["snakemake", *options],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def build(project: Path, environment: Environment) -> subprocess.CompletedProcess[str]:
    """Build as `make editions` does."""
    return subprocess.run(
        ["setup/build.sh"],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def change(path: Path, old: str, new: str) -> None:
    """Change the first place where a file says something."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def editions_that_hold(project: Path, body: str, ordinal: int) -> set[str]:
    """The keys of the editions that can show one gathering, from their definitions."""
    defined = [
        YAML(typ="safe").load(project / f"sources/editions/{key}.yaml")
        for key in setting(project, "editions")
    ]
    return {
        edition["key"]
        for edition in defined
        if body in {part["body"] for part in edition["parts"]}
        and ordinal <= edition.get("as_of", {}).get(body, ordinal)
    }


def documents_that_cover(project: Path, body: str, ordinal: int) -> set[str]:
    """The keys of the published documents that print one gathering, from their list."""
    listed = YAML(typ="safe").load(project / "sources/published/documents.yaml")
    return {d["key"] for d in listed["documents"] if ordinal in d["covers"].get(body, [])}
