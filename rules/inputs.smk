"""
This part of the workflow lists the inputs of the rules and the final outputs. It reads

    published = "sources/published/documents.yaml"

and the names of the files in sources/, compendium/ and templates/. It has no rule.

Settings: `languages`, `editions`, `emblem`, `deliveries`, `press`.
"""

import os
import re
from functools import lru_cache
from pathlib import Path

from compendium.git import DistrustError, NoAnswerError, NoGitError, git
from compendium.kept import kept
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from snakemake.exceptions import WorkflowError

LOCK = "sources/published/lock.yaml"
MANIFEST = "sources/published/documents.yaml"
# The fingerprint of the program itself; see rules/package.smk.
PACKAGE = "output/work/package.sha256"


def files_below(folder, *patterns):
    """The files below a folder, sorted, without those that Python or a text editor leaves there."""
    matching = (path for pattern in patterns for path in Path(folder).rglob(pattern))
    return sorted(
        str(path)
        for path in matching
        if path.is_file() and not path.name.startswith(".") and "__pycache__" not in path.parts
    )


def gatherings(body, last=None):
    """The files of the gatherings of a body, sorted, up to the one with the last ordinal."""
    numbered = [
        (path, re.match(r"\d+", Path(path).name))
        for path in files_below(f"sources/{body}", "*.yaml")
    ]
    return [
        path for path, ordinal in numbered if None in (ordinal, last) or int(ordinal[0]) <= last
    ]


def known_gatherings(edition):
    """The files of the gatherings that an edition can show, body by body."""
    as_of = definition(edition)["as_of"]
    return [
        path for body in definition(edition)["bodies"] for path in gatherings(body, as_of.get(body))
    ]


def records(edition):
    """The files from which an edition is made, whatever its language."""
    frame = ["sources/bodies.yaml", "sources/topics.yaml", f"sources/editions/{edition}.yaml"]
    return frame + known_gatherings(edition)


