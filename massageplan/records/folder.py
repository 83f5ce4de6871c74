"""One client's records together, in the order in which they happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import Frozen, replace
from ..patterns import lazy
from .kinds import DATED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..span import Path, Span
    from ..text.document import Document
    from .base import Dated
    from .people import Client, Network, Practice

_RANK = {kind: n for n, kind in enumerate(DATED)}


class Entry(Frozen):
    """A record with its name and its file.

    Attributes:
        stem: file name without ending; what others point at.
        moment: date or hyphenated moment of the name.
    """

    stem: str
    kind: str
    moment: str
    dated: bool
    record: Dated
    document: Document

    def span(self, path: Path, key: bool = False) -> Span:
        """Where a value of the record, or its key, stands."""
        return self.document.locate(path, key)

    @property
    def dated_at(self) -> Span:
        """Where the record says when it was: its `date`, or its `when`."""
        return self.span(("date",) if self.record.date else ("when",))

    @property
    def day(self) -> str | None:
        """The ISO date, where one is known."""
        return self.moment if self.dated else None


class Folder(Frozen):
    """A client's folder as read.

    Attributes:
        code: name of the folder.
        client: who the client is; None if client.yaml could not be used.
        entries: the records that could be used, oldest first.
        left_out: files that could not be used.
    """

    code: str
    client: Client | None
    client_document: Document | None
    entries: tuple[Entry, ...]
    left_out: tuple[str, ...] = ()

    def until(self, day: str) -> Folder:
        """The folder as it was on an ISO day; records at moments without a date stay."""
        return replace(self, entries=tuple(entry for entry in self.entries if entry.day is None or entry.day <= day))

    def of_kind(self, *kinds: str) -> list[Entry]:
        """The records of some kinds, oldest first."""
        return [entry for entry in self.entries if entry.kind in kinds]


class House(Frozen):
    """What holds for the whole practice."""

    practice: Practice
    practice_document: Document
    network: Network | None = None
    network_document: Document | None = None

    @property
    def undated(self) -> bool:
        """Whether records without a date are usual here (teaching, research, old material)."""
        return self.practice.undated == "yes"


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Records by date or moment, then by kind in the order of a visit, then by time of day."""
    return tuple(sorted(entries, key=_key))


def _key(entry: Entry) -> tuple[tuple[int, float], str, int, str, str]:
    group, moment = _moment_key(entry)
    return group, moment, _RANK[entry.kind], getattr(entry.record, "start", None) or "", entry.stem


def _moment_key(entry: Entry) -> tuple[tuple[int, float], str]:
    """Dates sort as dates; moments by the stretch of a course they name: start, visits and weeks, end, after."""
    words = entry.moment
    if entry.dated:
        return (0, 0.0), words
    if words.startswith("start"):
        return (1, 0.0), ""
    if words.endswith("-ago"):
        return (1, -_distance(words)), words
    if "after-end" in words:
        return (4, _distance(words)), words
    if words.startswith("end"):
        return (3, 0.0), ""
    named = _NAMED.search(words)
    day = float(named[2]) * _DAYS[named[1]] if named else 0.0
    nudge = {"before": -0.5, "after": 0.5}.get(words.split("-")[0], 0.25 if "-after-" in words else 0.0)
    return (2, day + nudge), words


_NAMED = lazy(r"(day|visit|week|month)-(?:[0-9]+-)?([0-9]+)")
_FAR = lazy(r"([0-9]+)-(day|week|month|year)")
_DAYS = {"day": 1, "visit": 7, "week": 7, "month": 30, "year": 365}
"""About how many days lie between two of them; visits are taken for weekly."""


def _distance(words: str) -> float:
    """Days a moment lies before the start or after the end of a course."""
    far = _FAR.search(words)
    return float(far[1]) * _DAYS[far[2]] if far else 0.0
