"""Prints how well and how fast ``parse_quantities`` reads numbers, on outside data where it is present.

    python bench/quantities.py [--data ../shared/data/numbers] [--errors SUBSET]

- r-text (CQE, Almasian et al. 2023): value F1 per subset, micro-averaged over its quantities. Its gold has no ranks,
  years, dates and year groups, so ours are dropped first; a range is one value, written "40-50".
- MeasEval (SemEval-2021 task 8): overlap F1 of quantity spans and accuracy of the modifiers approximate and range.
- speed in words a second, and how much longer twice the text takes, on hostile text too.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from collections.abc import Callable
from pathlib import Path

from champion_extract.finding.facts import Quantity
from champion_extract.finding.numbers import parse_quantities

# Published figures on the same sentences: value F1 of CQE, and of quantulum3 as measured by CQE's authors on NewsQuant.
CQE = {"age": 0.933, "currency": 0.842, "dimension": 0.865, "temperature": 0.957}
NOT_IN_GOLD = {"rank", "year", "date", "year_group"}
# Faults of the gold itself, by subset and kind; our figures are not corrected for them.
GOLD_FAULTS = {
    "currency": "quantities left out (both ends of 'from A to B' after text was cut); thirds rounded to two decimals",
    "dimension": "labels counted (no. 1, 9-iron, f/4-5.6); a trap '2 pm' counted; some numbers in names counted",
    "age": "none found",
    "temperature": "none found",
}


def gold_value(raw: str, unit: str) -> tuple[float, ...]:
    """Return the ends of a gold value: "5" -> (5,), "40-50" -> (40, 50); cents as parts of their currency."""
    body, sign = (raw[1:], -1.0) if raw.startswith("-") else (raw, 1.0)
    ends = [float(part) for part in body.split("-") if part]
    ends[0] *= sign
    factor = 0.01 if unit.split(" ")[0] in ("cent", "pence", "penny") else 1.0
    return tuple(round(end * factor, 2) for end in ends)


def our_value(found: Quantity) -> tuple[float, ...]:
    """Return the ends of a value that we found, as the gold writes them (two decimals)."""
    ends = (found.value,) if found.upper is None else (found.value, found.upper)
    return tuple(round(float(end), 2) for end in ends)


def f1(right: int, found: int, gold: int) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def r_text(folder: Path, show: str | None) -> dict[str, float]:
    """Print value F1 on each subset of r-text, and return it, with that of all together as "all"."""
    totals = [0, 0, 0]
    scores: dict[str, float] = {}
    print(f"{'r-text':14}{'P':>7}{'R':>7}{'F1':>7}{'CQE':>8}   known faults of the gold")
    for subset in ("age", "currency", "dimension", "temperature"):
        right = found = gold = 0
        for entry in json.loads((folder / f"{subset}.json").read_text(encoding="utf-8")):
            wanted = [gold_value(item["value"], item["normalized_unit"]) for item in entry["quantities"]]
            ours = [our_value(item) for item in parse_quantities(entry["text"]) if item.unit not in NOT_IN_GOLD]
            left = list(ours)
            missed = []
            for value in wanted:
                if value in left:
                    left.remove(value)
                else:
                    missed.append(value)
            right += len(wanted) - len(missed)
            found += len(ours)
            gold += len(wanted)
            if show == subset and (missed or left):
                print(f"  missed {missed} extra {left}: {entry['text']}")
        totals = [totals[0] + right, totals[1] + found, totals[2] + gold]
        precision, recall, score = f1(right, found, gold)
        scores[subset] = score
        print(f"{subset:14}{precision:7.3f}{recall:7.3f}{score:7.3f}{CQE[subset]:8.3f}   {GOLD_FAULTS[subset]}")
    precision, recall, score = f1(*totals)
    print(f"{'all':14}{precision:7.3f}{recall:7.3f}{score:7.3f}{'':8}")
    return {**scores, "all": score}


def measeval(folder: Path, show: bool) -> None:
    """Print the overlap F1 of quantity spans on MeasEval, and how often modifiers agree on those that match."""
    right = found = gold = 0
    agree = {"IsApproximate": [0, 0], "IsRange": [0, 0]}
    for path in sorted((folder / "tsv").glob("*.tsv")):
        text = (folder / "text" / f"{path.stem}.txt").read_text(encoding="utf-8")
        ours = [item for item in parse_quantities(text) if item.unit not in ("rank",)]
        wanted: list[tuple[int, int, str]] = []
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["annotType"] == "Quantity":
                    wanted.append((int(row["startOffset"]), int(row["endOffset"]), row["other"] or ""))
        hit: set[int] = set()
        for start, end, other in wanted:
            near = [item for item in ours if item.start < end and start < item.end]
            if not near:
                if show:
                    print(f"  missed {text[start:end]!r}")
                continue
            right += 1
            hit.update(item.start for item in near)
            agree["IsApproximate"][0] += ("IsApproximate" in other) == any(item.comparator == "approx" for item in near)
            agree["IsRange"][0] += ("IsRange" in other) == any(item.upper is not None for item in near)
            for counts in agree.values():
                counts[1] += 1
        found += len([item for item in ours if item.start not in hit]) + len([w for w in wanted if _hit(w, ours)])
        gold += len(wanted)
    precision, recall, score = f1(right, found, gold)
    print(f"MeasEval spans  P {precision:.3f}  R {recall:.3f}  F1 {score:.3f} (overlap), of {gold}")
    for name, (same, of) in agree.items():
        print(f"MeasEval {name}: agrees on {same / of if of else 0:.3f} of {of} matched")


def _hit(wanted: tuple[int, int, str], ours: list[Quantity]) -> bool:
    return any(item.start < wanted[1] and wanted[0] < item.end for item in ours)


PROSE = (
    "The careers team has worked with more than 1,250 students and 34 employers since 2019, and just under 40% of the "
    "pupils in Years 8-13 said that the visits had changed their plans. Staff were delighted by the warm words of the "
    "judges, who praised the way in which the college brings together parents, teachers and firms from far and wide. "
    "It aims to reach 500 more young people by 2030, with a budget of £45k a year and two new advisers. \n\n"
    "Our selection panel said that the work is easily shared, and that the listening done at the start shows. "
)

PLAIN = (
    "Pupils came back to class full of questions, and several have since asked to go on working there. Parents wrote "
    "to thank the team, and the governors now hear about careers at each of their meetings. What began as an idea in "
    "the staff room has become part of the way in which the school thinks about what comes next for its leavers. \n\n"
)

HOSTILE: dict[str, Callable[[int], str]] = {
    "prose": lambda size: (PROSE + PLAIN * 2) * (size // len(PROSE + PLAIN * 2) + 1),
    "dense prose": lambda size: PROSE * (size // len(PROSE) + 1),
    "digits": lambda size: "7" * size,
    "digits, spaced": lambda size: "7 " * (size // 2),
    "commas": lambda size: "1," * (size // 2),
    "thousands": lambda size: "123,456 " * (size // 8),
    "hyphens": lambda size: "1-" * (size // 2),
    "only hyphens": lambda size: "-" * size,
    "one and one": lambda size: "one and " * (size // 8),
    "hundred and": lambda size: "a hundred and one thousand and " * (size // 31),
    "years": lambda size: "Years 7, 8, 9, " * (size // 15),
    "pounds": lambda size: "£1m to £2m or " * (size // 14),
    "slashes": lambda size: "1/2/" * (size // 4),
    "colons": lambda size: "1:" * (size // 2),
    "no spaces": lambda size: "ab1.com/" * (size // 8),
    "of the": lambda size: "one of the " * (size // 11),
    "line feeds": lambda size: "1\n" * (size // 2),
    "half": lambda size: "half a " * (size // 7),
    "level": lambda size: "Level 1, 2 and " * (size // 15),
    "rose": lambda size: "rose from 1 to 2 " * (size // 17),
    "adjectives": lambda size: "12 " + "very happy " * (size // 11),
    "phone": lambda size: "0117 496 " * (size // 9),
}


def seconds(text: str) -> float:
    """Return the least of three timings of ``parse_quantities`` on ``text``."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        parse_quantities(text)
        best = min(best, time.process_time() - start)
    return best


