"""One row a record: what CSV and the terminal's table show. Lossy on purpose, for reading; JSON Lines keeps all."""

from __future__ import annotations

from champion_extract.records import Number, Organisation, Quote, Record, Region

COLUMNS = (
    "record_id",
    "kind",
    "source",
    "title",
    "nominee",
    "nominee_kind",
    "nominee_type",
    "nominee_organisation",
    "award",
    "theme",
    "outcome",
    "year",
    "organisations",
    "regions",
    "english_regions",
    "regions_basis",
    "numbers",
    "quotes",
    "notes",
    "start",
    "end",
)


def row(record: Record) -> dict[str, str]:
    """The record's cells by column; lists are parted by '; ', white space is on one line."""
    nominee = record.nominee
    own = _own_organisation(record)
    cells = {
        "record_id": record.record_id,
        "kind": record.kind,
        "source": record.document.source,
        "title": record.document.title,
        "nominee": nominee.name if nominee else None,
        "nominee_kind": nominee.kind if nominee else None,
        "nominee_type": own.type if own and nominee and nominee.kind != "person" else None,
        "nominee_organisation": own.name if own else None,
        "award": record.award,
        "theme": record.theme,
        "outcome": record.outcome,
        "year": record.year,
        "organisations": "; ".join(one.name for one in record.organisations),
        "regions": "; ".join(one.name for one in record.regions),
        "english_regions": "; ".join(english_regions(record.regions)),
        "regions_basis": record.regions[0].basis if record.regions else None,
        "numbers": "; ".join(number_words(one) for one in record.numbers),
        "quotes": "; ".join(quote_words(one) for one in record.quotes),
        "notes": "; ".join(f"{one.code}: {one.message}" for one in record.notes),
        "start": record.section.start,
        "end": record.section.end,
    }
    return {name: "" if cell is None else " ".join(str(cell).split()) for name, cell in cells.items()}


def english_regions(regions: tuple[Region, ...]) -> list[str]:
    """The English regions of all ``regions``, each once."""
    return list(dict.fromkeys(name for region in regions for name in region.english_regions))


def number_words(number: Number) -> str:
    """The number as written, and what it counts where that is known."""
    return f"{number.text} {number.of}" if number.of and number.of not in number.text else number.text


def quote_words(quote: Quote) -> str:
    """The quotation in marks, and its speaker."""
    return f"“{quote.text}”" + (f" ({quote.speaker.name})" if quote.speaker else "")


def _own_organisation(record: Record) -> Organisation | None:
    if record.nominee is None or record.nominee.organisation is None:
        return None
    return next((one for one in record.organisations if one.id == record.nominee.organisation), None)
