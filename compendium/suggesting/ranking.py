"""Topics ranked for a text: a linear model over the words and the letters of assigned texts."""

from __future__ import annotations

from collections.abc import Sequence

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import FeatureUnion, Pipeline
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.svm import LinearSVC

from compendium.model.topics import Topic
from compendium.suggesting.samples import Sample

# How much the margin counts against the fit; 0.1 and 1 are a little worse (docs/suggestions.md).
_FIT = 0.3
# A heading is learnt as so many paragraphs would be that consist of it alone: it is the one text
# that names its topic for certain, and the only one that a new topic has.
_HEADING_WEIGHT = 5


class TopicRanker:
    """What was learnt from samples and headings; the same ones always give the same ranks.

    Topics that only refer elsewhere and are never assigned do not take part.
    """

    def __init__(self, samples: Sequence[Sample], topics: Sequence[Topic]) -> None:
        assigned = {key for sample in samples for key in sample.unit.topics}
        self.topics = [topic for topic in topics if topic.key in assigned or not topic.see]
        self._model: Pipeline | None = None
        if len(self.topics) > 1:
            texts = [sample.text for sample in samples]
            labels = [sample.unit.topics for sample in samples]
            for topic in self.topics * _HEADING_WEIGHT:
                texts.append(topic.heading)
                labels.append((topic.key,))
            columns = MultiLabelBinarizer(classes=[topic.key for topic in self.topics])
            self._model = topic_model().fit(texts, columns.fit_transform(labels))

    def rank(self, texts: Sequence[str]) -> list[list[Topic]]:
        """All topics for each text, the likeliest first."""
        if self._model is None or not texts:
            return [list(self.topics) for _ in texts]
        order = (-self._model.decision_function(texts)).argsort(axis=1, kind="stable").tolist()
        return [[self.topics[place] for place in places] for places in order]


def topic_model() -> Pipeline:
    """The model, still to be fitted: each topic apart, on words, pairs of words and their parts.

    Parts of words stand for their inflections without a list of any language's endings.
    """
    features = FeatureUnion(
        [
            ("words", TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)),
            (
                "parts",
                TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True),
            ),
        ]
    )
    linear = OneVsRestClassifier(LinearSVC(C=_FIT, random_state=0))
    return Pipeline([("features", features), ("linear", linear)])
