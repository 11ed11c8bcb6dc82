"""How fast the whole pipeline is: words a second on one core, each component's share, and records made of it.

    python bench/pipeline.py [FOLDER]

FOLDER holds write-ups (default: the samples), repeated to about 100,000 words.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from champion_extract import extract, load
from champion_extract.reading import find_sources, read

SAMPLES = Path(__file__).resolve().parents[1] / "corpus" / "samples"
WORDS = 100_000


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    documents = [read(source.path) for source in find_sources([folder]) if source.path is not None]
    words = sum(len((document.text or "").split()) for document in documents)
    documents *= max(1, WORDS // words)
    words *= max(1, WORDS // words)
    nlp = load()
    extract(documents[0], nlp)
    shares: dict[str, float] = {}
    for document in documents:
        began = time.perf_counter()
        doc = nlp.make_doc(document.text or "")
        shares["tokeniser"] = shares.get("tokeniser", 0.0) + time.perf_counter() - began
        for name, component in nlp.pipeline:
            began = time.perf_counter()
            doc = component(doc)
            shares[name] = shares.get(name, 0.0) + time.perf_counter() - began
    began = time.perf_counter()
    for document in documents:
        extract(document, nlp)
    whole = time.perf_counter() - began
    shares["records"] = whole - sum(shares.values())
    print(f"{words:,} words, {len(documents):,} documents: {words / whole:,.0f} words/s")
    for name, share in shares.items():
        print(f"{name:24}{1e6 * share / words:8.1f} µs a word")


if __name__ == "__main__":
    main()
