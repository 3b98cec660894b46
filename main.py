"""Start the coach: `python main.py` opens it, `python main.py --help` lists what else it does."""

import sys

if not (3, 11) <= sys.version_info[:2] <= (3, 14):
    sys.exit("The coach needs Python 3.11 to 3.14. Start it with `make run`, which finds one.")
try:
    import typer  # noqa: F401
except ImportError:
    sys.exit("The coach's packages are not installed here. Start it with `make run`.")
from coach.cli import main

sys.exit(main())
