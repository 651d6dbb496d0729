"""
This part of the workflow compares the records with those from which an edition was last published,
if the edition reports the changes (`published_from` and `new_since` in its definition). It reads

    sources = "sources/**/*.yaml" except the list of fetched documents
    kept = the file of records that the definition names, unless it names a commit

and writes

    changes = "output/work/{edition}.changes.json"

Settings: none.
"""


rule changes:
    input:
        sources=comparable(),
        kept=lambda wildcards: kept_state(wildcards.edition),
        package=PACKAGE,
    output:
        "output/work/{edition}.changes.json",
    log:
        "output/logs/{edition}.changes.log",
    params:
        made_from=lambda wildcards: fingerprint(
            program(), comparable(), kept_state(wildcards.edition)
        ),
    shell:
        "compendium changes --since {wildcards.edition:q} --format json "
        "--output {output:q} > {log:q} 2>&1"