def check_languages():
    """Refuse a language without data; the message names the languages with data.

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
    """An option of a command for each value; `{params.x:q}` writes them into the shell command."""
    return [word for value in values for word in (f"--{name}", value)]


def other_languages(language):
    """The options that name the other languages of this build."""
    return options("other", [other for other in config["languages"] if other != language])


def catalogues(language, edition):
    """The files for the translation of an edition: catalogues, order of topics, terms."""
    names = [f"{Path(path).parent.name}/{Path(path).stem}" for path in known_gatherings(edition)]
    files = [f"translations/{language}/{name}.po" for name in ["edition", "topics", *names]]
    files += [f"translations/{language}/topics-order.yaml", "translations/terms.csv"]
    return [path for path in files if Path(path).is_file()]


def templates():
    """The templates, filters and styles of the editions."""
    return files_below("templates", "*")


def emblem():
    """The picture for the cover, if there is one."""
    return [config["emblem"]] if config.get("emblem") else []


def press_profile():
    """The colour profile of the press, if there is one."""
    return [config["press"]["profile"]] if config.get("press") else []


def attached():
    """The files attached to an edition for the archive, if there is one."""
    files = ["output/work/{edition}.records.json", "output/work/{language}/{edition}.index.json"]
    return files if "archive" in config.get("deliveries", []) else []


def taken_from(path, take):
    """What the workflow takes from a YAML file, kept for the next build: parsing takes long.

    Raises:
        WorkflowError: if the file cannot be read, or lacks what is taken from it.
    """
    results = kept("workflow", "ruamel.yaml", limit=1_000_000)
    try:
        text = Path(path).read_text(encoding="utf-8")
        sources = (content_of(Path(workflow.basedir, "rules/inputs.smk")), str(path), text)
        value = results.load(*sources)
        if value is None:
            value = take(YAML(typ="safe", pure=True).load(text))
            results.save(value, *sources)
        return value
    except (OSError, YAMLError, AttributeError, KeyError, TypeError, ValueError) as fault:
        raise WorkflowError(
            f"{path} cannot be read ({type(fault).__name__}); to see why, run: compendium check"
        ) from None


@lru_cache
def definition(edition):
    """The fields of the definition of an edition that the workflow needs.

    Raises:
        WorkflowError: if the definition is missing or cannot be read.
    """
    path = Path(f"sources/editions/{edition}.yaml")
    if not path.exists():
        raise WorkflowError(f"there is no {path}, though the settings name this edition")
    return taken_from(
        path,
        lambda read: {
            "design": read.get("design", "book"),
            "bodies": [part["body"] for part in read["parts"]],
            "as_of": dict(read.get("as_of", {})),
            "reports_changes": "new_since" in read and "published_from" in read,
            "kept": f"sources/{read.get('published_from', '')}",
        },
    )


def changes(edition):
    """The file of the changes that an edition reports: those since it was last published."""
    return [f"output/work/{edition}.changes.json"] if definition(edition)["reports_changes"] else []


def kept_state(edition):
    """The file of records from which an edition was last published, unless it names a commit."""
    path = definition(edition)["kept"]
    return [path] if Path(path).is_file() else []


def editions_pattern(of_design):
    """A pattern of the editions with one design; it matches nothing if there are none."""
    keys = [key for key in config["editions"] if definition(key)["design"] == of_design]
    return "|".join(keys) or "(?!)"


def pdf_files(of_design):
    """The PDF files of an edition with a design, by delivery."""
    deliveries = config.get("deliveries", ["screen"])
    if "press" in deliveries:
        deliveries = [*deliveries, "cover"]
    excluded = () if of_design == "book" else ("press", "cover")
    stem = "output/editions/{language}/{edition}"
    return {
        name: f"{stem}.pdf" if name == "screen" else f"{stem}.{name}.pdf"
        for name in deliveries
        if name not in excluded
    }


def pdf_options(output):
    """The options of `compendium pdf` that name its files."""
    return [
        word
        for name, path in output.items()
        for word in options("output" if name == "screen" else name, [path])
    ]


@lru_cache
def published():
    """The file and the gatherings of each published document, by its key; empty without a list.

    Raises:
        WorkflowError: if their list cannot be read.
    """
    if not Path(MANIFEST).exists():
        return {}
    return taken_from(
        MANIFEST,
        lambda read: {
            document["key"]: {name: document[name] for name in ("file", "covers")}
            for document in read["documents"]
        },
    )


def covered(document):
    """The files of the gatherings that a published document covers."""
    return [
        path
        for body, ordinals in published()[document]["covers"].items()
        for ordinal in ordinals
        for path in files_below(f"sources/{body}", f"{ordinal:02d}-*.yaml")
    ]


def comparable():
    """The sources for a comparison with an earlier state: all but the list of fetched documents."""
    return [path for path in files_below("sources", "*.yaml") if path != LOCK]


def frame():
    """The sources that every comparison reads besides gatherings: those outside bodies' folders."""
    paths = files_below("sources", "*.yaml")
    return [path for path in paths if Path(path).parent.name in ("sources", "editions")]


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
    """The reports of the comparisons with the published documents."""
    return expand("output/reports/collation/{document}.json", document=published())


@lru_cache
def date_of(edition):
    """The date of an edition in seconds: that of the last commit of its records.

    So the same sources make the same bytes, and only a commit changes the date. The variable
    SOURCE_DATE_EPOCH takes precedence; the date is 0 if Git does not know it.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed:
        return fixed
    command = ["log", "-1", "--format=%ct", "--", *records(edition)]
    try:
        return git(Path(), *command).stdout.decode().strip() or "0"
    except NoGitError:
        return "0"
    except DistrustError as fault:
        raise WorkflowError(f"{fault.message}; to trust it, run: {fault.remedy}") from None
    except NoAnswerError as fault:
        raise WorkflowError(f"{fault.message}; {fault.remedy}") from None


check_languages()
