"""`python -m journeybook_cli`."""

from journeybook_cli.main import main

main()
