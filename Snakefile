"""
The workflow of the compendium, in working order:

    check -> collect -> prepare (localise, index, compose) -> html, pdf -> verify
          -> collate, once for each published document

Every rule runs the command of the program with the same name, and writes the output of that command
to output/logs/ as well as to the screen. There are two exceptions: `check` is not a rule, and the
rule `package` has no command; rules/check.smk and rules/package.smk explain why.
Settings: config/config.yaml.
"""

from snakemake.utils import min_version, validate

min_version("9.20")


configfile: "config/config.yaml"


validate(config, "sources/schema/settings.schema.json")


# The system for which the set-up is written. Only a run with containers uses it.
container: "docker://debian:bookworm"


wildcard_constraints:
    language="[a-z]{2}",
    edition="[a-z][a-z0-9-]*",
    document="[a-z0-9][a-z0-9-]*",


include: "rules/inputs.smk"
include: "rules/contents.smk"
include: "rules/alone.smk"
include: "rules/kept.smk"
include: "rules/package.smk"
include: "rules/check.smk"
include: "rules/collate.smk"
include: "rules/collect.smk"
include: "rules/changes.smk"
include: "rules/prepare.smk"
include: "rules/render.smk"
include: "rules/verify.smk"


localrules:
    all,


rule all:
    default_target: True
    input:
        editions(),
        "output/reports/verified",
        collations(),
