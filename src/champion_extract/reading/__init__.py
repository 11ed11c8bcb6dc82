"""Reading: bytes -> Document. One file a format; what the others need of them is here.

Takes for granted that a source is one write-up. The text is built once and never changes afterwards.
"""

from champion_extract.reading.document import MAX_CHARACTERS, document_from_text
from champion_extract.reading.sources import STANDARD_INPUT, Source, find_sources, read

__all__ = ["MAX_CHARACTERS", "STANDARD_INPUT", "Source", "document_from_text", "find_sources", "read"]
