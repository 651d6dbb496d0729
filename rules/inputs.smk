"""
This part of the workflow knows what the rules read and what the workflow makes in the end. It reads

    published = "sources/published/documents.yaml"

and the names of the files in sources/, compendium/ and templates/. It has no rule of its own.

Settings: `languages`, `editions`, `emblem`, `deliveries`, `press`.
"""

import os
import subprocess
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from snakemake.exceptions import WorkflowError

ERRATA = "sources/errata.yaml"
MANIFEST = "sources/published/documents.yaml"
LOCK = "sources/published/lock.yaml"


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
    """Every file of the sources but the lists of published documents and the errata."""
    others = (MANIFEST, LOCK, ERRATA)
    return [path for path in files_below("sources", "*.yaml") if path not in others]


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
    """The catalogues of a language, its order of topics, and the terms it is checked for."""
    terms = files_below("translations", "terms.csv")
    return files_below(f"translations/{language}", "*.po", "*.yaml") + terms


def templates():
    """Templates, filters and styles of the editions."""
    return files_below("templates", "*")


def emblem():
    """The picture for the cover, if there is one."""
    return [config["emblem"]] if config.get("emblem") else []


def press_profile():
    """The colour profile of the press, where there is one."""
    return [config["press"]["profile"]] if config.get("press") else []


def attached():
    """What is put into an edition for the archive, if there is one."""
    files = ["output/work/records.json", "output/work/{language}/{edition}.index.json"]
    return files if "archive" in config.get("deliveries", []) else []


def definition(edition):
    """The definition of an edition.

    Raises:
        WorkflowError: if it cannot be read.
    """
    path = Path(f"sources/editions/{edition}.yaml")
    try:
        return dict(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")))
    except (OSError, YAMLError, TypeError, ValueError) as fault:
        raise WorkflowError(
            f"{path} cannot be read ({type(fault).__name__}); to see why, run: compendium check"
        ) from None


def design(edition):
    """The design of an edition, by its definition: book or paper."""
    return definition(edition).get("design", "book")


def changes(edition):
    """The changes that an edition tells of: those since the state it was last published from."""
    defined = definition(edition)
    tells = "new_since" in defined and "published_from" in defined
    return [f"output/work/{edition}.changes.json"] if tells else []


def kept_state(edition):
    """The file of records that an edition was last published from; a commit is no file."""
    path = f"sources/{definition(edition).get('published_from', '')}"
    return [path] if Path(path).is_file() else []


def editions_pattern(of_design):
    """A pattern for the editions of one design; it matches nothing where there is none."""
    return "|".join(key for key in config["editions"] if design(key) == of_design) or "(?!)"


def pdf_files(of_design):
    """The PDF files of an edition of a design, by what they are for."""
    wanted = config.get("deliveries", ["screen"])
    if "press" in wanted:
        wanted = [*wanted, "cover"]
    unfit = () if of_design == "book" else ("press", "cover")
    stem = "output/editions/{language}/{edition}"
    return {
        name: f"{stem}.pdf" if name == "screen" else f"{stem}.{name}.pdf"
        for name in wanted
        if name not in unfit
    }


def pdf_options(output):
    """The options of `compendium pdf` that name its files."""
    return " ".join(
        f"--{'output' if name == 'screen' else name} {path}" for name, path in output.items()
    )


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
    return [
        path.format(language=language, edition=edition)
        for language in config["languages"]
        for edition in config["editions"]
        for path in [
            "output/editions/{language}/{edition}.html",
            *pdf_files(design(edition)).values(),
        ]
    ]


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
