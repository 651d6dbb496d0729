"""
This part of the workflow makes the editions that people read. It reads

    document = "output/work/{language}/{edition}.json"
    templates = "templates/**"

and writes

    html = "output/editions/{language}/{edition}.html"
    pdf = "output/editions/{language}/{edition}.pdf"

Settings: `accent`, `emblem`, `languages` (a page links to the other languages).
"""


rule html:
    input:
        document="output/work/{language}/{edition}.json",
        templates=templates(),
        package=package(),
    output:
        "output/editions/{language}/{edition}.html",
    log:
        "output/logs/{language}/{edition}.html.log",
    params:
        settings=config["accent"],
        others=lambda wildcards: other_languages(wildcards.language),
    shell:
        "compendium html --document {input.document} --config config/config.yaml {params.others} "
        "--output {output} 2>&1 | tee -i {log}"


rule pdf:
    input:
        document="output/work/{language}/{edition}.json",
        templates=templates() + emblem(),
        package=package(),
    output:
        "output/editions/{language}/{edition}.pdf",
    log:
        "output/logs/{language}/{edition}.pdf.log",
    params:
        settings=[config["accent"], config.get("emblem")],
    shell:
        "compendium pdf --document {input.document} --config config/config.yaml "
        "--output {output} 2>&1 | tee -i {log}"
