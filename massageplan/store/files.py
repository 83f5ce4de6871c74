"""What the files of a practice can be asked, be they on disk or of a day gone by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from ..findings import Finding
    from .listing import Listing


class Files(Protocol):
    """The files of a practice, as they are on disk or as they were at a commit; paths are below the practice."""

    root: Path

    def codes(self) -> list[str]:
        """Names of the client folders, sorted."""

    def stray(self) -> list[Finding]:
        """What lies in clients/ and does not belong there."""

    def listing(self, code: str) -> Listing:
        """The records in a client's folder."""

    def read(self, file: str) -> bytes | Finding:
        """The bytes of a file, or why they cannot be had."""

    def has(self, file: str) -> bool:
        """Whether there is such a file."""

    def digest(self, file: str) -> str | None:
        """The SHA-256 of a file of any size, in hex; None where it cannot be had."""

    def templates(self) -> list[str]:
        """Names of the practice's own templates, as paths below templates/."""

    def own_ids(self, folder: str) -> frozenset[str]:
        """Stems of the entry files in one folder of library/."""
