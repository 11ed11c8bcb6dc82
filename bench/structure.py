"""Speed of sections and nominees: words a second on made-up pages, and how time grows on hostile input.

    python bench/structure.py [--repeat 3]

Prints words a second (best of the repeats) of ``find_sections`` and ``find_nominees`` together, on pages of four
layouts, and for each kind of hostile text the time at one size and at twice that size: a ratio near 2 is linear.
"""

from __future__ import annotations

import argparse
import time

from champion_extract.finding.nominees import find_nominees
from champion_extract.finding.sections import find_sections

_PROSE = (
    "Pupils in Years 8 and 9 spent a day with engineers from the firm, and more than 1,200 young people have taken "
    "part since the project began. The headteacher said that the visits had changed what families in the town expect "
    "of the school, and that staff now plan lessons around them. Attendance rose by a tenth over the year, and three "
    "in four leavers went on to an apprenticeship, a college course or a job with training. "
)
_HEADED = "# Fenland Careers Awards 2024\n\nThe awards celebrate work with young people.\n\n" + "".join(
    f"## Theme {number} of the Year\n\nThis award recognises work with schools.\n\n"
    f"### Anytown School {number}\n\n{_PROSE}\n\n"
    f"The judges said: “A fine example, plainly told.”\n\n### Hadrian Works {number} Ltd\n\n{_PROSE}\n\n"
    for number in range(1, 9)
)
_LINES = "Fenland Careers Awards 2024: the winners\n\n" + "".join(
    f"Partner of the Year {number}: Hadrian Works Ltd, Anytown\nHighly commended: Anytown School; Othertown College\n\n"
    for number in range(1, 25)
)
_RELEASE = "Anytown School wins national careers award\n\n" + "".join(
    f"Anytown School was named School of the Year at the Fenland Careers Awards 2024, "
    f"while Hadrian Works Ltd won Employer of the Year. {_PROSE}\n\n"
    for _ in range(8)
)
_BLOG = "Careers week in review\n\n" + "".join(f"{_PROSE}\n\n" for _ in range(16))
PAGES = {"headings": _HEADED, "lines": _LINES, "release": _RELEASE, "blog": _BLOG}

HOSTILE = {
    "blank lines": "\n",
    "spaces": " ",
    "bullets": "• a\n",
    "bare bullets": "•",
    "headings": "# Winner\n\n",
    "short lines": "Best School\n",
    "labels": "Winner: ",
    "categories": "Award of the Year ",
    "capitals": "Winner And ",
    "commas": "Winner, ",
    "brackets": "(winner",
    "bars": "| ",
    "won": "X won the Y Award and ",
    "form feeds": "a\f",
}


def seconds(text: str) -> float:
    """Processor time that both finders take for ``text``; other work on the machine does not count."""
    start = time.process_time()
    find_nominees(text, find_sections(text), (), ())
    return time.process_time() - start


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--size", type=int, default=100_000, help="characters of the smaller hostile text")
    options = parser.parse_args()
    total = words = 0.0
    for name, page in PAGES.items():
        count = len(page.split())
        best = min(seconds(page * 4) / 4 for _ in range(options.repeat + 1))
        total, words = total + best, words + count
        print(f"{name:14} {count / best:>10,.0f} words/s")
    print(f"{'all':14} {words / total:>10,.0f} words/s")
    seconds("Winner: X\n")
    for name, piece in HOSTILE.items():
        small, large = (piece * (options.size * factor // len(piece)) for factor in (1, 2))
        first, second = seconds(small), seconds(large)
        print(f"{name:14} {first:8.3f} s {second:8.3f} s   ratio {second / max(first, 1e-4):.1f}")


if __name__ == "__main__":
    main()
