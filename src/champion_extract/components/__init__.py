"""spaCy components: one factory a file, each a thin cover over a pure finder in ``finding``.

They do not know each other. Each reads from and writes to named groups in ``doc.spans`` through ``handover``. spaCy
finds the factories through the package's entry points; importing this package registers them too.
"""

from champion_extract.components import nominees, numbers, organisations, quotes, regions, sections

__all__ = ["nominees", "numbers", "organisations", "quotes", "regions", "sections"]
