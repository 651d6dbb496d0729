"""
This part of the workflow knows what the rules read and what the workflow makes in the end. It reads

    published = "sources/published/documents.yaml"

and the names of the files in sources/, compendium/ and templates/. It has no rule of its own.

Settings: `languages`, `editions`, `emblem`.
"""

import os
import subprocess
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from snakemake.exceptions import WorkflowError

ERRATA = "sources/errata.yaml"
MANIFEST = "sources/published/documents.yaml"


def files_below(folder, *patterns):
    """The files below a folder, in order, without those that Python or an editor leaves there."""
    found = (path for pattern in patterns for path in Path(folder).rglob(pattern))
    return sorted(
        str(path)
        for path in found
        if path.is_file() and not path.name.startswith(".") and "__pycache__" not in path.parts
    )


def package():
    """The program itself: Snakemake sees no change behind a command, so each rule names it."""
    return files_below("compendium", "*")


def records():
    """Every file of the sources but the list of published documents and the errata."""
    return [path for path in files_below("sources", "*.yaml") if path not in (MANIFEST, ERRATA)]


def check_languages():
    """Refuse a language without data, naming those that have it.

    Raises:
        WorkflowError: if a language of the settings is unknown.
    """
    known = [Path(path).stem for path in files_below("compendium/languages", "*.yaml")]
    unknown = [language for language in config["languages"] if language not in known]
    if unknown:
        raise WorkflowError(
            f"there is no language {', '.join(unknown)}; choose among {', '.join(known)}"
        )


def other_languages(language):
    """The options that name the other languages of this build."""
    return " ".join(f"--other {other}" for other in config["languages"] if other != language)


def catalogues(language):
    """The catalogues of a language, and its order of topics."""
    return files_below(f"translations/{language}", "*.po", "*.yaml")


def templates():
    """Templates, filters and styles of the editions."""
    return files_below("templates", "*")


def emblem():
    """The picture for the cover, if there is one."""
    return [config["emblem"]] if config.get("emblem") else []


def published():
    """The published documents, by their keys.

    Raises:
        WorkflowError: if their list cannot be read.
    """
    try:
        listed = YAML(typ="safe", pure=True).load(Path(MANIFEST).read_text(encoding="utf-8"))
        return {document["key"]: document for document in listed["documents"]}
    except (OSError, YAMLError, KeyError, TypeError) as fault:
        raise WorkflowError(
            f"{MANIFEST} cannot be read ({type(fault).__name__}); to see why, run: compendium check"
        ) from None


def covered(document):
    """The files of the gatherings that a published document covers."""
    return [
        path
        for body, ordinals in published()[document]["covers"].items()
        for ordinal in ordinals
        for path in files_below(f"sources/{body}", f"{ordinal:02d}-*.yaml")
    ]


def frame():
    """What every comparison reads besides the gatherings: what lies in no body's folder."""
    listed = files_below("sources", "*.yaml")
    return [path for path in listed if Path(path).parent.name in ("sources", "editions")]


def editions():
    """Every file of every edition in every language."""
    return expand(
        "output/editions/{language}/{edition}.{medium}",
        language=config["languages"],
        edition=config["editions"],
        medium=["html", "pdf"],
    )


def collations():
    """The report of the comparison with each published document."""
    return expand("output/reports/collation/{document}.json", document=published())


def date_of_sources():
    """The time of the last commit of the sources, in seconds; 0 where Git does not know it."""
    asked = ["git", "log", "-1", "--format=%ct", "--", "sources"]
    try:
        said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        said = ""
    return said or "0"


# Editions carry this date and no other, so that the same sources make the same bytes.
os.environ.setdefault("SOURCE_DATE_EPOCH", date_of_sources())

check_languages()
