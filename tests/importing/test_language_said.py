"""A document in another language than it is said to be in is refused, whoever says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.errors import InputError
from compendium.importing.received import receive

FRENCH = """\
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><meta>
<identification source="#a"><FRBRExpression><FRBRlanguage language="{}"/></FRBRExpression>
</identification></meta><coverPage><p><docNumber>A/RES/12/1</docNumber></p></coverPage>
<preface><p><docNumber>12/1.</docNumber><docTitle>Les feux de la côte</docTitle></p></preface>
<preamble><formula><p>L’Assemblée générale,</p></formula></preamble>
<mainBody><paragraph><num>1.</num><content><p>Demande aux États de tenir les feux de la côte dans un
état qui soit le meilleur.</p></content></paragraph></mainBody></statement></akomaNtoso>
"""


def written(folder: Path, said: str) -> Path:
    """A French resolution whose file says that it is in a language."""
    path = folder / "A_RES_12_1.ru.xml"
    path.write_text(FRENCH.format(said), encoding="utf-8")
    return path


@pytest.mark.parametrize("said", ["fra", "fre", "fr", "fr-CH"])
def test_one_language(said: str, tmp_path: Path) -> None:
    """The file may name the language in any way; its own name says nothing."""
    assert receive(written(tmp_path, said), None, None).language == "fr"


@pytest.mark.parametrize(("said", "given"), [("rus", None), ("rus", "fr"), ("rus", "ru")])
def test_the_file_says_another(said: str, given: str | None, tmp_path: Path) -> None:
    """Where text and file disagree, nothing is read."""
    with pytest.raises(InputError, match="says that its language is ru, but its text is French"):
        receive(written(tmp_path, said), given, None)


def test_an_editor_says_another(tmp_path: Path) -> None:
    """A French text is not imported as Russian."""
    with pytest.raises(InputError, match="its text is French, not Russian"):
        receive(written(tmp_path, "fra"), "ru", None)
