"""
This part of the workflow checks the records: their form, their references, their texts. It reads

    sources = "sources/**"

and writes

    findings = "output/reports/check.json"

It is no rule, but what a run does before its first step, and when a finding is an error the run ends
there. As a rule it would stand before every other: a word of one meeting would then make all editions
again, also those that end before that meeting. (Snakemake runs what depends on a step that it runs;
where the input is `ancient()`, version 9.27 overlooks that other inputs changed, and after a
`checkpoint` that failed it finds nothing to do.) The translations are checked where they are used, by
`localise`. Settings: none.
"""


import subprocess

from snakemake.logging import logger
from snakemake_interface_logger_plugins.common import LogEvent

CHECK_LOG = "output/logs/check.log"


def check_records():
    """Check the records; a step that fails is told of as Snakemake tells of a rule.

    Raises:
        WorkflowError: if the check finds an error.
    """
    Path(CHECK_LOG).parent.mkdir(parents=True, exist_ok=True)
    command = "compendium check --records-only --all --json output/reports/check.json".split()
    with open(CHECK_LOG, "w", encoding="utf-8") as log:
        done = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT)
    if done.returncode:
        told = dict(rule_name="check", rule_msg=None, jobid=0, input=[], output=[], aux={})
        told |= dict(log=[CHECK_LOG], shellcmd=" ".join(command), conda_env=None)
        logger.error("Error in check", extra=dict(event=LogEvent.JOB_ERROR, **told))
        raise WorkflowError(f"the records have errors (see {CHECK_LOG})")


onstart:
    build_alone()
    check_records()
