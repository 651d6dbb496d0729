"""
This part of the workflow takes the fingerprint of the program, behind whose commands Snakemake sees
no change. It reads

    program = "compendium/**"

and writes

    package = "output/work/package.sha256"

and every other rule reads that one file. If each of them named the files of the program, Snakemake
would look at all of these for all waiting jobs many times a second, and take a fifth of the processors
for it (version 9.27: it plans anew a second after each step, and again after each such plan).
Settings: none.
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
