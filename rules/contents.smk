"""
This part of the workflow takes the fingerprints of what the rules read, so that a build which says
that there is nothing to do is right. It has no rule of its own.

Snakemake looks at a file only where it is newer than what was made from it. A source that comes from
rsync, from an archive, or from a clock that was set back, can be another one and yet older. So each
rule has the fingerprint of all the sources behind its outputs, near and far, as one of its parameters
(`made_from`), which Snakemake keeps and compares like the settings: another content, name, or number
of files makes again what depends on it, whatever the dates say. That of the far ones counts when a
run ends between two steps. The dates count for what the workflow itself writes; a file that was only
touched is found by its checksum to be the same (`max-checksum-file-size` in the profile). Where
Snakemake's notes on earlier builds are gone, setup/build.sh makes everything again.
Settings: none.
"""

import hashlib


@lru_cache(maxsize=None)
def content_of(path):
    """The checksum of a file, taken once in a run; none where there is no such file."""
    if not Path(path).is_file():
        return ""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fingerprint(*lists):
    """The fingerprint of the names and contents of files, in whatever order they come."""
    named = sorted({path for paths in lists for path in paths})
    return hashlib.sha256(
        "".join(f"{content_of(path)}  {path}\n" for path in named).encode()
    ).hexdigest()


@lru_cache(maxsize=None)
def program():
    """The files of the program."""
    return files_below("compendium", "*")


def behind_changes(edition):
    """The sources behind the list of changes that an edition tells of, if it does."""
    return comparable() + kept_state(edition) if definition(edition)["tells"] else []


@lru_cache(maxsize=None)
def behind_texts(edition, language):
    """The fingerprint of what stands behind the composed text of an edition in a language."""
    sources = records(edition) + catalogues(language, edition) + behind_changes(edition)
    return fingerprint(program(), sources)


@lru_cache(maxsize=None)
def behind_page(edition, language):
    """The fingerprint of what stands behind the page of an edition in a language."""
    return behind_texts(edition, language) + fingerprint(templates())


@lru_cache(maxsize=None)
def behind_files(edition, language):
    """The fingerprint of what stands behind all finished files of an edition in a language."""
    return behind_page(edition, language) + fingerprint(emblem(), press_profile())
