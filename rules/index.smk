"""
This part of the workflow makes the entries of the thematic index. It reads

    texts = "output/work/{language}/{edition}.texts.json"

and writes

    index = "output/work/{language}/{edition}.index.json"

Settings: none.
"""


rule index:
    input:
        texts="output/work/{language}/{edition}.texts.json",
        package=PACKAGE,
    output:
        "output/work/{language}/{edition}.index.json",
    log:
        "output/logs/{language}/{edition}.index.log",
    params:
        made_from=lambda wildcards: behind_texts(wildcards.edition, wildcards.language),
    shell:
        "compendium index --texts {input.texts:q} --edition {wildcards.edition:q} "
        "--output {output:q} > {log:q} 2>&1"
