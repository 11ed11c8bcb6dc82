"""Files that are there whole or not at all: written beside their place under a temporary name, then renamed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from champion_extract.errors import OutputError


@contextmanager
def atomic(path: Path) -> Iterator[BinaryIO]:
    """A binary file that takes ``path``'s place when the block ends well, and leaves nothing when it does not.

    Raises ``OutputError``, naming the file and the remedy, if it cannot be written.
    """
    if path.is_dir():
        raise OutputError(f"{path}: is a folder. Name a file in it")
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o666 & ~_umask())  # mkstemp makes files that only their owner may read
        os.replace(temporary, path)
        temporary = None
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{path}: cannot be written ({reason}). Choose another place with -o") from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
