"""champion-extract: write-ups about careers education champions into validated records.

    >>> from champion_extract import extract
    >>> extract("Hadrian Rail won Employer of the Year.").records[1].nominee.name
    'Hadrian Rail'

Names are imported when they are first used, so that ``import champion_extract`` and ``--help`` stay fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from champion_extract.errors import ChampionExtractError
    from champion_extract.extraction import extract
    from champion_extract.pipeline import load
    from champion_extract.records import Record

__version__ = "0.1.0"
__all__ = ["ChampionExtractError", "Record", "__version__", "extract", "load"]

_HOMES = {"ChampionExtractError": "errors", "Record": "records", "extract": "extraction", "load": "pipeline"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
