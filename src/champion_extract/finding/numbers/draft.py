"""What the readers fill in before it becomes a ``Quantity``: its fields and the tokens that they came from."""

from __future__ import annotations

from dataclasses import dataclass

from champion_extract.vocabulary import Comparator, Direction, Status, Unit


@dataclass(slots=True)
class Draft:
    """A quantity in the making: tokens ``a`` to ``z`` (end exclusive) are its words, fields as in ``Quantity``.

    ``core``: the token of the numeral itself. ``phrase``: the tokens of the noun phrase counted, (0, 0) if none.
    ``borrowed``: the head that a shared noun gives ("three primary and three secondary schools").
    """

    a: int
    z: int
    core: int
    value: float
    upper: float | None
    comparator: Comparator
    unit: Unit
    rule: str
    unit_text: str | None = None
    currency: str | None = None
    of: str | None = None
    direction: Direction | None = None
    status: Status = "stated"
    period: str | None = None
    phrase: tuple[int, int] = (0, 0)
    borrowed: str | None = None
    hyphened: bool = False
    times: bool = False

    @property
    def dated(self) -> bool:
        """Tell whether it is a point in time, a length of time or a group of people by age: not counted itself."""
        return self.unit in ("year", "date") or self.unit.startswith("duration")
