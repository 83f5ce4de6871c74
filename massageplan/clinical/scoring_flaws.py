"""What makes a practice's own instrument impossible to score, told before any answer is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..frozen import Frozen
from ..patterns import lazy
from .scoring_rules import STRETCHED, exact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..span import Path

_TOO_LONG = lazy(r"^[0-9.-]{17,}$")
"""A number longer than any form has (a sign, 15 digits and a point); such a one also takes long to read."""


class Flaw(Frozen):
    """What makes an instrument's entry impossible to score.

    Attributes:
        path: where in the entry.
        message: what is wrong, in one sentence.
        help: what to do about it.
    """

    path: Path
    message: str
    help: str


def flaws(instrument: Mapping[str, Any]) -> list[Flaw]:
    """What in the entry no form can have: ends in the wrong order, items beyond the last one, a share of nothing.

    Numbers that are far too long are told alone, since the others cannot be judged beside them.
    """
    parts, items = instrument.get("parts") or {}, instrument.get("items") or {}
    used = {key: instrument.get(key) for key in ("range", "items", "parts", "scoring", "bands")}
    long = [Flaw(path, "A number in its entry is longer than 15 digits.", "shorten it") for path in too_long(used)]
    if long:
        return long
    ends: list[tuple[str, Path, Any]] = [
        ("Its totals run", ("range",), instrument["range"]),
        ("Its answers run", ("items",), items),
    ]
    ends += [(f"Its part {id} runs", ("parts", id), part) for id, part in parts.items()]
    return [
        *(flaw for said, path, block in ends if block for flaw in _upside_down(said, path, block)),
        *(_beyond(items, parts) if items else ()),
        *_without_scale(instrument, items),
    ]


def too_long(node: Any, path: Path = ()) -> Iterator[Path]:
    """Where numbers stand that are longer than 15 digits."""
    if isinstance(node, str) and _TOO_LONG.match(node):
        yield path
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        if isinstance(value, str | dict | list):
            yield from too_long(value, (*path, key))


def _upside_down(said: str, path: Path, block: Mapping[str, Any]) -> Iterator[Flaw]:
    if exact(block["min"]) > exact(block["max"]):
        message = f"{said} from {block['min']} down to {block['max']}."
        yield Flaw((*path, "min"), message, "write the smaller number as min, the greater one as max")
    most = block.get("max-count") or block.get("count")
    if "min-count" in block and most and int(block["min-count"]) > int(most):
        message = f"It takes {block['min-count']} answers or more, but {most} at most."
        yield Flaw((*path, "min-count"), message, "write a min-count that is not above the others")


def _beyond(items: Mapping[str, Any], parts: Mapping[str, Any]) -> Iterator[Flaw]:
    """Items that are named and that the form does not have."""
    last = max(int(items[key]) for key in ("count", "max-count", "components") if key in items)
    has, help = f"but the form ends with item {last}.", f"name items from 1 to {last}"
    for n, item in enumerate(items.get("reversed") or ()):
        if int(item) > last:
            yield Flaw(("items", "reversed", n), f"Item {item} is reversed, {has}", help)
    for id, part in parts.items():
        for n, item in enumerate(part.get("which") or ()):
            if int(item) > last:
                yield Flaw(("parts", id, "which", n), f"Its part {id} has item {item}, {has}", help)
        if int(part.get("items") or 0) > last:
            message = f"Its part {id} has {part['items']} items, {has}"
            yield Flaw(("parts", id, "items"), message, f"a part has {last} at most")


def _without_scale(instrument: Mapping[str, Any], items: Mapping[str, Any]) -> Iterator[Flaw]:
    """Where the rule would have to divide by nothing."""
    scoring, most = instrument["scoring"], instrument["range"]["max"]
    if scoring.get("percent") == "true" and exact(most) <= 0:
        message = f"Its greatest total is {most}, and no share of that can be told in per cent."
        yield Flaw(("scoring", "percent"), message, "leave out percent, or write a range with a max above 0")
    for key in ("method", "second"):
        if items and scoring.get(key) in STRETCHED and exact(items["min"]) == exact(items["max"]):
            message = f"Its answers can be {items['min']} only, and the {key} {scoring[key]} needs two ends of a scale."
            yield Flaw(("scoring", key), message, "write items with a max above the min, or another method")
