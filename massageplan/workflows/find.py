"""Naming a record: a client, and any part of the record's file name that is one record's alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import UsageError
from ..findings import did_you_mean
from ..frozen import Frozen
from ..records.kinds import DATED, read_stem
from .clients import find_own_folder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .load import Opened


class Named(Frozen):
    """A file of a client's folder that holds a record.

    Attributes:
        name: file name: `2026-11-30-session.yaml`, `client.yaml`.
    """

    code: str
    name: str

    @property
    def file(self) -> str:
        """Path below the practice."""
        return f"clients/{self.code}/{self.name}"

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return self.name.rpartition(".")[0]

    @property
    def kind(self) -> str:
        """What kind of record it is; `client` for client.yaml."""
        read = read_stem(self.stem)
        return read.kind if read else "client"

    @property
    def label(self) -> str:
        """Kind, day and folder, as a commit names it."""
        read = read_stem(self.stem)
        return f"{read.kind} {read.moment} {self.code}" if read else f"client {self.code}"


_RANK = {kind: n for n, kind in enumerate(DATED)}


def find_record(opened: Opened, client: str, words: str | None = None, gone: Iterable[str] = ()) -> Named:
    """The record that is meant: the newest of the client, or of a kind, or the one whose name holds `words`.

    Args:
        client: part of a name or code; or `CLIENT/RECORD` in one, as in a path.
        gone: paths of records that git has and the folder no longer.

    Raises:
        UsageError: no record fits, or several do.
    """
    place = client.strip().removeprefix("./").removeprefix("clients/")
    if words is None and "/" in place.strip("/"):
        client, _, words = place.partition("/")
    code = find_own_folder(opened, client)
    names = [record.name for record in opened.files.listing(code).records]
    names.extend(file.rpartition("/")[2] for file in gone if file.startswith(f"clients/{code}/"))
    ordered = sorted(dict.fromkeys(names), key=_age)
    wanted = (words or "").strip().removesuffix(".yaml").removesuffix(".md")
    if wanted in ("client", "client.yaml"):
        return Named(code, "client.yaml")
    fits = [name for name in ordered if _fits(name, wanted)]
    exact = [name for name in fits if name.rpartition(".")[0] == wanted]
    if len(exact) == 1 or (fits and (not wanted or wanted in DATED)):
        return Named(code, (exact or fits)[-1])
    if len(fits) == 1:
        return Named(code, fits[0])
    if fits:
        raise UsageError(f"{wanted[:60]} may be {len(fits)} records.", "say which: " + ", ".join(fits[-6:]))
    if not ordered:
        raise UsageError(f"{code} has no records yet.", f"see: mplan show {code}")
    near = did_you_mean(wanted, [*DATED, *(name.rpartition(".")[0] for name in ordered)])
    raise UsageError(f"{code} has no record {wanted[:60]!r}.", near or f"see them with: mplan log {code}")


def _fits(name: str, wanted: str) -> bool:
    stem = name.rpartition(".")[0]
    read = read_stem(stem)
    return (read is not None and read.kind == wanted) if wanted in DATED else wanted in stem


def _age(name: str) -> tuple[bool, str, int, str]:
    """Dates after moments, then by day and by the order within one."""
    read = read_stem(name.rpartition(".")[0])
    return (read.dated, read.moment, _RANK[read.kind], name) if read else (False, "", 0, name)
