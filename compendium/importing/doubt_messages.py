"""The code, message and remedy of each doubt about a document."""

from __future__ import annotations

from compendium.documents.doubted import Doubt

DOUBT_MESSAGES: dict[Doubt, tuple[str, str, str]] = {
    Doubt.PLACE: (
        "I015",
        "the document does not say what this stands below; by its mark it is placed here: {}",
        "compare its place with the document",
    ),
    Doubt.GOES_ON: (
        "I016",
        "a text of two paragraphs was made one; the second begins: {}",
        "compare it with the document",
    ),
    Doubt.PREAMBLE: (
        "I017",
        "taken for a paragraph of the preamble, which the document does not say: {}",
        "compare its place with the document",
    ),
    Doubt.NUMBER: (
        "I018",
        "the document prints no number of the resolution; {} is from its symbol",
        "compare it with the document",
    ),
    Doubt.SLIP: (
        "I028",
        "a number is misprinted, for those beside it leave another between them: {}",
        "compare it with the document in other languages",
    ),
    Doubt.PART: (
        "I022",
        "{} is a part of a resolution; its other parts may be documents of their own",
        "import these, too",
    ),
    Doubt.HEADING: (
        "I029",
        "taken for a heading before the next number: {}",
        "compare it with the document",
    ),
    Doubt.DIVISION: (
        "I025",
        "perhaps a part of a paragraph, or more than one: {}",
        "compare it with the page",
    ),
    Doubt.HIDDEN: (
        "I026",
        "hidden words are left out: {}",
        "see in the word processor whether they belong to the text",
    ),
    Doubt.STRUCK: (
        "I026",
        "words struck through are left out: {}",
        "see in the word processor whether they belong to the text",
    ),
    Doubt.CHANGES: (
        "I027",
        "changes are tracked in it; it is read as if all were {}",
        "get the document as it was issued, or accept or reject the changes",
    ),
    Doubt.RAISED: (
        "I031",
        "what is raised here names no note and is kept as a sign: {}",
        "if it is the mark of a note, add the note by hand",
    ),
    Doubt.LIST: (
        "I032",
        "a paragraph of the preamble has a list, which other documents may count as paragraphs: {}",
        "compare the count of the preamble with the document",
    ),
    Doubt.ACCENTS: (
        "I033",
        "letters and accents are characters of their own here, and one in the record: {}",
        "nothing, unless a word looks otherwise than in the document",
    ),
    Doubt.PAGES: (
        "I039",
        "the text is divided into pages: what stands at their edges may be within texts",
        "take it out of the record, or import the document in the format that it came in",
    ),
    Doubt.COLUMNS: (
        "I037",
        "columns of text are read one after the other on these pages: {}",
        "compare the order of what stands there with the pages",
    ),
    Doubt.DIRECTION: (
        "I034",
        "the letters of a PDF from right to left are put in order by their places on the page",
        "compare numbers, brackets and words in Latin letters with the pages, or import the .docx",
    ),
    Doubt.OBJECT: (
        "I044",
        "a picture, a formula or a field that is filled in stands within this, and is left out: {}",
        "add what it says by hand; the text is not set as official",
    ),
    Doubt.FORMULA: (
        "I045",
        "taken for the enacting formula, for it stands after the title: {}",
        "compare title, formula and preamble with the document",
    ),
    Doubt.NO_FORMULA: (
        "I056",
        "no enacting formula stands before the preamble, which begins: {}",
        "see whether the document has one, and add it by hand",
    ),
    Doubt.SECTION: (
        "I046",
        "a section or a sentence that may hold recommendations is left out: {}",
        "if they were adopted, add them to the record by hand",
    ),
    Doubt.ANNEX: (
        "I047",
        "the annex is taken to go on to the end of the document; this is its last line: {}",
        "delete what stands after its end",
    ),
    Doubt.LOWERED: (
        "I031",
        "lowered figures are set in the line here: {}",
        "nothing, unless they say something else so",
    ),
    Doubt.LOOK: (
        "I055",
        "part of this is shown turned round, in another place, in white or only at times: {}",
        "compare it with the document as a browser or a word processor shows it",
    ),
    Doubt.AID: (
        "I026",
        "words beside or above others, as an aid to reading, are left out: {}",
        "see whether they belong to the text",
    ),
    Doubt.EDGE: (
        "I053",
        "taken for the foot or the head of a page, and left out: {}",
        "see that the text around it is whole",
    ),
    Doubt.POINTS: (
        "I054",
        "points of a list stand within a text: {}",
        "if the document sets each in a line of its own, divide the text by hand",
    ),
    Doubt.AGAIN: (
        "I019",
        "a raised {} is taken for a mark of the note with that number",
        "if it is none, mend the text by hand",
    ),
}
