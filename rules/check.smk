"""
This part of the workflow checks the records: their form, their references, their texts. It reads

    sources = "sources/**/*.yaml"; a change of the errata alone does not run it again, for no edition
              holds them, and collate fails on an erratum that says nothing true

and writes

    findings = "output/reports/check.json"

It fails when a finding is an error, and then nothing is built. The translations are checked where
they are used, language by language, by `localise`. Settings: none.
"""


rule check:
    input:
        sources=records() + [MANIFEST],
        package=package(),
    output:
        "output/reports/check.json",
    log:
        "output/logs/check.log",
    shell:
        "compendium check --records-only --json {output} 2>&1 | tee -i {log}"
