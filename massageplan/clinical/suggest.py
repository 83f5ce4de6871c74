"""What the library suggests to ask, test and look at: by region, by presentation, and by what was found limited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..frozen import Frozen
from .reference import Person, is_limited
from .values import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..library.catalogue import Library

MOST_MOVEMENTS = 8
"""Movements suggested at one time (house rule: what a first visit has time for)."""

MOST_MUSCLES = 8


class Suggested(Frozen):
    """Ids of library entries, the most fitting first.

    Attributes:
        screening: questions about warning signs to be asked before this region is touched.
        presentations: pictures of the library seen in this region.
    """

    screening: tuple[str, ...] = ()
    presentations: tuple[str, ...] = ()
    movements: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()


def suggested(library: Library, region: str | None, presentation: str | None = None) -> Suggested:
    """What to ask and test in a region: what the presentation names first, then what the region does."""
    here = _data(library, "region", region)
    like = _data(library, "presentation", presentation)
    return Suggested(
        _first(here.get("screening"), like.get("red-flags")),
        tuple(presentations_of(library, region)),
        tuple(distinct(_first(like.get("movements"), here.get("movements"))))[:MOST_MOVEMENTS],
        _first(like.get("muscles"), here.get("muscles"))[:MOST_MUSCLES],
        _first(here.get("instruments"), like.get("instruments")),
    )


def distinct(movements: Iterable[str]) -> list[str]:
    """Movements of which none is another one measured over more or fewer segments: lumbar or thoracolumbar flexion."""
    out: dict[str, str] = {}
    for id in movements:
        out.setdefault(id.removeprefix("thoraco"), id)
    return list(out.values())


def presentations_of(library: Library, region: str | None) -> list[str]:
    """Presentations of a region, by id."""
    if region is None:
        return []
    return [
        id for id in sorted(library.ids("presentation")) if _data(library, "presentation", id).get("region") == region
    ]


def limited(library: Library, rom: Any, person: Person) -> list[str]:
    """Movements of a tree `rom` that fall short of the usual or of the other side, or that hurt; in its order.

    What is found here only chooses what to look at next; it is no verdict.
    """
    found = []
    for id, node in rom.items() if isinstance(rom, dict) else ():
        entry = _data(library, "movement", id)
        sides = dict(_readings(node))
        figures = {side: number for side, leaf in sides.items() if (number := _number(leaf)) is not None}
        short = any(
            is_limited(entry, figure, person, figures.get({"left": "right", "right": "left"}.get(side or "")))
            for side, figure in figures.items()
        )
        if entry and (short or any(_hurts(leaf) for leaf in sides.values())):
            found.append(id)
    return found


def _readings(node: Any) -> Iterable[tuple[str | None, Any]]:
    sided = [(side, node[side]) for side in ("left", "right", "both") if isinstance(node, dict) and side in node]
    return sided or [(None, node)]


def _number(leaf: Any) -> float | None:
    text = leaf.get("value") if isinstance(leaf, dict) else leaf
    return read(text).number if isinstance(text, str) else None


def _hurts(leaf: Any) -> bool:
    pain = leaf.get("hurts") if isinstance(leaf, dict) else None
    number = read(pain).number if isinstance(pain, str) else None
    return number is not None and number > 0


def limiters(library: Library, movements: Iterable[str]) -> dict[str, list[str]]:
    """For each movement the muscles to examine first when it is limited (common teaching, never verified)."""
    out = {}
    for id in movements:
        muscles: Mapping[str, Any] = _data(library, "movement", id).get("muscles") or {}
        first = muscles.get("examine-first") or []
        if first:
            out[id] = list(first)
    return out


def _data(library: Library, kind: str, id: str | None) -> Mapping[str, Any]:
    item = library.item(kind, id) if id else None
    return item.data if item else {}


def _first(*lists: Any) -> tuple[str, ...]:
    """The ids of several lists, each once, in order."""
    return tuple(dict.fromkeys(id for each in lists for id in each or ()))
