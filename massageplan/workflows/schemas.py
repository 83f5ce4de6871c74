"""`mplan schema`: the schemas for editors and other validators."""

from __future__ import annotations

import json
from pathlib import Path

from ..errors import UsageError
from ..findings import did_you_mean
from ..library.catalogue import KINDS
from ..records.kinds import DATED, STANDING
from ..schema.gate import Schemas
from ..store import resources
from ..store.writer import write_new


def names() -> list[str]:
    """Every kind that has a schema."""
    return [*STANDING, *DATED, *(f"library/{kind}" for kind in KINDS)]


def text(kind: str) -> str:
    """One self-contained schema as JSON: shared definitions stand inside it.

    Raises:
        UsageError: there is no such kind.
    """
    if kind not in names():
        raise UsageError(
            f"No kind is called {kind[:40]!r}.", did_you_mean(kind, names()) or f"one of: {', '.join(names())}"
        )
    return json.dumps(Schemas(resources.schema).schema(kind), ensure_ascii=False, indent=2) + "\n"


def write_all(folder: str) -> str:
    """Write every schema, self-contained, into a folder; gives a sentence."""
    for kind in names():
        write_new(Path(folder) / f"{kind}.schema.json", text(kind), replace=True, private=False)
    return f"{len(names())} schemas in {folder}"
