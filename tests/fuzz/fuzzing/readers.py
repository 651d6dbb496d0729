"""The readers of the program: which files each reads, and by which commands.

A reader is one entry of the table: the files that are damaged, as patterns in the base project,
and the ways to have them read, one on a line. A way is one command or several, each run if the
one before it accepted what it read; `{file}` stands for the damaged file.
"""

from __future__ import annotations

from dataclasses import dataclass

SIXTH = "--first 2014-10-06 --last 2014-10-10 --place Vienna"  # which a resolution does not say
LOCALISE = "localise --records made/records.json --language fr --output out/texts.json"
INDEX = "index --texts out/texts.json --edition compendium --output out/index.json"
COMPOSE = (
    "compose --texts out/texts.json --index out/index.json --edition compendium"
    " --output out/document.json"
)
PRINT = "pdf --document made/document.json --output out/book.pdf"
SERVED = "fetch --config config/served.yaml CL/CONF/LK/2015/2"
SIX = "--output six/sources --translations six/translations"
HANDOVER = "handover --records made/records.json --language fr --output out"
BUILD = (
    "collect --output out/records.json; units --records out/records.json --output out/templates;"
    f" {LOCALISE.replace('made/', 'out/')}; {INDEX}; {COMPOSE}"
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Files, ways to read them, and how large a share of the cases is theirs.

    `fails` are the exit codes by which it may refuse. `arguments` says that the command is damaged
    in place of the file, `earlier` that the damage is committed and then mended. `finished` files
    are editions, which take long to make: their cases are left to `make fuzz`; `{folder}` in a way
    is the folder of editions that such a file lies in. `served` files are answers over HTTP,
    which a server on this machine gives to whoever asks the address of `config/served.yaml`.
    `again` is the command that reads what was written; `{language}` is that in the name of a file.
    """

    name: str
    share: int
    files: str
    ways: str
    fails: tuple[int, ...] = (1, 2, 3)
    arguments: bool = False
    earlier: bool = False
    finished: bool = False
    served: bool = False
    again: str = "check --format json"

    @property
    def commands(self) -> tuple[tuple[str, ...], ...]:
        """The commands of every way."""
        return tuple(
            tuple(part.strip() for part in way.split(";")) for way in self.ways.strip().splitlines()
        )


READERS = (
    Reader(
        "sources",
        22,
        "sources/*.yaml sources/lk/*.yaml sources/conf/*.yaml sources/editions/*.yaml",
        f"""
        check
        check --records-only
        {BUILD}
        {BUILD}
        collate
        collate --propose
        stats
        suggest --write
        changes --since made/records.json --format json --output out/changes.json
        sample --language fr --seed 1
        ready
        """,
    ),
    Reader(
        "earlier states",
        3,
        "sources/*.yaml sources/lk/*.yaml sources/conf/*.yaml sources/editions/*.yaml",
        """
        changes --since HEAD
        changes --since HEAD --format html --output out/changes.html
        """,
        earlier=True,
    ),
    Reader(
        "repository",
        2,
        ".git/HEAD .git/config .git/index .git/refs/heads/* .git/objects/*/*",
        """
        changes --since HEAD
        changes --since HEAD --format json --output out/changes.json
        ready
        """,
        fails=(1, 2, 3, 5),
    ),
    Reader("published", 4, "sources/published/d*.yaml sources/published/*.txt", "collate"),
    Reader(
        "lock",
        2,
        "sources/published/lock.yaml",
        "fetch --config config/nowhere.yaml CL/CONF/LK/2013/3",
        fails=(3, 4, 5),
    ),
    Reader(
        "answers",
        6,
        "made/answer.*.http",
        f"""
        {SERVED}
        {SERVED} --pages
        {SERVED} --again --pages; {SERVED}
        """,
        fails=(3, 4, 5),
        served=True,
    ),
    Reader(
        "settings",
        5,
        "config/config.yaml",
        f"""
        ready
        {BUILD}; html --document out/document.json --output out/page.html
        """,
    ),
    Reader("pictures and profiles", 4, "config/emblem.* config/icc/*", "ready"),
    Reader(
        "templates",
        4,
        "templates/screen.html templates/filters/screen.lua templates/filters/metadata.lua"
        " templates/styles/screen.css",
        "html --document made/document.json --output out/page.html --other ar",
        fails=(2, 3, 5),
    ),
    Reader(
        "print",
        2,
        "made/document.json made/document.json templates/book.html templates/cover*.html"
        " templates/filters/*.lua templates/styles/book.css templates/styles/cover.css"
        " config/emblem.* config/emblem.* config/icc/*",
        f"""
        {PRINT}
        {PRINT} --press out/press.pdf --cover out/cover.pdf
        {PRINT} --archive out/archive.pdf --attach made/index.json
        """,
        fails=(2, 3, 5),
        finished=True,
    ),
    Reader(
        "catalogues",
        16,
        "translations/fr/*.po translations/fr/*/*.po",
        f"""
        check
        check
        merge --records made/records.json fr
        {LOCALISE}; {INDEX}
        {HANDOVER}; takeback out/fr.xlf; takeback out/fr.docx; takeback out/fr.tmx
        takeback made/fr.xlf
        takeback made/fr.docx
        sample --language fr --seed 1
        """,
    ),
    Reader(
        "terms and order",
        5,
        "translations/terms.csv translations/fr/topics-order.yaml",
        f"""
        check
        {LOCALISE}
        order --records made/records.json --language fr --again
        """,
        fails=(1, 2, 3, 5),  # without ICU no order can be proposed
    ),
    Reader(
        "returned files",
        14,
        "made/fr.docx made/fr.xlf made/fr.tmx",
        """
        takeback {file}
        takeback {file} --allow-empty
        takeback {file} --language fr
        """,
    ),
    Reader(
        "reports",
        12,
        "made/report.*",
        """
        import {file}
        import {file}
        import {file} --dry-run --account out/account.html
        import {file} --changes reject
        import {file} made/resolution.xml --processes 1
        new-meeting --no-build {file}
        """,
    ),
    Reader(
        "many documents",
        1,
        "made/report.*",
        "import made --report out/report.html --report out/report.json",
        finished=True,
    ),
    Reader(
        "resolutions",
        6,
        "made/resolution.xml",
        f"""
        import {{file}} {SIXTH}
        import {{file}} {SIXTH} --dry-run
        """,
    ),
    Reader("official texts", 5, "made/rapport.*", "import {file} --language fr"),
    Reader(
        "papers",
        3,
        "six/*.en.*",
        """
        import {file} --place Basel --output six/empty --translations six/new
        import {file} --place Basel --output six/empty --account out/account.html
        """,
        finished=True,
        again="check --format json --sources six/empty",
    ),
    Reader(
        "papers of others",
        7,
        "six/*.ar.* six/*.es.* six/*.fr.* six/*.ru.* six/*.zh.*",
        f"""
        import {{file}} --language {{language}} {SIX}
        import {{file}} --language {{language}} {SIX} --dry-run
        import {{file}} six/RS-RES-12-7.fr.txt {SIX} --processes 1
        """,
        finished=True,
        again="check --format json --sources six/sources --translations six/translations",
    ),
    Reader(
        "made files",
        8,
        "made/records.json made/texts.json made/index.json made/document.json",
        f"""
        units --records made/records.json --output out
        {LOCALISE}
        changes --since made/records.json
        {INDEX.replace("out/texts", "made/texts")}
        {COMPOSE.replace("out/texts", "made/texts").replace("out/index", "made/index")}
        {HANDOVER}
        html --document made/document.json --output out/page.html
        """,
    ),
    Reader(
        "finished files",
        3,
        "made/page/fr/*.html made/book/fr/*.pdf made/kept/fr/*.pdf",
        "verify --editions {folder} --processes 1",
        finished=True,
    ),
    Reader(
        "arguments",
        8,
        "made/report.txt",
        f"""
        import made/report.txt --ordinal 4 --symbol CL/CONF/LK/2015/2 --body lk
        import made/report.txt --cited-by paragraphs --first 2015-07-06 --place Vienna
        import made/resolution.xml {SIXTH}
        import made/rapport.txt --language fr --translations translations
        check --sources sources --translations translations --json out/check.json
        collect --sources sources --edition compendium --output out/records.json
        {LOCALISE} --require unofficial
        {HANDOVER} --only missing,fuzzy --catalogue topics --format docx,tmx
        takeback made/fr.tmx --language fr --translations translations
        suggest --gathering lk.1 --count 3
        sample --language fr --seed 1 --share 0.5
        changes --since HEAD --format json --output out/changes.json
        {INDEX.replace("out/texts", "made/texts")}
        {COMPOSE.replace("out/texts", "made/texts").replace("out/index", "made/index")}
        merge --records made/records.json fr ar
        ready --config config/config.yaml --sources sources --output out fr
        new-meeting made/report.txt --no-build --languages fr --accept 2 --output out
        fetch --config config/nowhere.yaml CL/CONF/LK/2013/3 --language en
        collate --document paper-2013 --output out/collation.json
        html --document made/document.json --output out/page.html --other ar --templates templates
        schema --output out/schema
        units --records made/records.json --output out/templates
        stats --sources sources
        order --records made/records.json --language fr
        import made --dry-run --processes 1 --report out/report.json
        """,
        fails=(1, 2, 3, 4, 5),
        arguments=True,
    ),
)
NAMES = {reader.name: reader for reader in READERS}
