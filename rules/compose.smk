"""
This part of the workflow composes an edition as one document, in Pandoc's JSON. It reads

    texts = "output/work/{language}/{edition}.texts.json"
    index = "output/work/{language}/{edition}.index.json"
    changes = "output/work/{edition}.changes.json", for an edition that reports what changed since
              it was last published

and writes

    document = "output/work/{language}/{edition}.json"

Settings: `document_address`.
"""


rule compose:
    input:
        texts="output/work/{language}/{edition}.texts.json",
        index="output/work/{language}/{edition}.index.json",
        changes=lambda wildcards: changes(wildcards.edition),
        package=PACKAGE,
    output:
        "output/work/{language}/{edition}.json",
    log:
        "output/logs/{language}/{edition}.compose.log",
    params:
        made_from=lambda wildcards: behind_texts(wildcards.edition, wildcards.language),
        settings=lambda wildcards: config["document_address"],
        changes=lambda wildcards, input: options("changes", input.changes),
    shell:
        "compendium compose --texts {input.texts:q} --index {input.index:q} "
        "--edition {wildcards.edition:q} {params.changes:q} "
        "--config config/config.yaml --output {output:q} > {log:q} 2>&1"
