"""``python -m champion_extract``: the same as the command ``champion-extract``."""

from champion_extract.cli import main

main()
