"""
This part of the workflow names the folder in which its commands keep results for later builds:

    kept = ".cache/kept"

Each result is kept under the checksum of all that it was made from, the program included, so a result
that is no longer true is never found. The folder holds data only, may be removed at any time, and
takes a limited space. A command that is run by hand keeps nothing unless the variable COMPENDIUM_KEPT
names a folder; if that is empty, a build keeps nothing either. This part has no rule. Settings: none.
"""

os.environ.setdefault("COMPENDIUM_KEPT", ".cache/kept")
