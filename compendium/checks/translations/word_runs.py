"""The longest run of words that two texts share, in a time that grows with their lengths alone."""

from __future__ import annotations

from collections.abc import Sequence


class _Runs:
    """Every run of a sequence, as a suffix automaton: where each step leads, and how long it is.

    See Blumer et al., The smallest automaton recognizing the subwords of a text (1985).
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.steps: list[dict[str, int]] = [{}]
        self.shorter = [-1]  # where the next shorter run that ends alike is
        self.length = [0]
        last = 0
        for word in words:
            last = self._add(word, last)

    def _add(self, word: str, last: int) -> int:
        new = self._state({}, 0, self.length[last] + 1)
        at = last
        while at >= 0 and word not in self.steps[at]:
            self.steps[at][word] = new
            at = self.shorter[at]
        if at >= 0:
            self.shorter[new] = self._split(word, at)
        return new

    def _split(self, word: str, at: int) -> int:
        """The state of the runs that end where a step leads, without those that are longer."""
        led = self.steps[at][word]
        if self.length[led] == self.length[at] + 1:
            return led
        copy = self._state(dict(self.steps[led]), self.shorter[led], self.length[at] + 1)
        while at >= 0 and self.steps[at].get(word) == led:
            self.steps[at][word] = copy
            at = self.shorter[at]
        self.shorter[led] = copy
        return copy

    def _state(self, steps: dict[str, int], shorter: int, length: int) -> int:
        self.steps.append(steps)
        self.shorter.append(shorter)
        self.length.append(length)
        return len(self.steps) - 1


def longest_run(words: Sequence[str], others: Sequence[str]) -> Sequence[str]:
    """The longest run of words that stands in both; the first of them, where several are as long.

    >>> longest_run("shall take such measures".split(), "States take such steps".split())
    ['take', 'such']
    """
    runs = _Runs(others)
    state = length = longest = end = 0
    for place, word in enumerate(words, start=1):
        while state and word not in runs.steps[state]:
            state = runs.shorter[state]
            length = runs.length[state]
        if word in runs.steps[state]:
            state = runs.steps[state][word]
            length += 1
        if length > longest:
            longest, end = length, place
    return words[end - longest : end]
