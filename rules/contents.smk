"""
This part of the workflow takes the fingerprints of the inputs of the rules, so that a build never
reports that there is nothing to do when an input has changed. It has no rule.

Snakemake examines a file only if it is newer than its outputs. A source that comes from rsync, from
an archive, or from a machine with a wrong clock can be different and yet older. So each rule has the
fingerprint of all direct and indirect sources of its outputs as a parameter (`made_from`), which
Snakemake stores and compares like the settings: a change of content, name or number of files rebuilds
what depends on them, regardless of dates. Indirect sources matter if a run ends between two steps.
Dates count for the files that the workflow itself writes; a file that was only touched has the same
checksum (`max-checksum-file-size` in the profile). If Snakemake's metadata of earlier builds are
missing, setup/build.sh rebuilds everything. Settings: none.
"""

import hashlib


@lru_cache(maxsize=None)
def content_of(path):
    """The checksum of a file, taken once in a run; empty if there is no such file."""
    if not Path(path).is_file():
        return ""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fingerprint(*lists):
    """The fingerprint of the names and contents of files, whatever their order."""
    distinct = sorted({path for paths in lists for path in paths})
    return hashlib.sha256(
        "".join(f"{content_of(path)}  {path}\n" for path in distinct).encode()
    ).hexdigest()


@lru_cache(maxsize=None)
def program():
    """The files of the program."""
    return files_below("compendium", "*")


def behind_changes(edition):
    """The sources of the list of changes of an edition, if the edition has one."""
    return comparable() + kept_state(edition) if definition(edition)["reports_changes"] else []


@lru_cache(maxsize=None)
def behind_texts(edition, language):
    """The fingerprint of the sources of the composed text of an edition in a language."""
    sources = records(edition) + catalogues(language, edition) + behind_changes(edition)
    return fingerprint(program(), sources)


@lru_cache(maxsize=None)
def behind_page(edition, language):
    """The fingerprint of the sources of the HTML page of an edition in a language."""
    return behind_texts(edition, language) + fingerprint(templates())


@lru_cache(maxsize=None)
def behind_files(edition, language):
    """The fingerprint of the sources of all finished files of an edition in a language."""
    return behind_page(edition, language) + fingerprint(emblem(), press_profile())
