"""The table of known bodies: real organisations with identifier, type, other names, region and town.

``organisations/known_bodies.csv``; columns and sources in its README. No people's names are kept.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, cast, get_args

from champion_extract.errors import TableError
from champion_extract.tables.organisation_words import rows
from champion_extract.vocabulary import OrganisationType

_COLUMNS = ("id", "name", "type", "aliases", "cautious", "region", "town")
_TYPES = frozenset(get_args(OrganisationType))
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


class KnownBody(NamedTuple):
    """A real organisation.

    ``aliases``: other names by which it is plainly meant. ``cautious``: short names that are also common words or other
    names ("Next", "Shell"); they count only where something else speaks for an organisation. ``region``: English
    region, "national" or "" ; ``town``: where it is named after or seated in one, else "".
    """

    id: str
    name: str
    type: OrganisationType
    aliases: tuple[str, ...]
    cautious: tuple[str, ...]
    region: str
    town: str


@cache
def known_bodies() -> tuple[KnownBody, ...]:
    """All known bodies; raises TableError for a bad row, a double id, or a name that two bodies share."""
    table = "organisations/known_bodies.csv"
    found: list[KnownBody] = []
    ids: set[str] = set()
    names: dict[str, str] = {}
    for line, row in rows("organisations", "known_bodies.csv", _COLUMNS):
        if not _ID.match(row["id"]) or row["id"] in ids:
            raise TableError(table, line, f"id {row['id']!r} is double or no lower-case slug")
        if row["type"] not in _TYPES:
            raise TableError(table, line, f"unknown type {row['type']!r}")
        ids.add(row["id"])
        body = KnownBody(
            row["id"],
            row["name"],
            cast(OrganisationType, row["type"]),
            _listed(row["aliases"]),
            _listed(row["cautious"]),
            row["region"],
            row["town"],
        )
        for name in (body.name, *body.aliases, *body.cautious):
            other = names.setdefault(name, body.id)
            if other != body.id:
                raise TableError(table, line, f"{name!r} is also a name of {other}")
        found.append(body)
    return tuple(found)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
