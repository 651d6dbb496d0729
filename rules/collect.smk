"""
This part of the workflow collects into one file the records that an edition can show. It reads

    sources = the definition of the edition, "sources/bodies.yaml", "sources/topics.yaml", and the
              gatherings of its bodies, up to the last one in the edition (`as_of`)

and writes

    records = "output/work/{edition}.records.json"

Settings: none.
"""


rule collect:
    input:
        sources=lambda wildcards: records(wildcards.edition),
        package=PACKAGE,
    output:
        "output/work/{edition}.records.json",
    log:
        "output/logs/{edition}.collect.log",
    params:
        made_from=lambda wildcards: fingerprint(program(), records(wildcards.edition)),
    shell:
        "compendium collect --edition {wildcards.edition:q} --output {output:q} > {log:q} 2>&1"
