"""The reader of a printed index: rows, merged cells, headings."""

import pytest

from compendium.collating.index_reading import (
    CitedReport,
    PrintedRow,
    normalise,
    read_index,
    split_locators,
    split_references,
)

REPORTS = {
    "AG/2001/3": CitedReport("I", by_recommendation=False),
    "AG/2002/5": CitedReport("II", by_recommendation=False),
    "AG/2003/7": CitedReport("III", by_recommendation=False),
    "AG/2004/2": CitedReport("IV", by_recommendation=True),
    "GC/2001/9": CitedReport("I", by_recommendation=False),
    "GC/2005/8": CitedReport("V", by_recommendation=False),
}


def rows(*lines: str) -> list[PrintedRow]:
    """Read lines whose cells are parted by an arrow, as one sees them in an editor."""
    return read_index("\n".join(line.replace("→", "\t") for line in lines), REPORTS)


def places(found: list[PrintedRow]) -> list[tuple[str, str, str, str]]:
    """Part, locators, symbol and references of each row."""
    return [(row.part, row.locators, row.symbol, row.references) for row in found]


def test_one_line_is_one_row() -> None:
    """A line with one symbol gives one row with its heading, part and cells."""
    found = rows("Ports→Part A→→→→", "→I.7.a and I.10→AG/2001/3→→8 (a) and 11→")
    assert found == [
        PrintedRow(
            part="A",
            locators="I.7.a and I.10",
            symbol="AG/2001/3",
            record="",
            references="8 (a) and 11",
            heading="Ports",
            line=2,
        )
    ]


def test_merged_cells_fall_apart_by_sequence() -> None:
    """Locators part where the numeral changes, references where no comma or "and" stands."""
    found = rows(
        "Ports→Part A I.3 , I.5 and I.6 II.10 III.39 IV.3 and IV.8.d"
        "→AG/2001/3 AG/2002/5 AG/2003/7 AG/2004/2→→10, 62 and 63 15 43 (b)→3 and 8 (d)"
    )
    assert places(found) == [
        ("A", "I.3, I.5 and I.6", "AG/2001/3", "10, 62 and 63"),
        ("A", "II.10", "AG/2002/5", "15"),
        ("A", "III.39", "AG/2003/7", "43 (b)"),
        ("A", "IV.3 and IV.8.d", "AG/2004/2", "3 and 8 (d)"),
    ]


def test_both_parts_in_one_line() -> None:
    """A part label among merged locators begins that part; records belong to the last rows."""
    found = rows(
        "Ports→Part A I.8 II.5 Part B V.13.i"
        "→AG/2001/3 AG/2002/5 GC/2005/8→Resolution 5/3→9 12 and 63 13 (i)→"
    )
    assert places(found) == [
        ("A", "I.8", "AG/2001/3", "9"),
        ("A", "II.5", "AG/2002/5", "12 and 63"),
        ("B", "V.13.i", "GC/2005/8", "13 (i)"),
    ]
    assert [row.record for row in found] == ["", "", "Resolution 5/3"]


@pytest.mark.parametrize(
    ("cell", "groups"),
    [
        ("(j) (iv) (i) PP 11 7", ["(j) (iv)", "(i)", "PP 11", "7"]),
        ("(d) and (f) (l) 7 (c) 7 and 13 (i)", ["(d) and (f)", "(l)", "7 (c)", "7 and 13 (i)"]),
        ("8 8 (d) and (m) 8 (c)", ["8", "8 (d) and (m)", "8 (c)"]),
        ("13 (d), 15 9 (c)", ["13 (d), 15", "9 (c)"]),
        ("PP 8; 4, 8 (d), 10–12 3, 13 (d)", ["PP 8; 4, 8 (d), 10–12", "3, 13 (d)"]),
    ],
)
def test_groups_of_references(cell: str, groups: list[str]) -> None:
    """A bracket after a bracket begins a group unless it is an item; a letter l is no item."""
    assert split_references(cell) == groups


def test_groups_of_locators() -> None:
    """Preambular paragraphs and ranges stay with their section."""
    assert split_locators("Part B III.m IV.PP.1–3; IV.2 and IV.5") == [
        ("B", "III.m"),
        ("B", "IV.PP.1–3; IV.2 and IV.5"),
    ]


def test_a_missing_cell_moves_no_other() -> None:
    """Where merged locators have one symbol too few, only their own row lacks it."""
    found = rows("Ports→Part A I.1 II.2 III.3→AG/2001/3 AG/2003/7→→2 7→")
    assert places(found) == [
        ("A", "I.1", "AG/2001/3", "2"),
        ("A", "II.2", "", ""),
        ("A", "III.3", "AG/2003/7", "7"),
    ]


def test_shifted_cells_are_read_by_what_they_hold() -> None:
    """A lost empty cell before the locators, or columns in another order, change nothing."""
    expected = [("", "I.5 and I.6", "AG/2001/3", "6 and 7")]
    assert places(rows("Ports→I.5 and I.6→AG/2001/3→→6 and 7")) == expected
    assert places(rows("→Ports→AG/2001/3→6 and 7→I.5 and I.6")) == expected


def test_a_continued_heading_keeps_its_part() -> None:
    """After "(continued)" the rows stay in the part they were in; a new heading starts without."""
    found = rows(
        "Ports→Part A I.1→AG/2001/3→→2→",
        "Ports <i>(continued)</i>→II.2→AG/2002/5→→3→",
        "Roads→III.3→AG/2003/7→→4→",
    )
    assert [(row.heading, row.part) for row in found] == [
        ("Ports", "A"),
        ("Ports", "A"),
        ("Roads", ""),
    ]


def test_heads_of_tables_and_running_text_are_no_rows() -> None:
    """Column headings, even with a symbol among their words, and text give no row."""
    assert not rows(
        "Topic→Paragraphs in compendium→Meeting report→→",
        "→→Document symbol→Resolution/ decision→Paragraphs",
        "<i>Topic</i>→<i>Report</i>→→<i>Reference in AG/2001/3 (section/paragraph)</i>",
        "See AG/2001/3, which says more.",
    )


def test_forms_of_printing_are_one() -> None:
    """Markup, blanks before commas, and hyphens or dashes in ranges make no difference."""
    assert normalise("<u>IV.5</u> ,  IV.7-9 and 21– 24") == "IV.5, IV.7–9 and 21–24"
