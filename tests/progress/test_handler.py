"""What `make editions` says: each step as it is done, and every error once."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from snakemake.common import NOTHING_TO_BE_DONE_MSG
from snakemake_interface_logger_plugins.common import LogEvent

from compendium.progress import handler
from compendium.progress.handler import LogHandler

WARNED = "a.po:3: T001 warning: it is long\n  shorten it\n"
BROKEN = "a.po:9: C003 error: broken PO: a quotation mark is not closed\n  mend the line\n"


@pytest.fixture
def telling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LogHandler]:
    """The handler of a run in an empty folder."""
    monkeypatch.chdir(tmp_path)
    before = signal.getsignal(signal.SIGINT)
    yield LogHandler(None, None)  # type: ignore[arg-type] # it asks for no settings
    signal.signal(signal.SIGINT, before)


def tell(telling: LogHandler, event: LogEvent | None, **fields: Any) -> None:
    """Hand a record of Snakemake to the handler."""
    record = {"levelno": logging.INFO, "msg": "x"} | fields
    telling.emit(logging.makeLogRecord(record | ({"event": event} if event else {})))


def step(telling: LogHandler, number: int, *, said: str = "", **resources: int) -> dict[str, Any]:
    """Begin a step of a rule; what its command says stands in its log."""
    log = Path(f"{number}.log")
    log.write_text(said, encoding="utf-8")
    fields = {"jobid": number, "rule_name": "localise", "log": [str(log)]}
    wildcards = {"language": "fr", "edition": "book"}
    tell(telling, LogEvent.JOB_INFO, **fields, wildcards=wildcards, resources=resources)
    return fields


def test_a_step_is_told_when_it_is_done(
    telling: LogHandler, capsys: pytest.CaptureFixture[str]
) -> None:
    """The end of a step shows the last line of its command, and which of how many it was."""
    step(telling, 1, said=f"{WARNED}fr/book: 9 texts\n")
    tell(telling, LogEvent.JOB_FINISHED, job_id=1)
    tell(telling, LogEvent.PROGRESS, done=1, total=4)
    assert capsys.readouterr().out == "fr/book: 9 texts\n-- 1 of 4: localise fr/book\n"


def test_a_long_step_is_told_when_it_begins(
    telling: LogHandler, capsys: pytest.CaptureFixture[str]
) -> None:
    """A step that takes minutes is named at its start; what its command said last is progress."""
    step(telling, 1, said="Step 7\n", runtime=1)
    assert capsys.readouterr().out == "-- begun: localise fr/book\n"
    tell(telling, LogEvent.JOB_FINISHED, job_id=1)
    assert capsys.readouterr().out == ""


def test_an_error_is_told_once(telling: LogHandler, capsys: pytest.CaptureFixture[str]) -> None:
    """Steps that meet one error name it once, without warnings; each failed step is named."""
    for number in (1, 2):
        failed = step(telling, number, said=f"{WARNED}{BROKEN}{number} files were read\n")
        tell(telling, LogEvent.ERROR, levelno=logging.ERROR, msg="RuleException: 1.smk")
        tell(telling, LogEvent.JOB_ERROR, levelno=logging.ERROR, **failed)
    telling.close()
    assert capsys.readouterr().out == (
        f"{BROKEN}1 files were read\n-- failed: localise fr/book (1.log)\n"
        "2 files were read\n-- failed: localise fr/book (2.log)\n"
    )


def test_a_fault_of_the_workflow_is_told(
    telling: LogHandler, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no step has failed, an error of Snakemake is shown, but nothing that only informs."""
    tell(telling, None, msg="Building DAG of jobs...")
    tell(telling, LogEvent.ERROR, levelno=logging.ERROR, msg="MissingInputException: no a.yaml")
    telling.close()
    assert capsys.readouterr().out == "MissingInputException: no a.yaml\n"


def test_nothing_to_do(telling: LogHandler, capsys: pytest.CaptureFixture[str]) -> None:
    """A run that finds every file as it should be says so."""
    tell(telling, None, msg=NOTHING_TO_BE_DONE_MSG)
    assert capsys.readouterr().out.startswith("nothing to do: ")


def test_a_stopped_build_tells_nothing_more(
    telling: LogHandler, capsys: pytest.CaptureFixture[str]
) -> None:
    """What an interrupt makes of the steps at work is no failure of theirs."""
    failed = step(telling, 1)
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
    tell(telling, LogEvent.JOB_ERROR, levelno=logging.ERROR, **failed)
    telling.close()
    assert capsys.readouterr().out == ""


def test_a_full_disk_begins_no_other_step(
    telling: LogHandler, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first step that fails for want of space ends the run; that is told at its end."""
    monkeypatch.setattr(handler, "ROOM", 1 << 70)  # more than any disk has
    ended: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: ended.append(number))
    try:
        for number in (1, 2):
            failed = step(telling, number)
            tell(telling, LogEvent.JOB_ERROR, levelno=logging.ERROR, **failed)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert ended == [signal.SIGTERM]
    assert capsys.readouterr().out == ""
