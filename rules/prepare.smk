"""
This part of the workflow prepares an edition in one language: it resolves every text that the edition
can show, makes the entries of the thematic index, and composes the edition as one document, in
Pandoc's JSON. It reads

    records = "output/work/{edition}.records.json"
    catalogues = in "translations/{language}/", the catalogues of the gatherings in the edition, of
                 the topics with their order, and of the frames; "translations/terms.csv"
    changes = "output/work/{edition}.changes.json", for an edition that reports what changed since
              it was last published

and writes

    texts = "output/work/{language}/{edition}.texts.json"
    index = "output/work/{language}/{edition}.index.json"
    document = "output/work/{language}/{edition}.json"

The command does what `localise`, `index` and `compose` do one after the other: as three rules, they
would take a third to two thirds longer, because each command starts and reads its input.
It fails if the check of these catalogues finds an error. A text that is missing or fuzzy stays in the
language of the records, and is marked. With the setting `require`, a text below that state stops the
edition in this language. Settings: `require`, `document_address`.
"""


rule prepare:
    input:
        records="output/work/{edition}.records.json",
        catalogues=lambda wildcards: catalogues(wildcards.language, wildcards.edition),
        changes=lambda wildcards: changes(wildcards.edition),
        package=PACKAGE,
    output:
        texts="output/work/{language}/{edition}.texts.json",
        index="output/work/{language}/{edition}.index.json",
        document="output/work/{language}/{edition}.json",
    log:
        "output/logs/{language}/{edition}.prepare.log",
    params:
        made_from=lambda wildcards: behind_texts(wildcards.edition, wildcards.language),
        require=options("require", [config["require"]] if config["require"] else []),
        settings=lambda wildcards: config["document_address"],
        changes=lambda wildcards, input: options("changes", input.changes),
    shell:
        "compendium prepare --records {input.records:q} --language {wildcards.language:q} "
        "{params.require:q} --edition {wildcards.edition:q} {params.changes:q} "
        "--config config/config.yaml --output-texts {output.texts:q} --output-index {output.index:q} "
        "--output {output.document:q} > {log:q} 2>&1"
