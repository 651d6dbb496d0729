"""
This part of the workflow knows what the rules read and what the workflow makes in the end. It reads

    published = "sources/published/documents.yaml"

and the names of the files in sources/, compendium/ and templates/. It has no rule of its own.

Settings: `languages`, `editions`, `emblem`, `deliveries`, `press`.
"""

import os
import re
from functools import lru_cache
from pathlib import Path

from compendium.git import DistrustError, NoGitError, git
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from snakemake.exceptions import WorkflowError

LOCK = "sources/published/lock.yaml"
MANIFEST = "sources/published/documents.yaml"
# The fingerprint of the program itself, which rules/package.smk takes.
PACKAGE = "output/work/package.sha256"


def files_below(folder, *patterns):
    """The files below a folder, in order, without those that Python or an editor leaves there."""
    found = (path for pattern in patterns for path in Path(folder).rglob(pattern))
    return sorted(
        str(path)
        for path in found
        if path.is_file() and not path.name.startswith(".") and "__pycache__" not in path.parts
    )


def gatherings(body, last=None):
    """The files of the gatherings of a body, in order, as far as the one with the last ordinal."""
    named = [
        (path, re.match(r"\d+", Path(path).name))
        for path in files_below(f"sources/{body}", "*.yaml")
    ]
    return [path for path, ordinal in named if None in (ordinal, last) or int(ordinal[0]) <= last]


def known_gatherings(edition):
    """The files of the gatherings that an edition can show, body by body."""
    as_of = definition(edition)["as_of"]
    return [
        path for body in definition(edition)["bodies"] for path in gatherings(body, as_of.get(body))
    ]


def records(edition):
    """The files that an edition is made from, whatever its language."""
    frame = ["sources/bodies.yaml", "sources/topics.yaml", f"sources/editions/{edition}.yaml"]
    return frame + known_gatherings(edition)


def check_languages():
    """Refuse a language without data, naming those that have it.

    Raises:
        WorkflowError: if a language of the settings is unknown.
    """
    known = sorted(path.stem for path in Path("compendium/languages").glob("*.yaml"))
    unknown = [language for language in config["languages"] if language not in known]
    if unknown:
        raise WorkflowError(
            f"there is no language {', '.join(unknown)}; choose among {', '.join(known)}"
        )


def options(name, values):
    """An option of a command for each of some values; `{params.x:q}` writes them into the shell."""
    return [word for value in values for word in (f"--{name}", value)]


def other_languages(language):
    """The options that name the other languages of this build."""
    return options("other", [other for other in config["languages"] if other != language])


def catalogues(language, edition):
    """What an edition is translated with: catalogues, order of topics, the terms to use."""
    names = [f"{Path(path).parent.name}/{Path(path).stem}" for path in known_gatherings(edition)]
    files = [f"translations/{language}/{name}.po" for name in ["edition", "topics", *names]]
    files += [f"translations/{language}/topics-order.yaml", "translations/terms.csv"]
    return [path for path in files if Path(path).is_file()]


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
    files = ["output/work/{edition}.records.json", "output/work/{language}/{edition}.index.json"]
    return files if "archive" in config.get("deliveries", []) else []


@lru_cache
def definition(edition):
    """The definition of an edition, as far as the workflow needs it.

    Raises:
        WorkflowError: if it is not there, or cannot be read.
    """
    path = Path(f"sources/editions/{edition}.yaml")
    try:
        read = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
        return {
            "design": read.get("design", "book"),
            "bodies": [part["body"] for part in read["parts"]],
            "as_of": dict(read.get("as_of", {})),
            "tells": "new_since" in read and "published_from" in read,
            "kept": f"sources/{read.get('published_from', '')}",
        }
    except FileNotFoundError:
        raise WorkflowError(f"there is no {path}, though the settings name this edition") from None
    except (OSError, YAMLError, AttributeError, KeyError, TypeError, ValueError) as fault:
        raise WorkflowError(
            f"{path} cannot be read ({type(fault).__name__}); to see why, run: compendium check"
        ) from None


def changes(edition):
    """The changes that an edition tells of: those since the state it was last published from."""
    return [f"output/work/{edition}.changes.json"] if definition(edition)["tells"] else []


def kept_state(edition):
    """The file of records that an edition was last published from; a commit is no file."""
    path = definition(edition)["kept"]
    return [path] if Path(path).is_file() else []


def editions_pattern(of_design):
    """A pattern for the editions of one design; it matches nothing where there is none."""
    fitting = [key for key in config["editions"] if definition(key)["design"] == of_design]
    return "|".join(fitting) or "(?!)"


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
    return [
        word
        for name, path in output.items()
        for word in options("output" if name == "screen" else name, [path])
    ]


def published():
    """The published documents, by their keys; none where there is no list of them.

    Raises:
        WorkflowError: if their list cannot be read.
    """
    if not Path(MANIFEST).exists():
        return {}
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


def comparable():
    """The sources that a comparison with an earlier state reads: all but the list of what was fetched."""
    return [path for path in files_below("sources", "*.yaml") if path != LOCK]


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
            *pdf_files(definition(edition)["design"]).values(),
        ]
    ]


def collations():
    """The report of the comparison with each published document."""
    return expand("output/reports/collation/{document}.json", document=published())


@lru_cache
def date_of(edition):
    """The date that an edition carries, in seconds: that of the last commit of its records.

    So the same sources make the same bytes, and a commit makes the edition again, but no change
    before it. The variable SOURCE_DATE_EPOCH goes first; 0 stands where Git does not know.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    asked = ["log", "-1", "--format=%ct", "--", *records(edition)]
    try:
        return git(Path(), *asked).stdout.decode().strip() or "0"
    except NoGitError:
        return "0"
    except DistrustError as fault:
        raise WorkflowError(f"{fault.message}; to trust it, run: {fault.remedy}") from None


check_languages()
