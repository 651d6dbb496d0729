"""Which language a text is in: none is guessed."""

from __future__ import annotations

import pytest

from compendium.documents.language_recognition import language_of

SPANISH = "La Asamblea General, recordando la labor de la Comisión, decide que la sede sea en Lima"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"{SPANISH}, y pide los informes para el Secretario", "es"),
        ("L’Assemblée générale prie les États et le Secrétaire général des ports de la côte", "fr"),
        (f"{SPANISH} y los informes «Les Amis du port», de las costas y los faros", "es"),
        # Nothing but words that French and Spanish share.
        (SPANISH, None),
        ("La mission de la Cour, que la Cour a en la ville de La Haye", None),
        # As much French as Spanish.
        ("los faros y las costas para el mar; les phares et les côtes pour le port du pays", None),
    ],
)
def test_only_words_of_its_own_say_a_language(text: str, language: str | None) -> None:
    """Words that two languages share decide nothing, and what is not clear is no language."""
    assert language_of(text) == language
