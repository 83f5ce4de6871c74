"""The explanation of a plan, held against the homework that was kept: what it names that was dropped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..clinical.drafting.base import Line
    from .parts import Part, State

_LIST = re.compile(r"^(?P<head>.*?: )(?P<list>[^.:]+)(?P<rest>\..*)?$")


def dropped_but_named(parts: Sequence[Part], part: Part, said: Callable[[Line], list[str]]) -> list[str]:
    """Names of homework that was dropped and that the explanation speaks of; none for another kind of line.

    Args:
        said: a line in words, its name first.
    """
    if part.line.key != "why":
        return []
    text = str(part.line.item).casefold()
    return [name for name in _names(parts, "dropped", said) if name.casefold() in text]


def without_dropped(parts: Sequence[Part], part: Part, said: Callable[[Line], list[str]]) -> str | None:
    """The explanation without the homework that was dropped; None where nothing of it is named in a list.

    A sentence that names nothing else goes whole.
    """
    gone = {name.casefold() for name in dropped_but_named(parts, part, said)}
    known = gone | {name.casefold() for state in ("open", "kept") for name in _names(parts, state, said)}
    lines = str(part.line.item).split("\n")
    after = [_line(line, gone, known) for line in lines] if gone else lines
    text = "\n".join(line for line in after if line)
    return text if text and after != lines else None


def _names(parts: Sequence[Part], state: State, said: Callable[[Line], list[str]]) -> list[str]:
    homework = (part for part in parts if part.state == state and part.line.key == "homework")
    return [said(part.line)[0].partition(",")[0] for part in homework]


def _line(line: str, gone: set[str], known: set[str]) -> str:
    """A line whose list, such as `Your part: bridge, pacing and walking.`, is without what is gone; else as it is."""
    match = _LIST.match(line)
    if match is None:
        return line
    items = _items(match["list"], known)
    left = [item for item in items if item.casefold() not in gone]
    if left == items:
        return line
    said = f"{', '.join(left[:-1])} and {left[-1]}" if len(left) > 1 else "".join(left)
    return f"{match['head']}{said}{match['rest'] or ''}" if left else ""


def _items(text: str, known: set[str]) -> list[str]:
    """What stands in a list; an `and` within a name that is known parts nothing."""
    *before, last = text.split(", ")
    cuts = [(last[: hit.start()], last[hit.end() :]) for hit in re.finditer(" and ", last)]
    if not cuts or last.casefold() in known:
        return [*before, last]
    return [*before, *next((cut for cut in cuts if {each.casefold() for each in cut} & known), cuts[-1])]
