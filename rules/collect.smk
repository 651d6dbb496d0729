"""
This part of the workflow collects into one file what an edition can show. It reads

    sources = the definition of the edition, "sources/bodies.yaml", "sources/topics.yaml", and the
              gatherings of its bodies, as far as it knows them (`as_of`)

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
