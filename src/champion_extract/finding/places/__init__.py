"""Named places in a text, told apart from words, people and the names of bodies, with the English regions they lie
in.

``find_places`` reads a text, ``places_in`` an organisation's name, ``look_up`` one place's name (``known_places``
with all that the tables say). What the tables know is described in ``tables/place_data/README.md``.
"""

from __future__ import annotations

from champion_extract.finding.places.mentions import find_places
from champion_extract.finding.places.names import known_places, look_up, places_in

__all__ = ["find_places", "known_places", "look_up", "places_in"]
