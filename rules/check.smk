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

from compendium.progress.record_check import check_records


onstart:
    build_alone()
    check_records()
