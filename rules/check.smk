"""
This part of the workflow checks the records: their form, their references, their texts. It reads

    sources = "sources/**"

and writes

    findings = "output/reports/check.json"

It is not a rule, but runs before the first step; if a finding is an error, the run ends there. As a
rule it would precede every other rule, so that one word of one meeting would rebuild all editions,
even those that end before that meeting. (Snakemake runs everything that depends on a step that it
runs. With `ancient()` inputs, version 9.27 overlooks changes of other inputs, and after a failed
`checkpoint` it finds nothing to do.) The translations are checked by `prepare`, which uses them.
Settings: none.
"""

from compendium.progress.record_check import check_records


onstart:
    build_alone()
    check_records()
