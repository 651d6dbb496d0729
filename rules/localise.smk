"""
This part of the workflow resolves every text of the records in one language. It reads

    records = "output/work/records.json"
    catalogues = "translations/{language}/**/*.po", "translations/{language}/topics-order.yaml" and
                 "translations/terms.csv"

and writes

    texts = "output/work/{language}/texts.json"

It fails when the check of the catalogues finds an error. A text that is missing or fuzzy stays in the language of the records, and says so. With the setting
`require`, a text below that state stops the build. Settings: `require`.
"""


rule localise:
    input:
        records="output/work/records.json",
        catalogues=lambda wildcards: catalogues(wildcards.language),
        package=package(),
    output:
        "output/work/{language}/texts.json",
    log:
        "output/logs/{language}/localise.log",
    params:
        require=f"--require {config['require']}" if config["require"] else "",
    shell:
        "compendium localise --records {input.records} --language {wildcards.language} "
        "{params.require} --output {output} 2>&1 | tee -i {log}"
