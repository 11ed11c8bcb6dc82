"""Print how fast places are found, and what the tables cost, in processor time of one core.

Text is built from the package's own tables, with about one place in twelve words. Standard library and the package
only.
"""

from __future__ import annotations

import random
import resource
import time
import tracemalloc

WORDS = 400_000
SENTENCES = (
    "Pupils from {a} and {b} met employers at an event in {c} last term, and said that it helped.",
    "The {a}-based firm has worked with schools across {b} for five years, and 600 young people took part.",
    "{a} County Council and the {b} Careers Hub were praised by judges for their work with special schools.",
    "Students who had never been to a workplace before spent a week with engineers, and most went on to apply.",
    "In {a}, Jo Winters said that reading about the job was not the same as seeing it, and colleagues agreed.",
)


def main() -> None:
    """Measure and print."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    import champion_extract.finding.facts  # noqa: F401  (the data model is not the tables' cost)

    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    from champion_extract.tables import gazetteer as module
    from champion_extract.tables.place_words import place_words

    started = time.process_time()
    known = module.gazetteer()
    loaded = time.process_time() - started
    place_words()
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    module.gazetteer.cache_clear()
    tracemalloc.start()
    known = module.gazetteer()
    traced = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    print(f"tables: {len(known.by_key)} names loaded in {loaded * 1000:.1f} ms, {traced / 1e6:.1f} MB held,")
    megabytes = [f"{kilobytes / 1024:.0f} MB" for kilobytes in (before, base, after)]
    print(f"        process {megabytes[0]}, with the data model {megabytes[1]}, with the tables {megabytes[2]}")

    from champion_extract.finding.places import find_places
    from champion_extract.finding.places.matching import matches

    rng = random.Random(8)
    places = [place.name for found in known.by_key.values() for place in found if not place.country]
    parts: list[str] = []
    count = 0
    while count < WORDS:
        paragraph = " ".join(
            rng.choice(SENTENCES).format(a=rng.choice(places), b=rng.choice(places), c=rng.choice(places))
            for _ in range(4)
        )
        count += len(paragraph.split())
        parts.append(paragraph)
    documents = ["\n\n".join(parts[at : at + 10]) for at in range(0, len(parts), 10)]
    for label, work in (("matcher alone", matches), ("find_places", find_places)):
        best = 0.0
        for _ in range(3):
            started = time.process_time()
            found = sum(len(work(document)) for document in documents)
            best = max(best, count / (time.process_time() - started))
        print(f"{label}: {best:,.0f} words/s ({count:,} words, {len(documents)} documents, {found:,} found)")


if __name__ == "__main__":
    main()
