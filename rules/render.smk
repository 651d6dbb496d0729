"""
This part of the workflow makes the finished editions. It reads

    document = "output/work/{language}/{edition}.json"
    attached = "output/work/{edition}.records.json", "output/work/{language}/{edition}.index.json"
    templates = "templates/**"

and writes

    html = "output/editions/{language}/{edition}.html"
    pdf = "output/editions/{language}/{edition}.pdf" for the screen and, from the same layout,
          {edition}.press.pdf and {edition}.cover.pdf of a book, and {edition}.archive.pdf with
          the records and the index attached

Settings: `accent`, `emblem`, `deliveries`, `press`, `languages` (a page links to the other languages).
"""


rule html:
    input:
        document="output/work/{language}/{edition}.json",
        templates=templates(),
        package=PACKAGE,
    output:
        "output/editions/{language}/{edition}.html",
    log:
        "output/logs/{language}/{edition}.html.log",
    params:
        made_from=lambda wildcards: behind_page(wildcards.edition, wildcards.language),
        settings=config["accent"],
        others=lambda wildcards: other_languages(wildcards.language),
    shell:
        "compendium html --document {input.document:q} --config config/config.yaml {params.others:q} "
        "--output {output:q} > {log:q} 2>&1"


rule pdf:
    input:
        document="output/work/{language}/{edition}.json",
        attached=attached(),
        templates=templates() + emblem() + press_profile(),
        package=PACKAGE,
    output:
        **pdf_files("book"),
    log:
        "output/logs/{language}/{edition}.pdf.log",
    wildcard_constraints:
        edition=editions_pattern("book"),
    priority: 1  # the longest step: if it began late, a processor would be idle at the end
    resources:
        runtime=1,  # in minutes; so its beginning is reported, too
    params:
        made_from=lambda wildcards: behind_files(wildcards.edition, wildcards.language),
        settings=[config["accent"], config.get("emblem"), config.get("press")],
        date=lambda wildcards: date_of(wildcards.edition),
        outputs=lambda wildcards, output: pdf_options(output),
        attach=lambda wildcards, input: options("attach", input.attached),
    shell:
        "SOURCE_DATE_EPOCH={params.date:q} "
        "compendium pdf --document {input.document:q} --config config/config.yaml "
        "{params.attach:q} {params.outputs:q} > {log:q} 2>&1"


use rule pdf as pdf_of_paper with:
    output:
        **pdf_files("paper"),
    wildcard_constraints:
        edition=editions_pattern("paper"),
    priority: 0
