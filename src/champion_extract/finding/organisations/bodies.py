"""The bodies that a document names: which names are one body's, its type, and the fullest of its names.

Names are compared by key (``short_forms.key_of``). Two entities found to be one are joined; ask ``same`` before use.
"""

from __future__ import annotations

from champion_extract.vocabulary import OrganisationType


class Bodies:
    """``of_key``: entity by key of a full name or acronym; ``short``: by key of a short form that may come later;
    ``at_place``: by place, for schools and colleges that are called by their place after "at"; ``with_article``:
    keys of names that begin with "The".
    """

    def __init__(self) -> None:
        self.of_key: dict[str, int] = {}
        self.short: dict[str, int] = {}
        self.at_place: dict[str, int] = {}
        self.with_article: set[str] = set()
        self._of_known: dict[str, int] = {}
        self._joined: list[int] = []
        self._types: list[OrganisationType] = []
        self._fullest: list[str] = []

    def entity(self, key: str, known: str, type_: OrganisationType) -> int:
        """The entity with that known id, key or short form; a new one if there is none."""
        number = self._of_known.get(known, -1) if known else -1
        if number < 0:
            number = self.of_key.get(key, -1)
        if number < 0:
            number = self.short.get(key, -1)
            if number >= 0 and known and self.type_of(number) != type_:
                number = -1  # "Barclays" is not short for "Barclays Foundation"
        if number < 0:
            number = len(self._types)
            self._joined.append(number)
            self._types.append(type_)
            self._fullest.append("")
        self.of_key.setdefault(key, number)
        if known:
            self._of_known.setdefault(known, number)
        return number

    def same(self, number: int) -> int:
        """The entity that ``number`` was joined to, itself if to none."""
        while self._joined[number] != number:
            number = self._joined[number]
        return number

    def join(self, number: int, other: int) -> None:
        """Make ``other`` the same entity as ``number``, which keeps its type."""
        number, other = self.same(number), self.same(other)
        if number != other:
            self._joined[other] = number
            self.called(number, self._fullest[other])

    def called(self, number: int, written: str) -> None:
        """Note a name under which the entity stands in the document; one in capitals only if there is no other."""
        number = self.same(number)
        name = " ".join(written.split())
        if _rank(name) > _rank(self._fullest[number]):
            self._fullest[number] = name

    def type_of(self, number: int) -> OrganisationType:
        """The entity's type."""
        return self._types[self.same(number)]

    def set_type(self, number: int, type_: OrganisationType) -> None:
        """Change the entity's type."""
        self._types[self.same(number)] = type_

    def fullest(self, number: int) -> str:
        """The longest name under which the entity stands in the document."""
        return self._fullest[self.same(number)]

    def abbreviates(self, number: int, key: str) -> None:
        """Note an acronym that the document introduces; one that stood alone before joins its body."""
        other = self.of_key.get(key)
        if other is None:
            self.of_key[key] = number
        elif self.same(other) != self.same(number) and self.fullest(other).lower() == key:
            self.join(number, other)

    def may_be_called(self, number: int, key: str, joins: bool) -> None:
        """Note a short form. ``joins``: a body that bears it as its whole name and is of the same type is the same
        one.
        """
        other = self.of_key.get(key)
        if other is None:
            self.short.setdefault(key, number)
        elif joins and self.type_of(other) == self.type_of(number):
            self.join(number, other)


def _rank(name: str) -> tuple[bool, int]:
    in_capitals = sum(map(str.isupper, name)) * 2 > len(name)
    return not in_capitals and name != "", len(name)
