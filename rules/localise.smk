"""
This part of the workflow resolves every text that an edition can show in one language. It reads

    records = "output/work/{edition}.records.json"
    catalogues = in "translations/{language}/", the catalogues of the gatherings in the edition, of
                 the topics with their order, and of the frames; "translations/terms.csv"

and writes

    texts = "output/work/{language}/{edition}.texts.json"

It fails if the check of these catalogues finds an error. A text that is missing or fuzzy stays in the
language of the records, and is marked. With the setting `require`, a text below that state stops the
edition in this language. Settings: `require`.
"""


rule localise:
    input:
        records="output/work/{edition}.records.json",
        catalogues=lambda wildcards: catalogues(wildcards.language, wildcards.edition),
        package=PACKAGE,
    output:
        "output/work/{language}/{edition}.texts.json",
    log:
        "output/logs/{language}/{edition}.localise.log",
    params:
        made_from=lambda wildcards: behind_texts(wildcards.edition, wildcards.language),
        require=options("require", [config["require"]] if config["require"] else []),
    shell:
        "compendium localise --records {input.records:q} --language {wildcards.language:q} "
        "{params.require:q} --output {output:q} > {log:q} 2>&1"
