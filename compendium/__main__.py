"""`python -m compendium` is the `compendium` program."""

from compendium.cli.main import main

main()
