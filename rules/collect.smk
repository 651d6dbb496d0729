"""
This part of the workflow collects the sources into one file. It reads

    sources = "sources/**/*.yaml" without the errata, when "output/reports/check.json" says that they
              passed

and writes

    records = "output/work/records.json"

Settings: none.
"""


rule collect:
    input:
        sources=[path for path in records() if path != ERRATA],
        checked=ancient("output/reports/check.json"),  # must be there; its age says nothing
        package=package(),
    output:
        "output/work/records.json",
    log:
        "output/logs/collect.log",
    shell:
        "compendium collect --output {output} 2>&1 | tee -i {log}"
