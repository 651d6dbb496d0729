"""A program that reads what comes from outside is ended when it does not come to its end."""

from __future__ import annotations

import pytest

from compendium.untrusted.outside_programs import EndlessError, run_limited


def test_a_program_is_run() -> None:
    """What it says, and how it ended, is handed on."""
    done = run_limited(["sh", "-c", "cat; exit 3"], b"text", work=2, wait=20)
    assert (done.returncode, done.stdout) == (3, b"text")


@pytest.mark.parametrize(
    ("script", "wait"), [("while :; do :; done", 60), ("exec sleep 60", 0.2), ("kill -KILL $$", 60)]
)
def test_a_program_without_end(script: str, wait: float) -> None:
    """One that works without end, waits without end, or is killed, is given up."""
    with pytest.raises(EndlessError):
        run_limited(["sh", "-c", script], b"", work=1, wait=wait)
