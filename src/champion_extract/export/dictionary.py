"""The data dictionary: every field of a record with its type and meaning, made from the models themselves."""

from __future__ import annotations

from typing import Any, NamedTuple

from champion_extract.records import Record


class Field(NamedTuple):
    """One field: the part of the record it stands in, its name, type, whether it may be null, and what it means."""

    part: str
    name: str
    type: str
    meaning: str


def fields() -> list[Field]:
    """All fields, the record's own first, then those of each part in the order in which they are met."""
    schema = Record.model_json_schema(mode="serialization")
    definitions = schema.get("$defs", {})
    found = [Field("Record", *row) for row in _rows(schema)]
    order: list[str] = []
    _parts(schema, definitions, order)
    for part in order:
        found += [Field(part, *row) for row in _rows(definitions[part])]
    return found


def markdown() -> str:
    """The dictionary as Markdown, a table a part."""
    lines = [
        "# The data dictionary",
        "",
        "Made from the data model by `champion-extract schema --format markdown`; do not edit. A record is one line.",
        "Offsets count Unicode code points of the document's text, end exclusive: `text[start:end] == fact.text`.",
    ]
    part = ""
    for field in fields():
        if field.part != part:
            part = field.part
            lines += ["", f"## {part}", "", "| field | type | meaning |", "|---|---|---|"]
        lines.append(f"| `{field.name}` | {field.type} | {field.meaning} |".replace("\n", " "))
    return "\n".join(lines) + "\n"


def _rows(schema: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(name, _type(about), about.get("description", "")) for name, about in schema.get("properties", {}).items()]


def _type(about: dict[str, Any]) -> str:
    if "$ref" in about:
        return _link(about["$ref"].rsplit("/", 1)[1])
    if "anyOf" in about:
        kinds = dict.fromkeys(_type(one) for one in about["anyOf"])
        if "integer" in kinds and "number" in kinds:
            del kinds["integer"]
        return " or ".join(kinds)
    if "const" in about:
        return f"always `{about['const']}`"
    if "enum" in about:
        return " ".join(f"`{one}`" for one in about["enum"])
    if about.get("type") == "array":
        return f"list of {_type(about.get('items', {}))}"
    name = str(about.get("type", ""))
    return {"string": "text", "boolean": "true or false"}.get(name, name)


def _link(part: str) -> str:
    return f"[{part}](#{part.lower()})"


def _parts(schema: Any, definitions: dict[str, Any], order: list[str]) -> None:
    if isinstance(schema, list):
        for one in schema:
            _parts(one, definitions, order)
    elif isinstance(schema, dict):
        name = str(schema.get("$ref", "")).rsplit("/", 1)[-1]
        if name in definitions and name not in order:
            order.append(name)
            _parts(definitions[name], definitions, order)
        for key, one in schema.items():
            if key != "$defs":
                _parts(one, definitions, order)
