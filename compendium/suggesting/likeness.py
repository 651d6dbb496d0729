"""Finds the assigned paragraphs that are most like a text, and the words they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sklearn.feature_extraction.text import TfidfVectorizer

from compendium.model.units import Unit
from compendium.suggesting.samples import Sample

_WORDS_SHOWN = 4
# A word in more than this share of the paragraphs, and in more than two, is too common to count.
_COMMON = 0.25


@dataclass(frozen=True, slots=True)
class Likeness:
    """An assigned unit that a text is like, and the shared words that weigh most."""

    unit: Unit
    words: tuple[str, ...]


class Neighbourhood:
    """Assigned samples, among which the nearest to a text can be found."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self._samples = samples
        self._vectors = TfidfVectorizer(sublinear_tf=True)
        matrix = self._vectors.fit_transform([sample.text for sample in samples])
        frequencies = matrix.getnnz(axis=0).tolist()
        limit = max(2, _COMMON * len(samples))
        self._columns = [place for place, number in enumerate(frequencies) if number <= limit]
        self._matrix = matrix[:, self._columns]
        words: list[str] = self._vectors.get_feature_names_out().tolist()
        self._words = [words[place] for place in self._columns]

    def nearest(self, text: str, topics: Sequence[str]) -> dict[str, Likeness]:
        """For each topic, the nearest sample with it, if one shares a word with the text."""
        vector = self._vectors.transform([text])[:, self._columns]
        cosines: list[float] = (vector @ self._matrix.T).toarray()[0].tolist()
        likenesses = {}
        for topic in topics:
            cosine, number = max(
                (
                    (cosine, -number)
                    for number, cosine in enumerate(cosines)
                    if topic in self._samples[number].unit.topics
                ),
                default=(0.0, 0),
            )
            if cosine > 0:
                products = vector.multiply(self._matrix[-number]).toarray()[0].tolist()
                likenesses[topic] = Likeness(self._samples[-number].unit, self._heaviest(products))
        return likenesses

    def _heaviest(self, products: Sequence[float]) -> tuple[str, ...]:
        """The words of both texts with the greatest products."""
        order = sorted(range(len(products)), key=lambda place: (-products[place], place))
        return tuple(self._words[place] for place in order[:_WORDS_SHOWN] if products[place] > 0)
