"""A finished record takes its name, its place in the folder, and its commit."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..frozen import Frozen
from ..records.kinds import DATED
from ..text.document import Data
from ..text.writer import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ..schema.gate import Schemas
    from ..store.changes import Kept
    from .me import Me

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Characters for the parts of names that are made up: none that are taken for one another."""


class Written(Frozen):
    """A record that was kept.

    Attributes:
        file: where, below the practice.
        kept: its commit, or why it has none.
    """

    file: str
    kept: Kept


def made_up(length: int) -> str:
    """Random characters for a name that no other machine will choose."""
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(length))


def names(code: str, moment: str, kind: str, many: bool, ending: str = "yaml") -> Iterator[str]:
    """Names for a new record, the preferred one first.

    Args:
        many: whether others may write at the same time: then three characters are made up.
    """
    base = f"clients/{code}/{moment}-{kind}"
    if many:
        yield from (f"{base}-{made_up(3)}.{ending}" for _ in range(1000))
    else:
        yield f"{base}.{ending}"
        yield from (f"{base}-{n}.{ending}" for n in range(2, 100))


def moment_of(data: dict[str, Any]) -> str:
    """The date of a record, or its moment with hyphens, as it stands in a file name.

    Raises:
        UsageError: it has neither, or one that cannot be a name.
    """
    when = data.get("date") or data.get("when")
    words = str(when or "").strip().replace(" ", "-")
    if not words or "/" in words or words.startswith("."):
        raise UsageError("The record says neither date nor when.", "add a line such as: date: 2026-11-30")
    return words


def in_schema_order(schemas: Schemas, kind: str, data: dict[str, Any]) -> dict[str, Any]:
    """The keys of a record in the order of its schema, which is that of a visit."""
    order = list(schemas.schema(kind)["properties"])
    return {key: data[key] for key in sorted(data, key=lambda k: order.index(k) if k in order else len(order))}


def defaults(me: Me, day: date, today: date) -> dict[str, str]:
    """What every new record begins with: its day, who makes it where others work here too, and when it was written."""
    known = {"date": day.isoformat()}
    if me.named:
        known["therapist"] = me.id
    if day < today:
        known["written"] = today.isoformat()
    return known


def completed(text: str, data: Data, known: dict[str, Any], kind: str, ending: str = "yaml") -> str:
    """A record's text with what it lacks of what is known put at its top; all else stays as it was typed.

    Args:
        data: what the text says, as read.
        known: see `defaults`.
    """
    if not isinstance(data, dict) or kind not in DATED:
        return text
    unsaid = ("written", "date") if "when" in data else ("written",)
    lacking = {key: value for key, value in known.items() if key not in unsaid and key not in data}
    if not lacking:
        return text
    body = text.removeprefix("\ufeff")
    if ending == "md":
        fence, _, rest = body.partition("\n")
        return f"{fence}\n{write(lacking)}{rest}"
    if is_one_line(body):
        return body.replace("{", "{" + "".join(f"{key}: {json.dumps(value)}, " for key, value in lacking.items()), 1)
    with suppress(ValueError):
        head, rest = body[: body.index("---\n") + 4], body[body.index("---\n") + 4 :]
        if not head.removesuffix("---\n").strip():
            return head + write(lacking) + rest
    return write(lacking) + body


def is_one_line(text: str) -> bool:
    """Whether a record is written in braces, as programs do; it is stored as a person would write it."""
    return text.lstrip().startswith("{")
