"""
This part of the workflow collects the sources into one file. It reads

    sources = "sources/**/*.yaml" but the published documents and the errata, when they passed
              "output/reports/check.json"

and writes

    records = "output/work/records.json"

Settings: none.
"""


rule collect:
    input:
        sources=records(),
        checked="output/reports/check.json",
        package=package(),
    output:
        "output/work/records.json",
    log:
        "output/logs/collect.log",
    shell:
        "compendium collect --output {output} 2>&1 | tee -i {log}"
