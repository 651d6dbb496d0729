"""The languages in which the tests of acceptance build the real editions: two, for want of time.

One is that of the records, one runs from right to left. `make editions`, which the gate runs, too,
builds and verifies all six.
"""

BUILT = ("ar", "en")
EDITIONS = ("compendium", "index-2019", "record-2019")
PAGES = tuple(f"{language}/{edition}.html" for language in BUILT for edition in EDITIONS)
