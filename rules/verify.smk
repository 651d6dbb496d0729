"""
This part of the workflow checks the finished editions. It reads

    editions = "output/editions/{language}/*"

and writes

    page = "output/reports/verification.html"
    data = "output/reports/verification.json"
    verified = "output/reports/verified", an empty file, only if no fault was found: Snakemake removes
               the outputs of a rule that fails, but the report must remain

It fails if a check finds a fault. A file that passed all checks in an earlier build, and that has not
changed since, is not read again (rules/kept.smk). The checks of veraPDF need Java and the files that setup/verapdf.sh
fetches; without them, they are skipped, and the summary says so. As soon as they are installed, the
editions are verified again.
Settings: `languages`.
"""

from compendium.verifying.verapdf import find_verapdf


rule verify:
    input:
        editions=editions(),
        package=PACKAGE,
    output:
        verified=touch("output/reports/verified"),
    log:
        "output/logs/verify.log",
    threads: 2
    params:
        made_from=[
            behind_files(edition, language)
            for edition in config["editions"]
            for language in config["languages"]
        ],
        page="output/reports/verification.html",
        validated=find_verapdf(Path(".cache/verapdf")) is not None,
        languages=options("language", config["languages"]),
    shell:
        "compendium verify --processes {threads} {params.languages:q} --output {params.page:q} "
        "> {log:q} 2>&1"
