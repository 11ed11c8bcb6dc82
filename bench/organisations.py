"""Print how fast organisations and other names are found, and that hostile text costs no more than its length.

Run ``python bench/organisations.py``. Text is built from the package's own tables, with about one word in five in a
name. Standard library and the package only.
"""

from __future__ import annotations

import random
import time

from champion_extract.finding.organisations import find_names
from champion_extract.tables.known_bodies import known_bodies

WORDS = 200_000
SENTENCES = (
    "Pupils at {a} met engineers from {b} and {c} last term, and said that it had helped them to choose.",
    "{a} has worked with {b} for five years, with more than 600 young people taking part in visits and talks.",
    "Judges praised {a} for its work with special schools, and commended {b} for reaching every pupil in Year 9.",
    "Jo Winters, careers leader at {a}, said that reading about a job was not the same as seeing it.",
    "The firm, which employs 96 people, offered each of them an interview, a day in the workshop and a letter.",
)
HOSTILE = (
    "A ",
    "A&",
    "Leeds and ",
    "St. ",
    "School ",
    "Leeds, ",
    "a-on-",
    "(NFCA) ",
    "X's ",
    "Aa",
    "http://",
    "The ",
    "É",
    "’",
)


def main() -> None:
    """Measure and print."""
    started = time.perf_counter()
    find_names("Warm Limited")
    print(f"tables and first call: {(time.perf_counter() - started) * 1000:.0f} ms")
    rng = random.Random(5)
    names = [body.name for body in known_bodies()]
    parts: list[str] = []
    count = 0
    while count < WORDS:
        chosen = rng.sample(names, 3)
        sentence = rng.choice(SENTENCES).format(a=chosen[0], b=chosen[1], c=chosen[2])
        count += len(sentence.split())
        parts.append(sentence)
    documents = [" ".join(parts[at : at + 40]) for at in range(0, len(parts), 40)]
    best = 0.0
    for _ in range(3):
        started = time.perf_counter()
        found = sum(len(find_names(document).organisations) for document in documents)
        best = max(best, count / (time.perf_counter() - started))
    print(f"find_names: {best:,.0f} words/s ({count:,} words, {len(documents)} documents, {found:,} found)")
    for unit in HOSTILE:
        seconds = []
        for size in (100_000, 200_000):
            text = unit * (size // len(unit))
            started = time.perf_counter()
            find_names(text)
            seconds.append(time.perf_counter() - started)
        print(f"{unit!r:12} 100,000 characters {seconds[0]:.3f} s, doubled: {seconds[1] / seconds[0]:.2f} times")


if __name__ == "__main__":
    main()
