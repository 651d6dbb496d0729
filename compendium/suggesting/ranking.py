"""Ranks topics for a text with linear models learnt from assigned texts, one for each topic."""

from __future__ import annotations

from collections.abc import Sequence

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import FeatureUnion
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.svm import LinearSVC

from compendium.model.topics import Topic
from compendium.suggesting.samples import Sample

# The weight of the fit against the margin; 0.1 and 1 are slightly worse (docs/suggestions.md).
_FIT = 0.3
# A heading counts as this many paragraphs that consist of it alone, because it is the one text that
# certainly names its topic, and the only text of a new topic.
_HEADING_WEIGHT = 5


class TopicRanker:
    """A model learnt from samples and headings; the same input always gives the same ranks.

    Topics that only refer to others and are never assigned are left out. `features` replaces the
    features of `text_features`.
    """

    def __init__(
        self,
        samples: Sequence[Sample],
        topics: Sequence[Topic],
        features: FeatureUnion | None = None,
    ) -> None:
        assigned = {key for sample in samples for key in sample.unit.topics}
        self.topics = [topic for topic in topics if topic.key in assigned or not topic.see]
        self._features = features or text_features()
        self._model: OneVsRestClassifier | None = None
        if len(self.topics) > 1:
            self._learn(samples)

    def _learn(self, samples: Sequence[Sample]) -> None:
        keys = [topic.key for topic in self.topics]
        texts = [sample.text for sample in samples] + [topic.heading for topic in self.topics]
        labels = [sample.unit.topics for sample in samples] + [(key,) for key in keys]
        headings = range(len(samples), len(texts))
        rows = [*range(len(samples)), *(row for row in headings for _ in range(_HEADING_WEIGHT))]
        vectors = self._features.fit_transform(texts)[rows]
        columns = MultiLabelBinarizer(classes=keys).fit_transform(labels)[rows]
        self._model = OneVsRestClassifier(LinearSVC(C=_FIT, random_state=0)).fit(vectors, columns)

    def rank(self, texts: Sequence[str]) -> list[list[Topic]]:
        """All topics for each text, the most likely first."""
        if self._model is None or not texts:
            return [list(self.topics) for _ in texts]
        scores = self._model.decision_function(self._features.transform(texts))
        order = (-scores).argsort(axis=1, kind="stable").tolist()
        return [[self.topics[place] for place in places] for places in order]


def text_features() -> FeatureUnion:
    """The features of a text: words, pairs of words and parts of words; rare ones weigh more.

    Parts of words cover inflections without a list of endings for any language.
    """
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    parts = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    return FeatureUnion([("words", words), ("parts", parts)])
