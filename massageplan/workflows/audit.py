"""`mplan audit`: clients' records held against the rules of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..clinical.audit import audit
from ..errors import HasFindings, UsageError
from ..findings import did_you_mean
from ..frozen import Frozen
from ..store.git import found as repository
from .clients import find_client
from .entries import citation
from .load import load_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ..clinical.audit import Line, State
    from ..library.catalogue import Item
    from .load import Opened


class Audited(Frozen):
    """One client's folder against the rules.

    Attributes:
        left_out: files that could not be read, so that nothing in them counts.
    """

    code: str
    lines: tuple[Line, ...]
    left_out: tuple[str, ...]

    def count(self, state: State) -> int:
        """Of how many rules something is said that is of one state."""
        return len({line.rule.id for line in self.lines if line.state == state})


class Report(Frozen):
    """What an inspection would look for.

    Attributes:
        as_of: year, month or day when the sources were read.
        citations: each source that is named, by its id.
    """

    id: str
    name: str
    statement: str
    as_of: str
    note: str | None
    clients: tuple[Audited, ...]
    citations: Mapping[str, str]

    @property
    def missing(self) -> int:
        """Of how many rules something is missing, client by client."""
        return sum(client.count("missing") for client in self.clients)


def audit_clients(
    opened: Opened, today: date, client: str | None = None, jurisdiction: str | None = None,
    versioned: bool | None = None,
) -> Report:  # fmt: skip
    """Hold one client, or all, against the rules of a place.

    Args:
        jurisdiction: id of the place; that of practice.yaml when None.
        versioned: whether the practice is in git; looked for when None.

    Raises:
        UsageError: no such place or client.
        HasFindings: the practice's own entry of the place cannot be used.
    """
    place = _place(opened, jurisdiction)
    codes = opened.files.codes() if client is None else [find_client(opened, client)]
    in_git = repository(opened.files.root) is not None if versioned is None else versioned
    clients = []
    for code in codes:
        folder = load_folder(opened, code).folder
        lines = audit(folder, opened.house, opened.library, place, today, in_git)
        clients.append(Audited(code, lines, folder.left_out))
    named = dict.fromkeys(id for each in clients for line in each.lines for id in line.rule.sources)
    citations = {id: citation(opened.library, id) for id in sorted(named)}
    data = place.data
    statement = str(data["en"]["statement"])
    return Report(place.id, place.name, statement, data["as-of"], data.get("note"), tuple(clients), citations)


def _place(opened: Opened, given: str | None) -> Item:
    library = opened.library
    id = given or opened.house.practice.jurisdiction
    known = f"one of: {', '.join(sorted(library.ids('jurisdiction')))}"
    if id is None:
        help = f"add jurisdiction: to practice.yaml, {known}"
        raise UsageError("practice.yaml names no jurisdiction, and --jurisdiction is not given.", help)
    wanted = id.strip().casefold().replace(" ", "-")
    place = library.item("jurisdiction", wanted)
    if place is None and library.findings:
        first = library.findings[0]
        raise HasFindings(f"{first.span}: {first.message}", first.help)
    if place is None:
        near = did_you_mean(wanted, library.ids("jurisdiction"))
        raise UsageError(f"The library has no jurisdiction {id[:40]!r}.", f"{near} {known}" if near else known)
    return place
