"""Export: records into files, one file a format; written under a temporary name, then renamed.

``open_writer`` picks the format by the file's ending, or takes it by name for a stream.
"""

from champion_extract.export.formats import FILE_FORMATS, Format, open_writer, read_records
from champion_extract.export.jsonl import record_line

__all__ = ["FILE_FORMATS", "Format", "open_writer", "read_records", "record_line"]
