"""Quotations and speakers: measured on PolNeAR's development articles, timed, and strained.

Prints for the annotated news articles: recall of direct quotations (an annotated content that begins and ends with
quotation
marks; found when the quotations that overlap it cover 80% of its characters), how many of all have the right speaker
(the
speaker's words at the quotation overlap the annotated source, or the speaker's name and the source share a name or
noun),
precision (quotations that lie in any annotated content), words a second, and how time grows when hostile input doubles.

    python bench/quotes.py --data ../shared/data

The articles are no part of this project. Without them the first part is left out, and the command still ends well.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from pathlib import Path
from typing import NamedTuple

from champion_extract.finding.facts import Quotation
from champion_extract.finding.quotes import find_quotes

OPENING = ("“", '"', "‘", "'", "``", "«", "„")
CLOSING = ("”", '"', "’", "'", "»", "“")
COVERED = 0.8
SMALL = frozenset(
    "the a an of in on at for to and or said his her its their mr mrs ms dr sen rep gov president".split()
)
HOSTILE = {
    "straight marks": '"',
    "opening marks": "“",
    "opening marks with words": "“a ",
    "apostrophes": "'",
    "single marks with words": "'a ",
    "blank lines": "\n",
    "bullets": "- ",
    "quotation a line": "“a”\n",
    "unclosed paragraphs": "“We are here and happy to be so.\n\n",
    "names": "Jo Bloggs ",
    "cues": "said ",
    "quoted cues": "“No,” he said. ",
    "colons": "said: ",
    "commas": ", ",
    "dash lines": "- Jo Bloggs, Head\n",
    "speakers": "“We won it all.” – Jo Bloggs, Head of Careers\n",
    "brackets": "(",
    "rows": "| “A b c d.” ",
    "questions in marks": "“Is it so?” It is. ",
    "surnames": "A said “No, we do not.” Jo Smith, head of it, said: “Yes.” ",
}


class Article(NamedTuple):
    """``direct``: (pieces, sources) of each direct quotation; ``contents``: pieces of every annotated content."""

    text: str
    direct: list[tuple[list[tuple[int, int]], list[tuple[int, int]]]]
    contents: list[tuple[int, int]]


def read_articles(folder: Path) -> list[Article]:
    """Read every annotation file of ``folder`` with its text; one article may be annotated twice."""
    articles = []
    for path in sorted((folder / "attributions").glob("*.ann")):
        text_path = folder / "text" / f"{path.stem}.txt"
        if not text_path.exists():
            text_path = folder / "text" / f"{path.stem[:-5]}.txt"
        text = text_path.read_bytes().decode("utf-8")
        spans: dict[str, tuple[str, list[tuple[int, int]]]] = {}
        links: list[dict[str, list[str]]] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            if line.startswith("T") and len(fields) > 1:
                kind, _, places = fields[1].partition(" ")
                pairs = [place.split() for place in places.split(";")]
                spans[fields[0]] = kind, [(int(pair[0]), int(pair[1])) for pair in pairs]
            elif line.startswith("E") and len(fields) > 1:
                link: dict[str, list[str]] = {}
                for argument in fields[1].split():
                    role, _, target = argument.partition(":")
                    link.setdefault(re.sub(r"\d+$", "", role), []).append(target)
                links.append(link)
        direct = []
        contents = [piece for kind, pieces in spans.values() if kind == "Content" for piece in pieces]
        seen: set[str] = set()
        for link in links:
            for target in link.get("Content", []):
                if target in seen:
                    continue
                seen.add(target)
                pieces = spans[target][1]
                first, last = text[pieces[0][0] : pieces[0][1]], text[pieces[-1][0] : pieces[-1][1]]
                if first.startswith(OPENING) and last.endswith(CLOSING):
                    direct.append((pieces, [place for source in link.get("Source", []) for place in spans[source][1]]))
        articles.append(Article(text, direct, contents))
    return articles


def name_words(words: str) -> set[str]:
    """Words of a name or source that tell whose it is."""
    return {word for word in re.findall(r"[^\W\d_]+", words.lower()) if word not in SMALL and len(word) > 1}


def is_covered(pieces: list[tuple[int, int]], text: str, quotations: list[Quotation]) -> bool:
    """Whether ``quotations`` cover 80% of the annotated characters that are no marks or spaces."""
    wanted = {place for start, end in pieces for place in range(start, end) if text[place].isalnum()}
    have = {place for quotation in quotations for place in range(quotation.start, quotation.end)}
    return bool(wanted) and len(wanted & have) >= COVERED * len(wanted)


def has_speaker(quotation: Quotation, sources: list[tuple[int, int]], text: str) -> bool:
    """Whether the quotation's speaker is the annotated source."""
    speaker = quotation.speaker
    if speaker is None:
        return not sources
    if any(speaker.start < end and start < speaker.end for start, end in sources):
        return True
    return any(name_words(speaker.name) & name_words(text[start:end]) for start, end in sources)


