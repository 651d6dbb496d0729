"""Each page is painted once, for every delivery."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from weasyprint import Document

from compendium.rendering.attachments import Attached
from compendium.rendering.deliveries import Deliveries
from compendium.rendering.inks import Profile
from compendium.rendering.press import Condition
from compendium.rendering.weasyprint import lay_out

PAGE = (
    '<html lang="en"><head><title>Lamps</title>'
    '<meta name="dcterms.created" content="2020-01-01T00:00:00Z"></head>'
    "<body><p>Keepers trim <a href='#end'>each lamp</a>.</p>{}<p id='end'>At dawn.</p></body>"
)
PROFILE = Path("config/icc/ISOcoated_v2_300_bas.icc")
DATE = datetime(2020, 1, 1, tzinfo=UTC)
DRAWN = {
    "plain text": "",
    "translucent text": "<p style='color: rgb(0 0 0 / 30%)'>By night</p>",
    "a group": "<p style='opacity: 0.3'>By night</p>",
    "a pattern": "<p style='background: linear-gradient(red, blue)'>By night</p>",
    "a picture": (
        "<img alt='a lamp' src='data:image/svg+xml,"
        "%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%229%22 height=%229%22%3E"
        "%3Crect width=%229%22 height=%229%22/%3E%3C/svg%3E'>"
    ),
}


def deliveries(body: str, base: Path) -> dict[str, bytes]:
    """The three deliveries of a page."""

    def write(laid_out: Document) -> dict[str, bytes]:
        made = Deliveries(laid_out)
        return {
            "screen": made.screen(),
            "archive": made.archive([Attached("lamps.json", b"{}", "Source")], date=DATE),
            "press": made.press(Condition(Profile(PROFILE), "FOGRA39")),
        }

    return lay_out(PAGE.format(body), base=base, write=write)


def names_used(page: pikepdf.Page) -> dict[str, set[str]]:
    """What the content of a page names among its resources, by kind of resource."""
    kinds = {"gs": "/ExtGState", "Do": "/XObject", "scn": "/Pattern", "Tf": "/Font"}
    used: dict[str, set[str]] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        kind = kinds.get(str(operator))
        names = [str(operand) for operand in operands if isinstance(operand, pikepdf.Name)]
        if kind and names:
            used.setdefault(kind, set()).update(names)
    return used


@pytest.mark.parametrize("body", DRAWN.values(), ids=list(DRAWN))
def test_what_is_drawn_again_is_whole(tmp_path: Path, body: str) -> None:
    """The press prints the words of the screen, and its file has all that its pages name."""
    files = deliveries(body, tmp_path)
    texts = {
        name: pypdfium2.PdfDocument(content)[0].get_textpage().get_text_bounded()
        for name, content in files.items()
    }
    assert texts["press"] == texts["screen"] == texts["archive"]
    for content in files.values():
        with pikepdf.open(io.BytesIO(content)) as file:
            assert file.check_pdf_syntax() == []
            page = file.pages[0]
            for kind, names in names_used(page).items():
                assert names <= set(page.resources[kind].keys())


def test_the_press_has_no_structure(tmp_path: Path) -> None:
    """What is drawn again for the press has no marks of a structure, which its file lacks."""
    files = deliveries(DRAWN["translucent text"], tmp_path)
    with pikepdf.open(io.BytesIO(files["press"])) as press:
        content = b"".join(part.read_bytes() for part in press.pages[0].Contents)
    assert b"BDC" not in content
    assert b"EMC" not in content
    with pikepdf.open(io.BytesIO(files["screen"])) as screen:
        assert b"BDC" in screen.pages[0].Contents.read_bytes()


def test_one_delivery_adds_nothing_to_another(tmp_path: Path) -> None:
    """What the archive needs, files and the meaning of colours, is in the archive alone."""
    files = deliveries("", tmp_path)
    with pikepdf.open(io.BytesIO(files["archive"])) as archive:
        assert list(archive.attachments) == ["lamps.json"]
        assert "/OutputIntents" in archive.Root
    with pikepdf.open(io.BytesIO(files["screen"])) as screen:
        assert list(screen.attachments) == []
        assert "/OutputIntents" not in screen.Root
