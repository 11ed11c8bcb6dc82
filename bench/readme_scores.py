"""Puts the score table that `champion-extract evaluate corpus/dev --markdown` prints into the README.

python bench/readme_scores.py
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    command = [sys.executable, "-m", "champion_extract", "evaluate", "corpus/dev", "--markdown"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
    intervals, table = printed.split("\n\n")[:2]
    readme = ROOT / "README.md"
    about = f"On the development split, `corpus/dev`, which the rules have seen (`make scores`). {intervals}"
    block = f"<!-- scores -->\n{about}\n\n{table}\n<!-- /scores -->"
    text = re.sub("<!-- scores -->.*?<!-- /scores -->", lambda _: block, readme.read_text("utf-8"), flags=re.DOTALL)
    readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
