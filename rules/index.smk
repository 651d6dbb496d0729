"""
This part of the workflow makes the entries of the thematic index. It reads

    records = "output/work/records.json"

and writes

    index = "output/work/{language}/{edition}.index.json"

Settings: none.
"""


rule index:
    input:
        records="output/work/records.json",
        package=package(),
    output:
        "output/work/{language}/{edition}.index.json",
    log:
        "output/logs/{language}/{edition}.index.log",
    shell:
        "compendium index --records {input.records} --edition {wildcards.edition} "
        "--language {wildcards.language} --output {output} 2>&1 | tee -i {log}"
