"""Writes the golden records of the samples: ``python tests/golden.py``. Read the diff before you commit it."""

from __future__ import annotations

from pathlib import Path

from champion_extract.extraction import extract
from champion_extract.reading import find_sources

HERE = Path(__file__).resolve().parent


def main() -> None:
    (HERE / "golden").mkdir(exist_ok=True)
    for source in find_sources([HERE.parent / "corpus" / "samples"]):
        assert source.path is not None
        name = source.path.name
        lines = []
        for record in extract(source.path).records:
            document = record.document.model_copy(update={"source": name})
            lines.append(record.model_copy(update={"document": document}).model_dump_json() + "\n")
        (HERE / "golden" / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