def speed(size: int) -> None:
    """Print words a second on prose and the cost of doubling each text, from ``size`` characters."""
    for text in (HOSTILE["prose"](size), HOSTILE["dense prose"](size)):
        words, found = len(text.split()), len(parse_quantities(text))
        print(f"speed: {words / seconds(text):,.0f} words/s with a quantity in {words / max(1, found):.0f} words")
    worst = max((ratio, name) for name, ratio in _ratios(size))
    print(f"doubling the text costs at most {worst[0]:.2f} times ({worst[1]})")


def _ratios(size: int) -> list[tuple[str, float]]:
    ratios = []
    for name, make in HOSTILE.items():
        once, twice = seconds(make(size)), seconds(make(2 * size))
        print(
            f"  {name:16}{once * 1000:9.1f} ms for {size / 1000:.0f} kB"
            f"{twice / max(once, 1e-9):8.2f} times for twice as much"
        )
        if once > 0.002:
            ratios.append((name, twice / once))
    return ratios or [("none", 0.0)]


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description="Measure parse_quantities.")
    parser.add_argument(
        "--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "data" / "numbers"
    )
    parser.add_argument(
        "--errors", help="also print what went wrong on: age, currency, dimension, temperature, measeval"
    )
    parser.add_argument("--size", type=int, default=200_000, help="characters of each timed text")
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"no outside data at {options.data}: name its folder with --data; only speed is measured")
    else:
        r_text(options.data / "r-text", options.errors)
        measeval(options.data / "measeval-train", options.errors == "measeval")
    speed(options.size)


if __name__ == "__main__":
    main()