def measure(articles: list[Article], show: int) -> None:
    """Print recall, recall with speaker and precision; ``show`` misses of each kind."""
    total = found = right = quoted = within = failed = 0
    for article in articles:
        try:
            quotations = find_quotes(article.text)
        except Exception as error:  # the measure is that there is none
            failed += 1
            print(f"exception: {error!r}")
            continue
        quoted += len(quotations)
        for quotation in quotations:
            inside = any(
                min(end, quotation.end) - max(start, quotation.start) >= COVERED * (quotation.end - quotation.start)
                for start, end in article.contents
            )
            within += inside
            if show and not inside:
                print(f"  extra [{quotation.rule}] {article.text[max(0, quotation.start - 60) : quotation.end + 40]!r}")
        for pieces, sources in article.direct:
            total += 1
            touching = [
                quotation
                for quotation in quotations
                if any(quotation.start < end and start < quotation.end for start, end in pieces)
            ]
            said = article.text[max(0, pieces[0][0] - 90) : pieces[-1][1] + 90]
            if not is_covered(pieces, article.text, touching):
                if show:
                    print(f"  missed {said!r}")
                continue
            found += 1
            if any(has_speaker(quotation, sources, article.text) for quotation in touching):
                right += 1
            elif show:
                names = [quotation.speaker.name if quotation.speaker else None for quotation in touching]
                truth = [article.text[start:end] for start, end in sources]
                print(f"  speaker {names} for {truth}: {said!r}")
    print(f"articles {len(articles)}, exceptions {failed}")
    print(f"direct quotations {total}: recall {found / total:.3f}, with right speaker {right / total:.3f}")
    print(f"quotations given {quoted}: inside annotated content {within / quoted:.3f}")


def speed(articles: list[Article]) -> None:
    """Print words a second of processor time over the articles, best of three."""
    texts = [article.text for article in articles]
    words = sum(len(text.split()) for text in texts)
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        for text in texts:
            find_quotes(text)
        best = min(best, time.process_time() - begun)
    print(f"{words / best:,.0f} words/s on {words:,} words")


def strain() -> None:
    """Print the time for half a megabyte and a megabyte of each hostile input, and its growth (2.0 is linear)."""
    for name, piece in HOSTILE.items():
        times = []
        for size in (500_000, 1_000_000):
            text = (piece * (size // len(piece) + 1))[:size]
            begun = time.process_time()
            find_quotes(text)
            times.append(time.process_time() - begun)
        print(f"{name:26} {times[0]:7.2f} s {times[1]:7.2f} s  x{times[1] / max(times[0], 1e-9):.1f}")


def main() -> int:
    """Parse the arguments and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder that holds quotes/polnear-*")
    parser.add_argument("--split", default="dev", help="which split: dev or test")
    parser.add_argument("--show", action="store_true", help="print what was missed (to look at kinds of mistakes only)")
    parser.add_argument("--no-strain", action="store_true", help="leave the hostile inputs out")
    arguments = parser.parse_args()
    folder = arguments.data / "quotes" / f"polnear-{arguments.split}"
    if folder.is_dir():
        articles = read_articles(folder)
        measure(articles, arguments.show)
        speed(articles)
    else:
        print(f"no articles at {folder}: recall and precision are not measured")
    if not arguments.no_strain:
        strain()
    return 0


if __name__ == "__main__":
    sys.exit(main())
