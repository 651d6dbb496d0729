"""
This part of the workflow composes an edition as one document, in Pandoc's JSON. It reads

    texts = "output/work/{language}/texts.json"
    index = "output/work/{language}/{edition}.index.json"

and writes

    document = "output/work/{language}/{edition}.json"

Settings: `document_address`.
"""


rule compose:
    input:
        texts="output/work/{language}/texts.json",
        index="output/work/{language}/{edition}.index.json",
        package=package(),
    output:
        "output/work/{language}/{edition}.json",
    log:
        "output/logs/{language}/{edition}.compose.log",
    params:
        settings=lambda wildcards: config["document_address"],
    shell:
        "compendium compose --texts {input.texts} --index {input.index} "
        "--edition {wildcards.edition} "
        "--config config/config.yaml --output {output} 2>&1 | tee -i {log}"
