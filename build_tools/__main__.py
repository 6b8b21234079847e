"""`python -m build_tools` is the command `dossier`."""

from build_tools.cli import main

main()
