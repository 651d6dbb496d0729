"""
This part of the workflow composes an edition as one document, in Pandoc's JSON. It reads

    records = "output/work/records.json"
    index = "output/work/{language}/{edition}.index.json"

and writes

    document = "output/work/{language}/{edition}.json"

Settings: `document_address`.
"""


rule compose:
    input:
        records="output/work/records.json",
        index="output/work/{language}/{edition}.index.json",
        package=package(),
    output:
        "output/work/{language}/{edition}.json",
    log:
        "output/logs/{language}/{edition}.compose.log",
    params:
        settings=lambda wildcards: config["document_address"],
    shell:
        "compendium compose --records {input.records} --index {input.index} "
        "--edition {wildcards.edition} --language {wildcards.language} "
        "--config config/config.yaml --output {output} 2>&1 | tee -i {log}"
