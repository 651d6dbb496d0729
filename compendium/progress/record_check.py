"""Checks the records before the first step of a build, and logs the check as a step."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from snakemake.exceptions import WorkflowError
from snakemake.logging import logger
from snakemake_interface_logger_plugins.common import LogEvent

COMMAND = "compendium check --records-only --all --json output/reports/check.json"
LOG = Path("output/logs/check.log")


def check_records() -> None:
    """Check the records in the folder of the build; the output of the command is in its log.

    Raises:
        WorkflowError: if the check finds an error, after logging the failed step.
    """
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("wb") as log:
        completed = subprocess.run(
            COMMAND.split(), stdout=log, stderr=subprocess.STDOUT, check=False
        )
    if completed.returncode:
        event: dict[str, Any] = {
            "rule_name": "check",
            "rule_msg": None,
            "jobid": 0,
            "input": [],
            "output": [],
        }
        event |= {"log": [str(LOG)], "shellcmd": COMMAND, "conda_env": None, "aux": {}}
        logger.error("Error in check", extra={"event": LogEvent.JOB_ERROR, **event})
        raise WorkflowError(f"the records have errors (see {LOG})")
