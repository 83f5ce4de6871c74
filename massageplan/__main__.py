"""`python -m massageplan` is `mplan`."""

from massageplan.cli.main import main

main()
