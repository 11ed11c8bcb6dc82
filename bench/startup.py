"""How long people wait: `--help` beside an empty typer app with as many commands, and the first record of one page.

    python bench/startup.py

Each figure is the median of seven runs of a whole process, taken in turn with its peer.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[1] / "corpus" / "samples" / "hub-awards.txt"
EMPTY = """
import typer
app = typer.Typer(help="Empty.", no_args_is_help=True, add_completion=False)
{commands}
app()
"""


def seconds(*command: str) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def main() -> None:
    from champion_extract.cli import app

    count = len(app.registered_commands) + len(app.registered_groups)
    commands = "\n".join(f"@app.command()\ndef c{number}(): ...\n" for number in range(count))
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.py")
        empty.write_text(EMPTY.format(commands=commands))
        ours, theirs, first = [], [], []
        for _ in range(7):
            ours.append(seconds(sys.executable, "-m", "champion_extract", "--help"))
            theirs.append(seconds(sys.executable, str(empty), "--help"))
            first.append(seconds(sys.executable, "-m", "champion_extract", "extract", str(SAMPLE)))
    help_, empty_help = statistics.median(ours), statistics.median(theirs)
    print(f"--help                     {help_:.3f} s")
    print(f"an empty app's --help      {empty_help:.3f} s   ({count} commands)   ratio {help_ / empty_help:.2f}")
    print(f"first record of one page   {statistics.median(first):.3f} s")


if __name__ == "__main__":
    main()
