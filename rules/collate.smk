"""
This part of the workflow compares the records with each published document separately. It reads

    document = "sources/published/*.txt", its entry in "sources/published/documents.yaml"
    records = the gatherings that the document covers, "sources/bodies.yaml",
              "sources/topics.yaml", "sources/editions/*.yaml"
    errata = "sources/errata.yaml"

and writes

    collation = "output/reports/collation/{document}.json"

It fails if a difference has no erratum, or an erratum no difference; the editions are still made.
Settings: none.
"""


rule collate:
    input:
        manifest=MANIFEST,
        text=lambda wildcards: f"sources/published/{published()[wildcards.document]['file']}",
        gatherings=lambda wildcards: covered(wildcards.document),
        frame=frame(),
        package=PACKAGE,
    output:
        "output/reports/collation/{document}.json",
    log:
        "output/logs/collate.{document}.log",
    priority: -1  # after the editions: no step needs these reports
    params:
        made_from=lambda wildcards, input: fingerprint(
            program(), [input.manifest, input.text], input.gatherings, input.frame
        ),
    shell:
        "compendium collate --document {wildcards.document:q} --output {output:q} > {log:q} 2>&1"
