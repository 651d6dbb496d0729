"""
This part of the workflow makes sure that only one build at a time runs in a folder. It writes

    lock = ".snakemake/build.lock", with the number of the process that builds

The lock is on the file, not the file itself, so it disappears with the process, even if that is
killed or the machine stops. `setup/build.sh` takes it first, and removes what a killed build left; a
plain `snakemake` takes it here, at its start. This part has no rule.
Settings: none.
"""

import fcntl

BUILD_LOCK = ".snakemake/build.lock"
held = []  # for as long as this process lives


def build_alone():
    """Take the lock of this folder, unless setup/build.sh holds it for this run.

    Raises:
        WorkflowError: if another process builds here.
    """
    if os.environ.get("COMPENDIUM_BUILD_LOCK") == os.path.realpath(BUILD_LOCK):
        return
    lock = open(BUILD_LOCK, "a+", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.seek(0)
        raise WorkflowError(f"process {lock.read().strip()} builds in this folder") from None
    lock.truncate(0)
    lock.write(f"{os.getpid()}\n")
    lock.flush()
    held.append(lock)
