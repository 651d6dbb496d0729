"""
This part of the workflow takes the fingerprint of the program, because Snakemake does not notice
changes behind the program's commands. It reads

    program = "compendium/**"

and writes

    package = "output/work/package.sha256"

which every other rule reads. If each rule named the files of the program, Snakemake would examine all
of them for all waiting jobs many times a second, which takes a fifth of the processors (version 9.27
plans again a second after each step, and again after each such plan). Settings: none.
"""


rule package:
    input:
        program=program(),
    output:
        PACKAGE,
    log:
        "output/logs/package.log",
    params:
        made_from=fingerprint(program()),
    shell:
        "sha256sum {input:q} < /dev/null > {output:q} 2> {log:q}"
