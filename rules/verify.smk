"""
This part of the workflow reads the finished editions again and checks them. It reads

    editions = "output/editions/{language}/*"

and writes

    page = "output/reports/verification.html"
    data = "output/reports/verification.json"

It fails when a check finds a fault. The checks of veraPDF need Java and the files that
setup/verapdf.sh fetches; without them they are skipped, and the summary says so. Settings: none.
"""


rule verify:
    input:
        editions=editions(),
        package=package(),
    output:
        page="output/reports/verification.html",
        data="output/reports/verification.json",
    log:
        "output/logs/verify.log",
    threads: 2
    shell:
        "compendium verify --processes {threads} --output {output.page} 2>&1 | tee -i {log}"
