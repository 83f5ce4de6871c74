"""Lines of a draft while somebody goes through them: what became of each, and the plan they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ..clinical.drafting.base import NOT_TAKEN, Line, Reason, named
from ..frozen import Frozen, replace
from ..patterns import lazy
from ..records.base import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

State = Literal["open", "kept", "dropped"]

LISTED = ("goals", "techniques", "homework", "advice", "referrals", "withheld")
"""Keys of a plan that hold a list of lines, in the order of the schema."""

ORDER = ("goals", "visits", "expect", "techniques", "homework", "why", "advice", "referrals", "withheld")
"""Keys of a plan that a draft has lines for, as they are gone through: the explanation names what was chosen before."""

TAKEN_OUT = ("homework", "techniques")
"""Keys whose dropped lines stand under `withheld:` of the plan, if it was told why."""

_LONGEST = 24
_DOSE = lazy(r" \(| [0-9]")


class Part(Frozen):
    """A line of a draft, and what became of it.

    Attributes:
        why: why it was dropped, if that was told.
        drafted: the item before the therapist changed it; None where nothing was changed.
    """

    line: Line
    state: State = "open"
    why: str | None = None
    drafted: Any = None


def parts_of(lines: Iterable[Line]) -> tuple[Part, ...]:
    """The lines of a draft, none of them gone through yet, in that order."""
    known = [line for line in lines if line.key in ORDER]
    return tuple(Part(line) for line in sorted(known, key=lambda line: ORDER.index(line.key)))


def still_in(parts: Iterable[Part]) -> list[Part]:
    """The parts that were not dropped."""
    return [part for part in parts if part.state != "dropped"]


def gone_through(parts: Sequence[Part]) -> int:
    """How many of the parts that are still in stand before the first that nobody has decided on."""
    left = still_in(parts)
    return next((n for n, part in enumerate(left) if part.state == "open"), len(left))


def value(line: Line) -> Any:
    """What stands in the plan; a line of one's own may have no reason."""
    if not isinstance(line.item, dict):
        return line.item
    return {**line.item, "because": line.reasons} if line.because else dict(line.item)


def as_plan(parts: Iterable[Part], rest: Mapping[str, Any]) -> dict[str, Any]:
    """The plan as it stands now.

    Args:
        rest: keys of the plan that are no lines of a draft.
    """
    out = dict(rest)
    notes = [out["note"]] if isinstance(out.get("note"), str) else []
    left_out: list[Any] = []
    parts = tuple(parts)
    if "changed-because" in out:
        out |= _no_techniques(parts, out)
    gone = {str(part.line.item["id"]) for part in parts if part.state == "dropped" and part.line.key == "goals"}
    for part in parts:
        line = _without_goal(part.line, gone)
        if part.state == "dropped":
            taken = _withheld(part)
            left_out += [taken] if taken else []
            notes += [f"{NOT_TAKEN}{named(line)} ({part.why})"] if part.why and not taken else []
        elif line.key == "why":
            out["why"] = line.item
            out.update({"because": line.reasons} if line.because else {})
        elif line.key in LISTED:
            out.setdefault(line.key, []).append(value(line))
        else:
            out[line.key] = value(line)
    if left_out:
        out["withheld"] = [*out.get("withheld", []), *left_out]
    return {**out, "note": "\n".join(notes)} if notes else out


def _no_techniques(parts: Sequence[Part], rest: Mapping[str, Any]) -> dict[str, Any]:
    """Of a change that keeps none of its techniques: that it has none, or those in force would go on."""
    states = [part.state for part in parts if part.line.key == "techniques"]
    if all(state == "dropped" for state in states):
        return {"techniques": "none"} if states else {}
    return {"techniques": []} if rest.get("techniques") == "none" else {}


def _without_goal(line: Line, gone: set[str]) -> Line:
    """A line that serves a goal which was dropped serves none."""
    if not isinstance(line.item, dict) or line.item.get("goal") not in gone:
        return line
    return replace(line, item={k: v for k, v in line.item.items() if k != "goal"})


def _withheld(part: Part) -> dict[str, Any] | None:
    """What a dropped line comes to under `withheld:`; None without a why, and for goals and the like."""
    item = part.line.item
    if not part.why or part.line.key not in TAKEN_OUT:
        return None
    if isinstance(item, str):  # a technique in one line: its id, where, and how long
        id, _, place = _DOSE.split(item, maxsplit=1)[0].partition(" ")
        return {"what": id, "why": part.why, **({"where": place} if place else {})}
    what = {"what": item.get("do") or item.get("use"), "why": part.why}
    return {**what, "where": item["where"]} if part.line.key == "techniques" and "where" in item else what


def read_plan(data: Mapping[str, Any], reasons: Mapping[str, Reason], done: int) -> tuple[tuple[Part, ...], Any]:
    """The parts of a plan that was left half gone through, and the keys that are no lines.

    Args:
        reasons: reasons of the draft as it would be made now, by their text: they know their sources.
        done: how many lines were gone through.
    """
    rest = dict(data)
    lines: list[Line] = []
    for key in ORDER:
        held = rest.get(key)
        if key == "why" and isinstance(held, str):
            because = _reasons(rest.pop("because", None), reasons)
            lines.append(Line(key, rest.pop(key), because))
        elif isinstance(held, list) and key in LISTED:
            lines += [_line(key, each, reasons) for each in rest.pop(key)]
        elif isinstance(held, dict) and key not in LISTED:
            lines.append(_line(key, rest.pop(key), reasons))
    return tuple(Part(line, "kept" if n < done else "open") for n, line in enumerate(lines)), rest


def _line(key: str, held: Any, reasons: Mapping[str, Reason]) -> Line:
    if not isinstance(held, dict):
        held = {"say": held} if key == "advice" else {"what": held} if key == "withheld" else held
    if not isinstance(held, dict):
        return Line(key, held, ())
    item = {k: v for k, v in held.items() if k != "because"}
    return Line(key, item, _reasons(held.get("because"), reasons))


def _reasons(held: Any, known: Mapping[str, Reason]) -> tuple[Reason, ...]:
    told = texts(tuple(held) if isinstance(held, list) else held)
    return tuple(known.get(text) or Reason(text) for text in told)


_CHANGED = "changed by the therapist"


def changed(part: Part, item: Any) -> Part:
    """The part with another item; that the therapist changed it, and what, stands behind its reasons."""
    drafted = part.line.item if part.drafted is None else part.drafted
    because = tuple(reason for reason in part.line.because if not reason.words.startswith(_CHANGED))
    line = replace(part.line, item=item, because=because)
    if item == drafted:
        return replace(part, line=line, drafted=None)
    if not part.line.because:  # a line of one's own is not held against a draft
        return replace(part, line=line)
    return replace(part, line=replace(line, because=(*because, Reason(_difference(drafted, item)))), drafted=drafted)


def _difference(drafted: Any, item: Any) -> str:
    """`changed by the therapist (to 8 -> 7)`; of texts that are long only which they are."""
    if not (isinstance(drafted, dict) and isinstance(item, dict)):
        return _CHANGED
    told = []
    for key in dict.fromkeys((*drafted, *item)):
        was, is_ = drafted.get(key), item.get(key)
        if was != is_:
            short = all(isinstance(v, str) and len(v) <= _LONGEST for v in (was, is_) if v is not None)
            told.append(f"{key} {was or 'none'} -> {is_ or 'none'}" if short else key)
    return f"{_CHANGED} ({', '.join(told)})"
